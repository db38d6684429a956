import Testing
import XML

private func read(_ text: String) -> XMLReading { XMLReader.read(Array(text.utf8)) }

@Suite struct XMLReaderTests {
  @Test func givesTheTreeWithPlaces() throws {
    let text = "<a x='1'>\n  <b>one</b>\n  <c y=\" two \n three\"/>tail</a>"
    let reading = read(text)
    #expect(reading.problems.isEmpty)
    let root = try #require(reading.document.root)
    #expect(root.name == "a" && root["x"] == "1" && root["y"] == nil)
    #expect(root.children.map(\.name) == ["b", "c"])
    let c = try #require(root.child("c"))
    #expect(c["y"] == "two three")
    #expect(c.place == text.utf8.count - "<c y=\" two \n three\"/>tail</a>".utf8.count)
    #expect(root.child("b")?.text == "one")
  }

  @Test(arguments: ["1.", "1.0.", "."])
  func refusesAVersionThatEndsInItsPoint(_ version: String) {
    let reading = read("<?xml version='\(version)'?>\n<a/>")
    #expect(reading.problems.map(\.kind) == [.syntax(.declarationMalformed)])
    #expect(reading.document.root?.name == "a")
  }

  @Test func foldsWhiteSpaceAndKeepsNoBreakSpaces() throws {
    let root = try #require(read("<p>  a\n\tb <i>c</i>  d\u{A0}e </p>").document.root)
    #expect(root.text == "a b c d\u{A0}e")
  }

  @Test func readsCDATAAndReferencesAsText() throws {
    let root = try #require(read("<p>a &amp; b <![CDATA[<c>]]> &#xE9;</p>").document.root)
    #expect(root.text == "a & b <c> é")
  }

  @Test func knowsAttributesOfTheXMLNamespaceByTheirPrefix() throws {
    let root = try #require(read("<p xml:lang='de' lang='x'/>").document.root)
    #expect(root["xml:lang"] == "de" && root["lang"] == "x")
  }

  @Test(
    "A tag with attributes by the thousand is not parsed, whatever its quotation marks",
    arguments: ["b%=\"1\" ", "b%='>' ", "b%=\"1 ", "b%=1 "])
  func refusesACrowdedTag(_ attribute: String) {
    let attributes = (0..<100_000).map { attribute.replacing("%", with: "\($0)") }.joined()
    let clock = ContinuousClock()
    let start = clock.now
    let reading = read("<a>\n<b \(attributes)/></a>")
    #expect(reading.problems.map(\.kind) == [.syntax(.limit)])
    #expect(reading.problems.first?.range.lowerBound == 4)
    #expect(reading.brokenFrom == 4)
    #expect(clock.now - start < .seconds(5))
  }

  @Test("What follows a NUL is not passed over", arguments: ["<a/>\0", "<a/>\0<b c=\"&", "<a>b\0</a>"])
  func findsNUL(_ text: String) {
    let reading = read(text)
    #expect(reading.problems.map(\.kind).contains(.syntax(.characterForbidden(code: 0))))
  }

  @Test("One byte order mark is enough, and ASCII has no other letters")
  func refusesOtherBytesThanClaimed() {
    #expect(read("\u{FEFF}<a/>").problems.isEmpty)
    #expect(read("\u{FEFF}\u{FEFF}<a/>").problems.map(\.kind) == [.encoding(.malformed(name: "UTF-8", byte: 0xEF))])
    let ascii = read("<?xml version=\"1.0\" encoding=\"US-ASCII\"?><a>é</a>")
    #expect(ascii.problems.map(\.kind) == [.encoding(.malformed(name: "US-ASCII", byte: 0xC3))])
  }

  @Test("UTF-32 without a mark is read", arguments: [false, true])
  func readsUTF32(_ isBigEndian: Bool) {
    let bytes = "<a>é</a>".unicodeScalars.flatMap { scalar in
      let value = isBigEndian ? scalar.value.bigEndian : scalar.value.littleEndian
      return withUnsafeBytes(of: value) { Array($0) }
    }
    let reading = XMLReader.read(bytes)
    #expect(reading.problems.isEmpty)
    #expect(reading.document.root?.text == "é")
  }

  @Test func readsTextAndCommentsWithManyEqualsSigns() {
    let line = String(repeating: "=", count: 4_000)
    #expect(read("<a><!--\(line)\(line)-->\(line)<b/>\(line)</a>").problems.isEmpty)
  }

  @Test func refusesADocumentTypeAtItsPlace() {
    let text = "<?xml version=\"1.0\"?>\n<!DOCTYPE a [<!ENTITY x SYSTEM \"file:///etc/passwd\">]>\n<a>&x;</a>"
    let reading = read(text)
    #expect(reading.problems.first?.kind == .doctype)
    #expect(reading.problems.first?.range.lowerBound == 22)
    #expect(reading.document.root == nil)
  }

