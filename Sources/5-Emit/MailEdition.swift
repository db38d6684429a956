import Model
import Text

/// The mail form of an issue: a message with both editions in it, ready for a mail program to open and send.
///
/// It holds no address but those of the mailing, no date but the day of publication, and nothing of its own making that
/// would differ from run to run. Mail programs show one of the two parts and ignore scripts and forms, so each part has
/// the same content as the edition's file, byte for byte once it is decoded and its lines end in LF.
///
/// - Parameters:
///   - issue: The issue.
///   - mailing: Who sends it to whom, where the editors say so.
///   - text: The plain text edition.
///   - html: The HTML edition.
public func mailEdition(of issue: CompiledIssue, for mailing: Mailing?, text: [UInt8], html: [UInt8]) -> [UInt8] {
  var header = MailHeader()
  header.field("MIME-Version", "1.0")
  // Outlook opens such a message for sending, others as one that was received.
  header.field("X-Unsent", "1")
  if case .day(let day)? = issue.published { header.field("Date", mailDate(day)) }
  header.field("From", [mailing?.from].compactMap { $0 })
  header.field("Reply-To", [mailing?.replyTo].compactMap { $0 })
  header.field("To", mailing?.to ?? [])
  header.field("Subject", words: Words.subject(of: issue))
  header.field("Content-Language", Words.language)
  header.field("Content-Type", "multipart/alternative;" + lineEnd + " boundary=\"" + boundary + "\"")
  var out = header.out
  out.append(lineEnd)
  out.append(part: text, type: "text/plain")
  out.append(part: html, type: "text/html")
  out.append("--" + boundary + "--" + lineEnd)
  return out.bytes
}

/// What parts the two editions. Quoted-printable never has an underscore after an equals sign (RFC 2045, 6.7).
private let boundary = "=_bulletin"

extension OutputBuffer {
  fileprivate mutating func append(part: [UInt8], type: String) {
    var header = MailHeader()
    header.field("Content-Type", type + "; charset=utf-8")
    header.field("Content-Transfer-Encoding", "quoted-printable")
    header.field("Content-Language", Words.language)
    append("--" + boundary + lineEnd)
    append(contentsOf: header.out.bytes)
    append(lineEnd)
    append(quotedPrintable: part)
    append(lineEnd)
  }
}

/// The first moment of a day in the form of mail: `Mon, 25 Apr 2016 00:00:00 +0000`.
private func mailDate(_ day: Day) -> String {
  let name = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"][weekday(of: day)]
  let year = String(repeating: "0", count: max(0, 4 - String(day.year).utf8.count)) + String(day.year)
  return "\(name), \(day.day) \(monthName(day.month).prefix(3)) \(year) 00:00:00 +0000"
}

/// The day of the week, from 0 for Sunday, in the Gregorian calendar: days since a Sunday, counted in years that begin
/// in March so that the leap day comes last.
private func weekday(of day: Day) -> Int {
  let year = day.month < 3 ? day.year - 1 : day.year
  let month = (day.month + 9) % 12
  let days = 365 * year + year / 4 - year / 100 + year / 400 + (153 * month + 2) / 5 + day.day
  return (days + 2) % 7
}

extension Words {
  /// The language of both editions.
  static let language = "en-GB"

  /// What the message is called: series, edition, period; a draft says so first.
  static func subject(of issue: CompiledIssue) -> String {
    (issue.isDraft ? "DRAFT: " : "") + issue.title + ", " + edition(of: issue) + ": " + issue.period.words
  }
}
