import Model
import Pipeline
import Text

/// What of the page changes while somebody types, by the ids of its places, as HTML.
struct LiveParts {
  private(set) var parts: [String: [UInt8]] = [:]

  /// The parts for a form as it stands.
  ///
  /// - Parameters:
  ///   - form: The form.
  ///   - file: The file made of it.
  ///   - findings: What was found in it.
  ///   - proposals: What the classifier proposes, development by development; `nil` where there is nothing to read.
  ///   - texts: The desk's words.
  ///   - themes: The themes in words.
  init(
    _ form: SubmissionForm, file: SubmissionFile, findings: FormFindings, proposals: [ThemeDecision.Proposal?],
    texts: Texts, themes: [FormChoices.Choice]
  ) {
    for field in findings.fields {
      parts["\(field)-found"] = findings.about(field).reduce(into: []) { $0 += Self.html(of: $1, texts) }
    }
    for (place, development) in form.developments.enumerated() {
      let name = FieldName.development(place)
      parts["\(name)-headline-count"] = words(development.headline.words, texts)
      parts["\(name)-body-count"] = words(MarkedText(development.body).words, texts)
      parts["\(name)-id-made"] =
        isBlankText(development.id) && !file.ids[place].isEmpty
        ? escaped(texts.text("write-id-made", ["id": file.ids[place]])) : []
      parts["\(name)-title"] = title(of: development, texts)
      parts["\(name)-link"] = title(of: development, texts) + tally(findings.count(inDevelopment: place), texts)
      for (stage, item) in development.stages.enumerated() {
        parts["\(FieldName.item(name, "stage", stage))-date-read"] = date(item.date, texts)
      }
      for (act, item) in development.acts.enumerated() {
        let field = FieldName.item(name, "act", act) + "-celex"
        parts["\(field)-read"] = findings.about(field).isEmpty ? celex(item.celex, texts) : []
      }
      for (act, item) in development.euActs.enumerated() {
        let field = FieldName.item(name, "euact", act) + "-celex"
        parts["\(field)-read"] = findings.about(field).isEmpty ? celex(item.celex, texts) : []
      }
      let proposal = ThemeProposal(texts: texts, themes: themes)
      parts["\(name)-theme-proposed"] = proposal.html(proposals[place], chosen: development.theme, in: place)
    }
    parts["date-read"] = date(form.date, texts)
  }

  /// A finding as a form shows it.
  static func html(of found: FormFindings.Found, _ texts: Texts) -> [UInt8] {
    var out = FieldPrinter(texts: texts)
    out.markup("<p class=\"told \(found.severity.rawValue)\"><b class=\"severity \(found.severity.rawValue)\">")
    switch found.severity {
    case .error: out.words(texts.text("write-severity-error"))
    case .warning: out.words(texts.text("write-severity-warning"))
    case .note: out.words(texts.text("write-severity-note"))
    }
    out.markup("</b> ")
    out.words(found.message)
    if !found.help.isEmpty {
      out.markup(" <span class=\"quiet\">")
      out.words(found.help)
      out.markup("</span>")
    }
    out.markup("</p>")
    return out.out.bytes
  }

  private func words(_ text: String, _ texts: Texts) -> [UInt8] {
    let count = wordCount(text)
    return escaped(count == 1 ? texts.text("write-word") : texts.text("write-words", ["number": "\(count)"]))
  }

  private func title(of development: DevelopmentForm, _ texts: Texts) -> [UInt8] {
    let headline = foldedString(development.headline.words[...])
    return escaped(headline.isEmpty ? texts.text("write-untitled") : headline)
  }

  private func tally(_ count: (errors: Int, others: Int), _ texts: Texts) -> [UInt8] {
    guard count.errors + count.others > 0 else { return [] }
    let severity = count.errors > 0 ? "error" : "warning"
    return Array(" <span class=\"tally-mark \(severity)\">".utf8) + escaped(countInWords(count, texts))
      + Array("</span>".utf8)
  }

  private func date(_ typed: String, _ texts: Texts) -> [UInt8] {
    guard let date = PartialDate(isoDate(typed)) else { return [] }
    let id =
      switch date {
      case .day: "write-date-day"
      case .month: "write-date-month"
      case .year: "write-date-year"
      }
    return escaped(texts.text(id, ["date": date.words]))
  }

  /// A number that reads as one of EUR-Lex can be looked at there.
  private func celex(_ typed: String, _ texts: Texts) -> [UInt8] {
    let number = foldedString(typed[...])
    guard number.utf8.count >= 10, number.utf8.allSatisfy({ $0 > 0x20 && $0 < 0x7F }) else { return [] }
    return Array("<a href=\"".utf8) + escaped(eurLexLink(celex: number))
      + Array("\" target=\"_blank\" rel=\"noopener noreferrer\">".utf8) + escaped(texts.text("write-celex-link"))
      + Array("</a>".utf8)
  }
}

/// What there is to mend and to judge, in words.
func countInWords(_ count: (errors: Int, others: Int), _ texts: Texts) -> String {
  var parts: [String] = []
  if count.errors > 0 {
    let number = ["number": "\(count.errors)"]
    parts.append(count.errors == 1 ? texts.text("write-one-error") : texts.text("write-errors", number))
  }
  if count.others > 0 {
    let number = ["number": "\(count.others)"]
    parts.append(count.others == 1 ? texts.text("write-one-other") : texts.text("write-others", number))
  }
  return parts.joined(separator: ", ")
}
