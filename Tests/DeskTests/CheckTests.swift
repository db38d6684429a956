import Desk
import Foundation
import Pipeline
import Testing

/// What the desk answers to a check, without a server.
@Suite struct CheckTests {
  static let workshop = Result { try Workshop(inputs: nil) }
  static let desk = Result {
    try Desk(workshop: try CheckTests.workshop.get(), registry: Registry(data: ""), largestFile: 1 << 20)
  }

  static let submission = """
    <?xml version="1.0" encoding="UTF-8"?>
    <submission xmlns="urn:emn:bulletin:submission:1" country="NO" period="2016-Q1" status="final">
      <development id="family-formation-age-24" kind="legislative">
        <headline>Minimum age of 24 set for family formation</headline>
        <stage type="in-force" date="2016-01-01"/>
        <body>
          <p>Rules on family formation that applied from 1 January 2016 set a minimum age of 24 for both partners. An \
    exception could be made where it was obvious that the two had married or moved in together of their own free \
    will.</p>
        </body>
        <source>EMN Norway, country factsheet 2016, p. 2</source>
      </development>
    </submission>

    """

  private func answer(_ parts: [(parameters: String, content: String)]) throws -> String {
    let form = try #require(Form(FormTests.form(parts), contentType: FormTests.type))
    return String(decoding: try Self.desk.get().result(of: form), as: UTF8.self)
  }

  private func answer(pasted text: String, name: String = "") throws -> String {
    try answer([("name=\"file\"; filename=\"\"", ""), ("name=\"text\"", text), ("name=\"name\"", name)])
  }

  @Test func showsBothEditionsOfWhatIsReady() throws {
    let page = try answer(pasted: Self.submission)
    #expect(page.contains("<title>Ready to send: the pasted text · Bulletin desk</title>"))
    #expect(page.contains("Nothing was found."))
    #expect(page.contains("id=\"no-family-formation-age-24\""))
    #expect(page.contains("<pre tabindex=\"0\">4 Legal migration and integration\n"))
    #expect(page.contains("The software proposes “Legal migration”"))
  }

  @Test func leadsFromFindingsToLinesAndBack() throws {
    let page = try answer(pasted: Self.submission.replacing("2016-01-01", with: "1 January 2016"))
    #expect(page.contains("<a href=\"#line-5\" data-column=\"34\" data-length=\"14\">Line 5, column 34</a>"))
    #expect(
      page.contains(
        "<li id=\"line-5\" class=\"error\"><code>    &lt;stage type=&quot;in-force&quot; date=&quot;"
          + "<mark>1 January 2016</mark>&quot;/&gt;</code>"))
    #expect(page.contains("<a class=\"flag\" href=\"#finding-1-1\">"))
    #expect(page.contains("<article class=\"finding error\" id=\"finding-1-1\">"))
  }

  @Test func aFileGoesBeforeATextAndItsNameCounts() throws {
    let page = try answer([
      ("name=\"file\"; filename=\"../../SE.xml\"", Self.submission), ("name=\"text\"", "no XML"),
    ])
    #expect(page.contains(": SE.xml · Bulletin desk</title>"))
    #expect(page.contains("country-file-mismatch"))
    #expect(page.contains("<input type=\"hidden\" name=\"name\" value=\"SE.xml\">"))
  }

  @Test func aTextHasTheEncodingThatItCameIn() throws {
    let text = Self.submission.replacing("UTF-8", with: "windows-1252").replacing(
      "family f", with: "famille élargie, f")
    let page = try answer(pasted: text.replacing("\n", with: "\r\n"))
    #expect(page.contains("famille élargie"))
    #expect(page.contains("encoding=&quot;UTF-8&quot;"))
    #expect(page.contains("Ready to send"))
  }

  @Test func nothingThatIsSentBecomesMarkup() throws {
    let attack = "</textarea><script>alert(1)</script>\"'><img src=x onerror=alert(1)>"
    for text in [attack, Self.submission.replacing("Minimum age", with: attack), "<submission country=\"\(attack)\">"] {
      let page = try answer([("name=\"text\"", text), ("name=\"name\"", attack)])
      #expect(!page.contains("<img"))
      #expect(page.components(separatedBy: "<script").count == 2)
      #expect(page.components(separatedBy: "</textarea>").count == 2)
    }
    #expect(try answer([("name=\"file\"; filename=\"<script>.xml\"", Self.submission)]).contains("script.xml"))
  }

  @Test func aFormWithoutContentIsRefused() throws {
    for parts in [[], [(parameters: "name=\"text\"", content: "")], [("name=\"file\"; filename=\"a.xml\"", "")]] {
      #expect(throws: Desk.Refusal.self) { try answer(parts) }
    }
  }

  @Test func manyLinesAreListedInPart() throws {
    let page = try answer(pasted: String(repeating: "\n", count: 6_000) + Self.submission)
    #expect(page.contains("<li id=\"line-5000\">") && !page.contains("<li id=\"line-5001\""))
    #expect(page.contains("Only the first 5000 lines are listed"))
  }

  @Test func offersATextAsFile() throws {
    let text = Self.submission.replacing("UTF-8", with: "iso-8859-1").replacing("\n", with: "\r\n")
    let form = try #require(
      Form(FormTests.form([("name=\"text\"", text), ("name=\"name\"", "a/../NO.xml")]), contentType: FormTests.type))
    let file = try Self.desk.get().download(of: form)
    #expect(file.name == "NO.xml")
    #expect(String(decoding: file.bytes, as: UTF8.self) == Self.submission)
  }

  @Test func everyProblemHasItsPage() throws {
    for problem in Desk.Problem.allCases {
      let page = String(decoding: try Self.desk.get().page(for: problem), as: UTF8.self)
      #expect(page.contains("<h1>That did not work</h1>") && !page.contains("problem-"))
    }
    #expect(String(decoding: try Self.desk.get().page(for: .tooLarge), as: UTF8.self).contains("1024 KiB"))
  }
}
