import Desk
import Foundation
import Model
import Pipeline
import Testing

/// The form as pages, without a server.
@Suite struct WriteDeskTests {
  static let data = FilledFormTests.inputs.deletingLastPathComponent()
  static let desk = Result { try WriteDeskTests.newDesk(data: WriteDeskTests.data) }

  /// The part of a desk at which submissions are written.
  private static func newDesk(data: URL) throws -> WriteDesk {
    let workshop = try CheckTests.workshop.get()
    return try Desk(workshop: workshop, registry: Registry(data: data.path), largestFile: 1 << 20).write
  }

  private func form(_ fields: [(String, String)]) throws -> Form {
    let parts = fields.map { (parameters: "name=\"\($0.0)\"", content: $0.1) }
    return try #require(Form(FormTests.form(parts), contentType: FormTests.type, mostFields: WriteDesk.mostFields))
  }

  private func page(_ fields: [(String, String)], session: WriteDesk.Session? = nil) throws -> String {
    String(decoding: try Self.desk.get().page(of: try form(fields), session: session), as: UTF8.self)
  }

  private func file(_ fields: [(String, String)]) throws -> String {
    String(decoding: try Self.desk.get().download(try form(fields)).bytes, as: UTF8.self)
  }

  static let two: [(String, String)] = [
    ("country", "NO"), ("period", "2016-Q2"), ("status", "final"), ("d1", "1"), ("d1-headline", "First thing"),
    ("d1-kind", "policy"), ("d1-stage1-type", "adopted"), ("d1-stage1-date", "10 May 2016"), ("d1-source1-title", "S"),
    ("d1-body", "On 10 May 2016 the government adopted a plan."), ("d2", "2"), ("d2-headline", "Second thing"),
    ("d2-kept-before", "<!-- c -->"),
  ]

  @Test func asksForCountryAndPeriodFirst() throws {
    let page = String(decoding: try Self.desk.get().page(country: nil, period: nil, session: nil), as: UTF8.self)
    #expect(page.contains("<option value=\"NO\">Norway (NO)</option>") && page.contains("value=\"2022-Q4\""))
    let form = String(decoding: try Self.desk.get().page(country: "NO", period: "2016-Q2", session: nil), as: UTF8.self)
    #expect(form.contains("Submission of Norway, April to June 2016"))
    #expect(form.contains("<option value=\"2016-Q1 family-formation-age-24\">"))
    #expect(!form.contains("class=\"told"))
  }

  @Test func movesDuplicatesAndRemoves() throws {
    let down = try page(Self.two + [("do", "down d1")])
    #expect(down.contains("name=\"d1-headline\" value=\"Second thing\""))
    #expect(down.contains("name=\"d1-kept-before\" value=\"&lt;!-- c --&gt;\""))
    #expect(down.contains("Development 1 is now development 2.") && down.contains("id=\"d2-up\" autofocus"))
    let copied = try page(Self.two + [("do", "copy d1")])
    #expect(copied.contains("name=\"d2-headline\" value=\"First thing\"") && copied.contains("name=\"d3-headline\""))
    let removed = try page(Self.two + [("do", "remove d1")])
    #expect(removed.contains("Development 1 was removed: First thing") && !removed.contains("name=\"d2-headline\""))
    #expect(removed.contains("id=\"undo\" autofocus") && removed.contains("name=\"undo\" value=\"&lt;?xml"))
  }

  /// What is in a hidden field of a page.
  private func hidden(_ name: String, in page: String) throws -> String {
    let start = try #require(page.firstRange(of: "name=\"\(name)\" value=\"")).upperBound
    let value = String(page[start...].prefix { $0 != "\"" })
    let references = [("&lt;", "<"), ("&gt;", ">"), ("&quot;", "\""), ("&#39;", "'"), ("&amp;", "&")]
    return references.reduce(value) { $0.replacing($1.0, with: $1.1) }
  }