  @Test func saysWhereADocumentBreaksOff() {
    let reading = read("<a>\n<b>\n</a>")
    #expect(reading.problems.map(\.kind) == [.syntax(.endTagMissing(element: "b", meantAt: 6, next: "/a"))])
    #expect(reading.problems.first?.range == 4..<6 && reading.problems.first?.code == 76)
    // Mended for reading, the tree is whole.
    #expect(reading.document.root?.child("b") != nil && reading.brokenFrom == nil)
  }

  @Test func countsPlacesBeyondWhatLibxml2CountsInLines() throws {
    let text = "<a>" + String(repeating: "\n", count: 70_000) + "<b/></a>"
    let root = try #require(read(text).document.root)
    #expect(root.child("b")?.place == 70_003)
  }
}

@Suite struct EncodingTests {
  @Test(arguments: ["UTF-16LE", "UTF-16BE"])
  func readsUTF16WithByteOrderMark(_ name: String) throws {
    let text = "<?xml version=\"1.0\" encoding=\"UTF-16\"?><p>Žižkov é</p>"
    let units = Array(("\u{FEFF}" + text).utf16)
    let bytes = units.flatMap { unit -> [UInt8] in
      let pair = [UInt8(truncatingIfNeeded: unit), UInt8(unit >> 8)]
      return name == "UTF-16LE" ? pair : pair.reversed()
    }
    let reading = XMLReader.read(bytes)
    #expect(reading.problems.isEmpty)
    #expect(reading.document.root?.text == "Žižkov é")
  }

  @Test func readsWindows1252AndLatin1() {
    let head = Array("<?xml version='1.0' encoding='windows-1252'?><p>".utf8)
    let reading = XMLReader.read(head + [0x93, 0xE9, 0x94] + Array("</p>".utf8))
    #expect(reading.problems.isEmpty)
    #expect(reading.document.root?.text == "“é”")
    let latin = Array("<?xml version='1.0' encoding='ISO-8859-1'?><p>".utf8) + [0xE9] + Array("</p>".utf8)
    #expect(XMLReader.read(latin).document.root?.text == "é")
  }

  @Test func readsUTF8WithByteOrderMark() {
    let reading = XMLReader.read([0xEF, 0xBB, 0xBF] + Array("<p>é</p>".utf8))
    #expect(reading.problems.isEmpty)
    #expect(reading.document.root?.text == "é")
  }

  @Test func saysWhichByteIsNotUTF8() {
    let reading = XMLReader.read(Array("<p>caf".utf8) + [0xE9] + Array("</p>".utf8))
    #expect(reading.problems.map(\.kind) == [.encoding(.malformed(name: "UTF-8", byte: 0xE9))])
    #expect(reading.problems.first?.range.lowerBound == 6)
  }

  @Test func saysThatAnEncodingIsUnknown() {
    let reading = read("<?xml version='1.0' encoding='klingon'?><p/>")
    #expect(reading.problems.map(\.kind) == [.encoding(.unknown(name: "klingon"))])
  }
}

@Suite struct SchemaTests {
  static let text = """
    <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema">
      <xs:element name="a"><xs:complexType><xs:sequence>
        <xs:element name="b" type="xs:int" maxOccurs="unbounded"/>
      </xs:sequence><xs:attribute name="x" type="xs:int" use="required"/></xs:complexType></xs:element>
    </xs:schema>
    """

  @Test func findsNothingWhereAllIsWell() throws {
    let reading = XMLReader.read(Array("<a x='1'><b>2</b></a>".utf8), schema: try XMLSchema(SchemaTests.text))
    #expect(reading.problems.isEmpty)
  }

  @Test func findsEveryMistakeAtItsElement() throws {
    let source = "<a>\n<b>x</b>\n<c/></a>"
    let problems = XMLReader.read(Array(source.utf8), schema: try XMLSchema(SchemaTests.text)).problems
    #expect(problems.map(\.range.lowerBound) == [0, 4, 13])
    #expect(problems.map(\.kind).first == .schema(.attributeMissing(element: "a", attribute: "x", allowed: [])))
    #expect(
      problems.map(\.kind).last
        == .schema(.unexpected(found: "c", within: "a", expected: ["b"], isNeeded: false)))
  }

  @Test func refusesABrokenSchema() {
    #expect(throws: XMLSchemaError.self) { try XMLSchema("<xs:schema/>") }
  }
}

@Suite struct StartTagTests {
  @Test func findsValuesAndContent() {
    let source = Array("<a b = 'x>y' href=\"z\">\n text</a>".utf8)
    #expect(StartTag.value(of: "b", in: source, at: 0) == 8..<11)
    #expect(StartTag.value(of: "href", in: source, at: 0) == 19..<20)
    #expect(StartTag.name(of: "href", in: source, at: 0) == 13..<17 && StartTag.end(in: source, at: 0) == 22)
    #expect(StartTag.value(of: "c", in: source, at: 0) == nil)
    #expect(StartTag.content(in: source, at: 0) == 24)
  }
}
