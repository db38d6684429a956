import Emit
import Foundation
import Model
import Testing
import Text

@Suite("The mail form")
struct MailTests {
  private func message(
    _ issue: CompiledIssue = Sample.issue(), _ mailing: Mailing? = nil, text body: String = "Hello\n"
  ) -> String {
    text(mailEdition(of: issue, for: mailing, text: Array(body.utf8), html: Array("<p>é</p>\n".utf8)))
  }

  /// The header's fields as they stand, folded lines together.
  private func fields(_ message: String) -> [String] {
    let head = String(message[..<(message.range(of: "\r\n\r\n")?.lowerBound ?? message.endIndex)])
    return head.replacing("\r\n ", with: " ").split(separator: "\r\n").map(String.init)
  }

  private func encoded(_ body: String) -> [String] {
    let all = message(text: body).components(
      between: "quoted-printable\r\nContent-Language: en-GB\r\n\r\n", and: "\r\n--=_")
    return all.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
  }

  @Test(
    "Quoted-printable",
    arguments: [
      ("a=b é\n", ["a=3Db =C3=A9", ""]), ("end \n\tx\t\n", ["end=20", "\tx=09", ""]), (".\n..\n", ["=2E", "=2E.", ""]),
      ("From x\nFrom\n", ["=46rom x", "From", ""]), ("cr\r\n", ["cr=0D", ""]),
      (String(repeating: "a", count: 76) + "\n", [String(repeating: "a", count: 76), ""]),
      (String(repeating: "a", count: 77) + "\n", [String(repeating: "a", count: 75) + "=", "aa", ""]),
      (String(repeating: "a", count: 75) + "From b\n", [String(repeating: "a", count: 75) + "=", "=46rom b", ""]),
      (String(repeating: "a", count: 75) + "..\n", [String(repeating: "a", count: 75) + "=", "=2E.", ""]),
      (String(repeating: "a", count: 74) + "é\n", [String(repeating: "a", count: 74) + "=", "=C3=A9", ""]),
    ])
  func quotedPrintable(body: String, lines: [String]) { #expect(encoded(body) == lines) }

  @Test("Without a mailing there is no address, without a day no date")
  func bare() {
    let all = fields(message())
    #expect(all.allSatisfy { !$0.hasPrefix("From") && !$0.hasPrefix("To") && !$0.hasPrefix("Date") })
    #expect(all.contains("MIME-Version: 1.0") && all.contains("X-Unsent: 1"))
    #expect(!message().contains("@"))
  }

  @Test(
    "The date is the day of publication",
    arguments: zip(
      ["2016-05-12", "2000-02-29", "2016-05", "2016"],
      [
        "Date: Thu, 12 May 2016 00:00:00 +0000", "Date: Tue, 29 Feb 2000 00:00:00 +0000", nil, nil,
      ] as [String?]))
  func date(published: String, field: String?) {
    var issue = Sample.issue()
    issue.published = Sample.date(published)
    #expect(fields(message(issue)).first { $0.hasPrefix("Date") } == field)
  }

  @Test("Names are quoted or encoded, so that none opens a field or adds an address")
  func names() {
    let mailing = Mailing(
      from: .init(address: "a@example.org", name: "Évil\r\nBcc: b@example.org"),
      replyTo: .init(address: "c@example.org", name: #"The "editors", \ all"#),
      to: [.init(address: "d@example.org"), .init(address: "e@example.org\r\nBcc: f@example.org"), .init(address: "g")])
    let all = fields(message(Sample.issue(), mailing))
    #expect(all.allSatisfy { !$0.hasPrefix("Bcc") })
    #expect(all.contains("From: =?UTF-8?Q?=C3=89vil_Bcc=3A_b=40example=2Eorg?= <a@example.org>"))
    #expect(all.contains(#"Reply-To: "The \"editors\", \\ all" <c@example.org>"#))
    #expect(all.contains("To: d@example.org"))
  }

  @Test("A long subject is folded, one in other letters encoded without tearing a character")
  func subject() {
    var issue = Sample.issue()
    issue.title = String(repeating: "Ελλάδα 日本 ", count: 20)
    let lines = message(issue).split(separator: "\r\n")
    let start = lines.firstIndex { $0.hasPrefix("Subject") } ?? 0
    let subject = [lines[start]] + lines[(start + 1)...].prefix { $0.hasPrefix(" ") }
    #expect(subject.count > 5 && subject.allSatisfy { $0.utf8.count <= 76 && $0.hasSuffix("?=") })
    issue.title = String(repeating: "Bulletin ", count: 30)
    #expect(message(issue).split(separator: "\r\n").allSatisfy { $0.utf8.count <= 76 })
    issue.title = "=?UTF-8?Q?x?="
    #expect(message(issue).contains("Subject: =?UTF-8?Q?=3D=3FUTF-8=3FQ=3Fx=3F=3D"))
  }

  @Test(
    "Addresses",
    arguments: zip(
      [
        "a@b.org", "a.b+c@x-y.example", "a", "a@b", "a@@b.org", ".a@b.org", "a..b@c.org", "a@-b.org", "ä@b.org",
        "a b@c.org", "A <a@b.org>", "a@b.org,c@d.org", "a@b.org\r\nBcc: c@d.org", "a@1.2", "",
      ],
      [true, true] + Array(repeating: false, count: 13)))
  func addresses(text: String, isGood: Bool) { #expect(isMailAddress(text) == isGood) }
}

extension String {
  /// What stands between the first place of one text and the next of another.
  fileprivate func components(between start: String, and end: String) -> String {
    guard let open = range(of: start), let close = self[open.upperBound...].range(of: end) else { return "" }
    return String(self[open.upperBound..<close.lowerBound])
  }
}
