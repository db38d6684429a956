import Ingest
import Model
import Reference
import Testing
import XML

/// The rules on prose in the editors' own file.
@Suite struct IssueProseTests {
  private func rules(
    note: String = "", about: String = "", colophon: String = "", rest: String = "", decisions: String = ""
  ) throws -> [String] {
    let text = """
      <issue xmlns="urn:emn:bulletin:issue:1" edition="14" period="2016-Q1">
      <title>EMN Bulletin</title><about>The bulletin reports on migration. \(about)</about>
      <special-note><headline>Returns from the Greek islands</headline><p>The Council adopted a statement. \(note)</p></special-note>
      \(rest)\(decisions)
      <colophon><p>The network can be reached through its contact points. \(colophon)</p></colophon>
      <note>TODO: ask Mr Smith, tel. 22 24 90 90.</note>
      </issue>
      """
    let file = ingestIssue(Array(text.utf8), name: "issue.xml", schema: try XMLSchema(Schemas.issue))
    return try ProseSample.validator().validate(
      issue: file.content, places: file.places, reading: reading(file), setting: .init(),
      developments: nil
    ).map(\.rule)
  }

  @Test func findsNothingInAGoodIssueAndItsEditorsNotes() throws { #expect(try rules() == []) }

  @Test(arguments: [
    ("TBC", "placeholder-left"), ("We agreed on 13/11/2015.", "first-person date-style"),
    ("The text is &#x200B;hidden.", "hidden-characters"), ("Write to a.b@ministry.no.", "contact-published"),
    ("The <link href=\"http://intranet/a\">text</link> was long.", "link-local"), ("Mr Smith spoke.", "person-named"),
    ("See Directive 33/2013/EU.", "eu-act-number-malformed"), ("It came from Türkiye.", "name-outdated"),
  ])
  func looksAtTheSpecialNote(_ words: String, _ expected: String) throws {
    #expect(try rules(note: words) == expected.split(separator: " ").map(String.init))
  }

  @Test func looksAtOtherTextsByWhatTheyAre() throws {
    #expect(try rules(about: "We report.") == ["first-person"])
    // How to reach the network is what a colophon is for.
    #expect(try rules(colophon: "Write to info@network.eu or call +32 22 99 11 11 11. We answer.") == [])
    #expect(try rules(colophon: "TBC") == ["placeholder-left"])
    let series =
      #"<statistics><series unit="persons"><title>…</title><value number="1">EU</value><source>S</source></series></statistics>"#
    #expect(try rules(rest: series) == ["placeholder-left"])
    #expect(
      try rules(decisions: #"<decisions><leave-out country="NO">TODO: Mr Smith asked.</leave-out></decisions>"#) == [])
  }
}