  @Test func putsBackWhatWasRemovedAndLeavesWhatWasTypedSince() throws {
    let removed = try page(Self.two + [("do", "remove d1")])
    let (undo, path) = (try hidden("undo", in: removed), try hidden("undone", in: removed))
    #expect(path == "d1 new")
    let since = [("country", "NO"), ("period", "2016-Q2"), ("d1", "1"), ("d1-headline", "Typed since")]
    let undone = try page(since + [("undo", undo), ("undone", path), ("do", "undo")])
    #expect(undone.contains("name=\"d1-headline\" value=\"First thing\""))
    #expect(undone.contains("name=\"d2-headline\" value=\"Typed since\"") && undone.contains("Put back."))
    #expect(undone.contains("name=\"d1-id\" value=\"\""))
    let step = try page(Self.two + [("do", "remove d1-stage1")])
    let back = try page(
      Self.two.filter { !$0.0.hasPrefix("d1-stage") }
        + [("undo", try hidden("undo", in: step)), ("undone", try hidden("undone", in: step)), ("do", "undo")])
    #expect(back.contains("name=\"d1-stage1-date\" value=\"2016-05-10\""))
    let forgotten = try page(Self.two + [("do", "forget")])
    #expect(!forgotten.contains("name=\"d2-kept-before\""))
    let kept = try page(
      Self.two.filter { !$0.0.contains("kept") } + [("d2-note", "new"), ("undo", try hidden("undo", in: forgotten))]
        + [("undone", "forget"), ("do", "undo")])
    #expect(kept.contains("name=\"d2-kept-before\" value=\"&lt;!-- c --&gt;\"") && kept.contains(">\nnew</textarea>"))
    for (text, path) in [("no XML", "d1"), (undo, "d9-stage1"), (undo, "d1-x1"), ("", ""), (undo, "d1-act4-title1")] {
      let page = try page(Self.two + [("undo", text), ("undone", path), ("do", "undo")])
      #expect(page.contains("name=\"d1-headline\" value=\"First thing\"") && !page.contains("name=\"d3-headline\""))
    }
  }

  @Test(arguments: ["stage", "figure", "act", "euact", "source", "follows"])
  func addsAndRemovesParts(_ sort: String) throws {
    let added = try page(Self.two + [("do", "add d1-\(sort)")])
    let number = ["stage", "source"].contains(sort) ? 2 : 1
    #expect(added.contains("id=\"d1-\(sort)\(number)\"") && added.contains(" autofocus"))
    let removed = try page(Self.two + [("d1-\(sort)1-id", "x"), ("do", "remove d1-\(sort)1")])
    #expect(!removed.contains("id=\"d1-\(sort)1\""))
  }

  @Test(arguments: [
    "up d1", "down d2", "remove d9", "add d9-stage", "add d1-nothing", "remove d1-stage7", "x", "take d99",
    "add d1-act5-title", "remove d1-stage", "follow d0",
  ])
  func whatCannotBeDoneChangesNothing(_ action: String) throws {
    let page = try page(Self.two + [("do", action)])
    #expect(page.contains("name=\"d1-headline\" value=\"First thing\"") && page.contains("name=\"d2-headline\""))
    #expect(!page.contains("name=\"d3-headline\""))
  }

  @Test func tellsFindingsBesideTheirFields() throws {
    let page = try page(Self.two + [("d1-act1-celex", "32016X"), ("d1-act1-title1", "Act"), ("do", "check")])
    let found = try #require(page.firstRange(of: "<div id=\"d1-act1-celex-found\" class=\"found\">"))
    #expect(page[found.upperBound...].hasPrefix("<p class=\"told error\">"))
    #expect(page.contains("<a href=\"#d1-act1-celex\">Development 1, CELEX number</a>"))
    #expect(page.contains("<a href=\"#d2-kind\">Development 2, Kind</a>: This is still blank."))
    #expect(page.contains("id=\"d1-act1-celex\" name=\"d1-act1-celex\" value=\"32016X\" aria-describedby"))
  }

  @Test func proposesAThemeAndTakesIt() throws {
    let fields = Self.two + [("d1-headline", ""), ("do", "take d2")].suffix(1)
    let text = [("d2-body", "A readmission agreement on the return of irregular migrants was signed.")]
    let page = try page(fields + text)
    #expect(page.contains("<option value=\"return\" selected>"))
    #expect(page.contains("The software would say so, too") && page.contains("because of “"))
  }

  @Test func offersEarlierDevelopments() throws {
    let page = try page(Self.two + [("d1-earlier", "2016-Q1 family-formation-age-24"), ("do", "follow d1")])
    #expect(page.contains("name=\"d1-follows1-id\" value=\"family-formation-age-24\""))
    #expect(page.contains("January to March 2016: Minimum age of 24"))
    let unknown = try self.page(
      Self.two + [("d1-follows1-period", "2016-Q1"), ("d1-follows1-id", "none-such"), ("do", "check")])
    #expect(unknown.contains("which does not exist"))
  }

