import Model

extension TextWriter {
  /// Writes the masthead and the contents.
  mutating func masthead(of issue: CompiledIssue) {
    if issue.isDraft {
      line(Words.draft)
      gap()
    }
    line(Words.network)
    heading(issue.title, underline: "=")
    line(Words.edition(of: issue))
    line(issue.period.words)
    if let published = issue.published { line(Words.publishedBefore(published) + published.words) }
    if let issn = issue.issn {
      say("ISSN " + issn)
      flush()
    }
    gap()
    say(issue.about)
    flush()
    contents(of: issue)
  }

  private mutating func contents(of issue: CompiledIssue) {
    heading(Words.contents, underline: "-")
    if let note = issue.specialNote { contentsLine("", note.headline) }
    for section in issue.sections { contentsLine(String(section.number), section.heading) }
    if !issue.annex.isEmpty {
      contentsLine("", Words.annex)
      for part in issue.annex.parts {
        say(part)
        flush(lead: "      ", indent: 8)
      }
    }
    if !issue.contactPoints.isEmpty { contentsLine("", Words.contactPoints) }
    contentsLine("", Words.colophon)
    gap()
    say(Words.readingText)
    flush()
  }

  private mutating func contentsLine(_ number: String, _ words: String) {
    say(words)
    flush(lead: String(repeating: " ", count: max(0, 3 - number.utf8.count)) + number + " ", indent: 4)
  }
}
