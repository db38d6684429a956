import Foundation
import Model

/// A good file in parts, each of which an example of a rule may replace.
struct ModelFile {
  /// The parts by their names in `rules.xsd`, in the file's order.
  var parts: [(name: String, text: String)]

  /// The file with a piece in place of a part.
  func with(_ piece: [UInt8], for part: String) -> [UInt8] {
    Array(parts.map { $0.name == part ? piece : Array($0.text.utf8) }.joined(separator: [0x0A]))
  }

  func has(_ part: String) -> Bool { parts.contains { $0.name == part } }

  var bytes: [UInt8] { with([], for: "") }
}

extension ModelFile {
  /// A submission that breaks no rule.
  static let submission = submission("NO", Period("2016-Q1"))

  /// What the same country submitted for the period before; its id is `reception-2015-q4`.
  static let earlier = submission("NO", Period("2015-Q4"))

  /// What another country has sent as a draft for the period before, under the same id.
  static var earlierDraft: ModelFile {
    var draft = submission("SE", Period("2015-Q4"))
    for place in draft.parts.indices {
      draft.parts[place].text = draft.parts[place].text.replacing("status=\"final\"", with: "status=\"draft\"")
    }
    return draft
  }

  /// An issue's file that breaks no rule.
  static let issue = issue(Period("2016-Q1"))

  /// A good submission of any country for any period. No two periods in a row tell the same.
  static func submission(_ country: String, _ period: Period?) -> ModelFile {
    let name = period?.name ?? "2016-Q1"
    let month = String(format: "%04d-%02d", period?.first.year ?? 2016, period?.first.month ?? 1)
    let isModel = name == "2016-Q1"
    let story = stories[((period?.first.year ?? 2016) * 4 + (period?.first.month ?? 1) / 3) % stories.count]
    let day = isModel ? "2016-02-10" : month
    let date = isModel ? #" date="2016-04-15""# : ""
    return ModelFile(parts: [
      ("declaration", #"<?xml version="1.0" encoding="UTF-8"?>"#),
      (
        "submission",
        #"<submission xmlns="urn:emn:bulletin:submission:1" country="\#(country)" period="\#(name)" status="final"\#(date)>"#
      ),
      (
        "development",
        #"<development id="\#(isModel ? "reception-centres-opened" : "reception-\(name.lowercased())")" kind="policy" theme="international-protection">"#
      ),
      ("headline", "<headline>\(story.headline)</headline>"),
      ("stage", #"<stage type="adopted" date="\#(day)"/>"#),
      ("body", "<body>\n<p>\(story.body)</p>\n</body>"),
      ("act", ""),
      ("source", "<source>Ministry of Justice, annual report on reception</source>"),
      ("follows", ""),
      ("end", "</development>\n</submission>\n"),
    ])
  }

  /// A good issue's file for any period.
  static func issue(_ period: Period?) -> ModelFile {
    let edition = period?.ruledEdition ?? 12
    return ModelFile(parts: [
      ("first line", #"<?xml version="1.0" encoding="UTF-8"?>"#),
      (
        "issue",
        #"<issue xmlns="urn:emn:bulletin:issue:1" edition="\#(edition)" period="\#(period?.name ?? "2016-Q1")">"#
      ),
      ("head", "<title>EMN Bulletin</title>\n<about>The bulletin reports on migration and asylum.</about>"),
      ("decisions", ""),
      (
        "colophon", "<colophon>\n<p>The network can be reached through its contact points.</p>\n</colophon>\n</issue>\n"
      ),
    ])
  }

  private static let stories = [
    (
      headline: "Two reception centres opened",
      body: """
      The ministry opened two reception centres for persons who had applied for international protection. Each had \
      places for 200 persons, and the older centre in the north was closed.
      """
    ),
    (
      headline: "Language courses extended to all newcomers",
      body: """
      Municipalities had to offer courses in the national language to all adults with a residence permit. Until then \
      only refugees had a right to such courses, which lasted 300 hours.
      """
    ),
    (
      headline: "Fee for work permits lowered",
      body: """
      Employers paid a lower fee for the first permit of a worker from outside the European Union. The fee for \
      renewals stayed as it was, and seasonal workers paid none.
      """
    ),
    (
      headline: "Guardians appointed within three days",
      body: """
      Courts had to appoint a guardian for each unaccompanied minor within three days of arrival. The former limit \
      was two weeks, during which the child had nobody to speak for it.
      """
    ),
  ]
}
