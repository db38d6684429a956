import Model
import Text

/// What a check comes to, in a word.
enum Verdict: String {
  /// Nothing stands in the way.
  case good
  /// There are errors.
  case bad

  var mark: String { self == .good ? "✓" : "✗" }
}

extension FindingsPage {
  /// What the check comes to, with the words that say so.
  var verdict: (verdict: Verdict, words: String) {
    let errors = report.files.count(.error)
    let warnings = report.files.count(.warning)
    if errors > 0 { return (.bad, "\(counted(errors, "error")) to mend") }
    if report.isStrict, warnings > 0 { return (.bad, "\(counted(warnings, "warning")) to settle") }
    let areSubmissions = report.previews.count == files.count
    let areFinal = report.previews.allSatisfy { !$0.isDraft }
    return (.good, areSubmissions && areFinal ? "Ready to send" : "All is well")
  }

  /// What follows from the verdict, in a sentence or two.
  var consequence: String {
    let isOne = files.count == 1
    if verdict.verdict == .bad {
      let stopped = isOne ? "This file cannot" : "\(counted(failed, "file")) of \(files.count) cannot"
      let rest = restInWords.map { " Beside that: \($0), for you to judge." } ?? ""
      return
        "\(stopped) go into the bulletin until that is done. Each finding is explained below, with the way to mend it.\(rest)"
    }
    var sentences = [restInWords.map { "No error stands in the way. There is more to judge: \($0)." } ?? nothing]
    if report.previews.contains(where: \.isDraft) {
      sentences.append(
        isOne
          ? "The submission says that it is a draft: set status=\"final\" when it may be published."
          : "Some submissions say that they are drafts: set status=\"final\" when they may be published.")
    }
    return sentences.joined(separator: " ")
  }

  private var nothing: String {
    files.count == 1 ? "Nothing was found to mend." : "Nothing was found to mend in \(counted(files.count, "file"))."
  }

  private var failed: Int {
    report.files.count { !$0.isValid || report.isStrict && $0.count(.warning) > 0 }
  }

  /// The findings that do not decide the verdict, in numbers.
  private var restInWords: String? {
    let areErrors = report.files.count(.error) > 0
    let warnings = areErrors || !report.isStrict ? report.files.count(.warning) : 0
    let parts = [(warnings, "warning"), (report.files.count(.note), "note")].filter { $0.0 > 0 }
    return parts.isEmpty ? nil : Words.list(parts.map { counted($0.0, $0.1) })
  }
}

extension HTMLWriter {
  /// Writes the verdict and what it is about.
  mutating func verdict(of page: FindingsPage) {
    let (verdict, words) = page.verdict
    markup("<header class=\"verdict \(verdict.rawValue)\">\n<p class=\"network\">")
    markup(page.files.count == 1 ? "Check of one file for the bulletin</p>\n" : "Check of files for the bulletin</p>\n")
    element("<h1><span class=\"mark\" aria-hidden=\"true\">\(verdict.mark)</span> ", words, "</h1>\n")
    element("<p class=\"lead\">", visible(page.consequence), "</p>\n<p class=\"subject\">")
    for words in page.subject { element("<span>", visible(words), "</span>\n") }
    markup("</p>\n</header>\n")
  }
}

extension FindingsPage {
  /// What was checked: the file, whose it is, of which period.
  fileprivate var subject: [String] {
    let periods = Set(report.files.compactMap(\.period))
    let period = periods.count == 1 ? periods.first?.words : nil
    let contributor = onlyPreview?.contributor ?? ""
    let what = files.count == 1 ? files[0].name : counted(files.count, "file")
    return [what, contributor, period ?? ""].filter { !$0.isEmpty }
  }
}