  @Test func nothingThatIsSentBecomesMarkup() throws {
    for text in SubmissionFileTests.hostile {
      let form = SubmissionFileTests.form { _ in text }
      let opened = try page([("do", "open"), ("text", String(decoding: SubmissionFile(form).bytes, as: UTF8.self))])
      let posted = try page(
        Self.two.map { ($0.0, $0.0 == "d1" || $0.0 == "d2" ? "1" : text) } + [("checked", "yes"), ("undo", text)])
      for page in [opened, posted] {
        #expect(page.components(separatedBy: "<script").count == 3)
        #expect(!page.contains("<img") && !page.contains("\u{202E}"))
      }
    }
  }

  @Test func whatIsNoXMLIsForTheCheck() throws {
    let page = try page([("do", "open"), ("text", "<submission>&</submission>"), ("name", "NO.xml")])
    #expect(page.contains("action=\"/check\"") && page.contains("&lt;submission&gt;&amp;&lt;/submission&gt;"))
  }

  @Test func answersWhileSomebodyTypes() throws {
    let answer = try Self.desk.get().live(try form(Self.two), session: nil)
    let json = try #require(try JSONSerialization.jsonObject(with: Data(answer)) as? [String: Any])
    let parts = try #require(json["parts"] as? [String: String])
    #expect(parts["d2-kind-found"]?.contains("This is still blank.") == true)
    #expect(parts["d1-body-count"] == "9 words" && parts["d1-stage1-date-read"] == "10 May 2016, exact to the day")
    #expect(parts["d1-id-made"] == "Now: first-thing")
    #expect(json["preview"] == nil)
  }

  @Test func aDraftIsKeptForWhoeverHasSignedIn() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "write-\(UUID().uuidString)")
    defer { try? FileManager.default.removeItem(at: folder) }
    let desk = try Self.newDesk(data: folder)
    let session = WriteDesk.Session(country: CountryCode("NO"), fields: [("token", "a\"b")])
    #expect(!String(decoding: try desk.page(of: try form(Self.two), session: nil), as: UTF8.self).contains("Send…"))
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    let other = WriteDesk.Session(country: CountryCode("SE"))
    _ = try desk.page(of: try form(Self.two), session: other)
    #expect(!FileManager.default.fileExists(atPath: folder.path))
    let page = String(decoding: try desk.page(of: try form(Self.two), session: session), as: UTF8.self)
    #expect(page.contains("Send…"))
    let again = String(decoding: desk.page(country: "NO", period: "2016-Q2", session: session), as: UTF8.self)
    #expect(again.contains("value=\"First thing\""))
    #expect(
      !String(decoding: desk.page(country: "NO", period: "2016-Q2", session: other), as: UTF8.self).contains(
        "First thing"))
  }

  @Test func saysThatADraftCouldNotBeKept() throws {
    let folder = FileManager.default.temporaryDirectory.appending(path: "write-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    // A file stands where the folder of the drafts should.
    try Data().write(to: folder.appending(path: "drafts"))
    let desk = try Self.newDesk(data: folder)
    let words = "The desk could not keep your draft"
    for (country, isTold) in [("NO", true), ("SE", false)] {
      let session = WriteDesk.Session(country: CountryCode(country), strip: Array("<p>STRIP</p>".utf8))
      let page = String(decoding: try desk.page(of: try form(Self.two), session: session), as: UTF8.self)
      #expect(page.contains(words) == isTold && page.contains("<p>STRIP</p>"))
      let live = try JSONSerialization.jsonObject(with: Data(desk.live(try form(Self.two), session: session)))
      #expect(((live as? [String: Any])?["unkept"] as? String)?.hasPrefix(words) == isTold)
    }
  }

  @Test func sendsWhatHasNoErrors() throws {
    let session = WriteDesk.Session(country: CountryCode("XX"), fields: [("token", "a\"b")])
    let text =
      "On 10 May 2016 the government adopted a plan for the reception of asylum seekers. It applied to all reception centres and gave families rooms of their own; before, they had shared halls."
    let fields = Self.two.filter { !$0.0.hasPrefix("d2") && $0.0 != "d1-body" } + [("d1-body", text)]
    let page = try page(fields + [("do", "send")], session: session)
    #expect(page.contains("action=\"/send\"") && page.contains("name=\"name\" value=\"NO.xml\""))
    #expect(page.contains("name=\"token\" value=\"a&quot;b\"") && page.contains("name=\"text\""))
    let wrong = try self.page(Self.two + [("do", "send")], session: session)
    #expect(!wrong.contains("action=\"/send\""))
  }
}
