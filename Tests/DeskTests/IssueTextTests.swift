import Desk
import Foundation
import Model
import Testing

/// The writer of the editors' file, which changes what it is told to and nothing else.
@Suite struct IssueTextTests {
  static let file = """
    <?xml version="1.0" encoding="ISO-8859-1"?>
    <!-- before the root -->
    <issue xmlns="urn:emn:bulletin:issue:1"   edition="14" period="2016-Q1">
      <title>EMN Bulletin</title>
      <about>About &quot;it&quot;.</about>

      <!-- on the colophon -->
      <colophon><p>Colophon.</p></colophon>
      <note>Among editors.</note>
    </issue>
    <!-- behind the root -->

    """

  private func text(_ file: String = file) throws -> IssueText { try #require(IssueText(Array(file.utf8))) }
  private func words(_ text: IssueText) -> String { String(decoding: text.bytes, as: UTF8.self) }
  private var utf8: String { Self.file.replacing("ISO-8859-1", with: "UTF-8") }
  private let norway = CountryCode("NO")

  private func decision(_ action: Decision.Action, _ reason: String = "Because.") -> Decision {
    Decision(country: norway, action: action, reason: reason)
  }

  private func take(_ decision: Decision, from text: inout IssueText) throws {
    let isTaken = text.remove(decision)
    try #require(isTaken)
  }

  @Test func putsDecisionsBeforeTheColophon() throws {
    var text = try text()
    text.set(decision(.setTheme(id: "a", ThemeCode("return")), "A <b> & \"c\"\n  d\u{1}"))
    text.set(decision(.leaveOut(id: nil)))
    let added = """
      <decisions>
          <set-theme country="NO" id="a" theme="return">A &lt;b&gt; &amp; &quot;c&quot; d</set-theme>
          <leave-out country="NO">Because.</leave-out>
        </decisions>
        <colophon>
      """
    #expect(words(text) == utf8.replacing("<colophon>", with: added))
  }

  @Test func takingAllOfThemBackLeavesNothing() throws {
    var text = try text()
    let decisions = [
      decision(.setTheme(id: "a", ThemeCode("return"))), decision(.leaveOut(id: nil)), decision(.leaveOut(id: "a")),
      decision(.merge(id: "a", into: "b")), decision(.place(id: "a", before: "b")),
    ]
    for decision in decisions { text.set(decision) }
    for decision in decisions { try take(decision, from: &text) }
    #expect(words(text) == utf8)
    let isThere = text.remove(decisions[0])
    #expect(!isThere)
  }

  @Test func aNewDecisionTakesThePlaceOfItsLike() throws {
    var text = try text()
    text.set(decision(.setTheme(id: "a", ThemeCode("return"))))
    text.set(decision(.setTheme(id: "b", ThemeCode("return"))))
    text.set(decision(.setTheme(id: "a", ThemeCode("general")), "Other."))
    #expect(
      words(text).contains("id=\"a\" theme=\"general\">Other.</set-theme>\n    <set-theme country=\"NO\" id=\"b\""))
    #expect(words(text).components(separatedBy: "<set-theme").count == 3)
  }

  @Test func keepsCommentsAmongDecisions() throws {
    let decisions = "<decisions><!-- talked about --><leave-out country=\"NO\">Late.</leave-out> </decisions><colophon>"
    var text = try text(Self.file.replacing("<colophon>", with: decisions))
    try take(decision(.leaveOut(id: nil)), from: &text)
    #expect(words(text) == utf8.replacing("<colophon>", with: "<!-- talked about --> <colophon>"))
  }

  @Test func writesTheFilesOwnPrefixAndLineBreaks() throws {
    let file =
      "<i:issue xmlns:i=\"urn:emn:bulletin:issue:1\">\r\n\t<i:about>x</i:about>\r\n\t<i:colophon/>\r\n</i:issue>"
    var text = try text(file)
    text.set(decision(.leaveOut(id: "a"), "é"))
    let added =
      "<i:decisions>\r\n\t  <i:leave-out country=\"NO\" id=\"a\">é</i:leave-out>\r\n\t</i:decisions>\r\n\t<i:colophon/>"
    #expect(words(text) == file.replacing("<i:colophon/>", with: added))
    try take(decision(.leaveOut(id: "a")), from: &text)
    #expect(words(text) == file)
  }

  @Test func setsTheSpecialNote() throws {
    var text = try text()
    #expect(text.specialNote == nil)
    let body =
      "R&D < 3 <em>here</em>.\r\nSame line.\r\n\r\n\r\n<script> & <link href=\"https://a.example/?b=1&amp;c\">there</link>."
    text.setSpecialNote(headline: " A & B ", body: body)
    let added = """
      </about>
        <special-note>
          <headline>A &amp; B</headline>
          <p>R&amp;D &lt; 3 <em>here</em>. Same line.</p>
          <p>&lt;script&gt; &amp; <link href="https://a.example/?b=1&amp;c">there</link>.</p>
        </special-note>
      """
    #expect(words(text) == utf8.replacing("</about>", with: added))
    let note = try #require(text.specialNote)
    #expect(note.headline == "A & B" && note.body.hasPrefix("R&D < 3 <em>here</em>. Same line.\n\n<script> & <link"))
    let once = words(text)
    text.setSpecialNote(headline: note.headline, body: note.body)
    #expect(words(text) == once)
    text.setSpecialNote(headline: "", body: " \n")
    #expect(words(text) == utf8)
  }

  @Test func showsReferencesAsTheirCharactersAndKeepsANoteAsItWas() throws {
    let source =
      "It&#8217;s &#8220;one&#x201D; of 1&#x2013;2&#160;km &amp; &amp;lt; &amp;#39; a&#10;b &#65;\u{301} &lt;em&gt;x&lt;/em&gt; "
      + "&#128512; <em>&#233;</em>"
    let note =
      "</about>\n  <special-note>\n    <headline>A &#8211; B</headline>\n    <p>\(source)</p>\n  </special-note>"
    var text = try text(Self.file.replacing("ISO-8859-1", with: "UTF-8").replacing("</about>", with: note))
    let before = words(text)
    let shown = try #require(text.specialNote)
    #expect(shown.headline == "A – B")
    #expect(
      shown.body
        == "It’s “one” of 1–2\u{A0}km & &lt; &#39; a b A\u{301} <em>x</em> \u{1F600} <em>é</em>")
    text.setSpecialNote(headline: shown.headline, body: shown.body)
    #expect(words(text) == before.replacing("A &#8211; B", with: "A – B"))
    text.setSpecialNote(headline: shown.headline, body: shown.body + " More.")
    #expect(words(text).contains("<p>It’s “one” of 1–2\u{A0}km &amp; &amp;lt; &amp;#39; a b"))
  }

  @Test func keepsCommentsOfTheNote() throws {
    let note =
      "</about><special-note><!-- who wrote it --><headline>H</headline><p>One <!-- in it -->two.</p></special-note>"
    var text = try text(Self.file.replacing("</about>", with: note))
    let body = try #require(text.specialNote).body
    text.setSpecialNote(headline: "I", body: body + "\n\nThree.")
    #expect(words(text).contains("<!-- who wrote it -->") && words(text).contains("<p>One <!-- in it -->two.</p>"))
  }

  @Test(arguments: ["", "<issue>", "<submission/>", "no XML"]) func refusesWhatIsNoIssue(_ file: String) {
    #expect(IssueText(Array(file.utf8)) == nil)
  }
}
