import Model
import Testing

@Suite struct SchemaRuleTests {
  @Test(arguments: [
    ("headline", "titel", "element-unexpected"), (#" kind="policy""#, "", "attribute-missing"),
    (#"kind="policy""#, #"kind="polcy""#, "kind-unknown"), (#"theme="return""#, #"theme="retrun""#, "theme-unknown"),
    (#"id="one""#, #"id="One Two""#, "id-malformed"), (#"status="final""#, #"status="done""#, "value-unknown"),
    ("2016-02-10", "13/11/2015", "date-malformed"), ("2016-02-10", "2016-02-30", "date-impossible"),
    (#"period="2016-Q1""#, #"period="Q1/2016""#, "period-malformed"), ("A source", "", "text-missing"),
    (#"kind="policy""#, #"kind="policy" colour="red""#, "attribute-unknown"),
    ("<body>", "<body>Text", "text-unexpected"), ("submission:1", "submission:9", "namespace-wrong"),
  ])
  func translatesOneMistakeIntoOneFinding(_ right: String, _ wrong: String, _ rule: String) throws {
    let found = try diagnose(Sample().text.replacing(right, with: wrong))
    #expect(found.map(\.rule) == [rule])
    let first = try #require(found.first)
    #expect(first.line != nil && first.column != nil && first.excerpt != nil)
    #expect(!first.message.contains("{") && !first.help.contains("{"), "\(first.message) \(first.help)")
    #expect(!first.message.contains("facet"))
    #expect(!first.help.hasSuffix(" ") && !first.message.hasSuffix(" "))
  }

  @Test func namesWhatIsMissing() throws {
    let found = try diagnose(Sample().text.replacing(Sample().headline, with: ""))
    #expect(found.map(\.rule) == ["element-missing"])
    #expect(found.first?.message.contains("“headline” is missing, before “stage”") == true)
    let empty = #"<submission xmlns="urn:emn:bulletin:submission:1" country="NO" period="2016-Q1" status="final"/>"#
    #expect(try diagnose(empty).map(\.rule) == ["element-missing"])
  }

  @Test func suggestsTheNearestValue() throws {
    let found = try diagnose(Sample().text.replacing(#"theme="return""#, with: #"theme="retrun""#))
    #expect(found.first?.message.contains("Did you mean “return”?") == true)
  }

  @Test func findsAllMistakesAtOnce() throws {
    let text = Sample().text.replacing(#"kind="policy""#, with: #"kind="polcy""#)
      .replacing("2016-02-10", with: "10.2.2016").replacing("https://example.org/a", with: "javascript:x")
    #expect(try diagnose(text).map(\.rule) == ["kind-unknown", "date-malformed", "link-scheme"])
  }
}

@Suite struct NoXMLTests {
  @Test func knowsFilesThatAreNoXML() throws {
    #expect(try diagnose("").map(\.rule) == ["file-empty"])
    #expect(try diagnose(" \n").map(\.rule) == ["file-empty"])
    #expect(try diagnose("PK\u{3}\u{4}word/document.xml").map(\.rule) == ["not-xml"])
    #expect(try diagnose(Array("caf".utf8) + [0xE9]).map(\.rule) == ["not-xml"])
    #expect(try diagnose(Array("<caf".utf8) + [0xE9]).map(\.rule).contains("encoding-malformed"))
  }
}
