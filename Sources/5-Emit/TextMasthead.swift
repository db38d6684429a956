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
    contents(contentsLines(of: issue))
    gap()
    say(Words.readingText(page: "bulletin.html"))
    flush()
  }

  /// Writes the contents.
  mutating func contents(_ lines: [ContentsLine]) {
    heading(Words.contents, underline: "-")
    for line in lines {
      say(line.words)
      let lead = line.isPart ? "   " : String(repeating: " ", count: max(0, 3 - line.number.utf8.count)) + line.number
      flush(lead: lead + (line.isPart ? "   " : " "), indent: line.isPart ? 8 : 4)
    }
  }
}
