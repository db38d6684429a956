import Model
import XML

/// A country, or the Commission, as the network knows it.
public struct Contributor: Hashable, Sendable {
  /// The code.
  public let code: CountryCode
  /// The English names, each with its days.
  public let names: [DatedName]
  /// The names in its own languages.
  public let ownNames: [Phrase]
  /// The English name in full, where the short one is not it.
  public let longName: String?
  /// The spans of time in which it took part; none for a country that never did.
  public let memberships: [Membership]
  /// A sentence that says that it never took part.
  public let nonMember: String?
  /// Its place in the EU protocol order, from 1; `nil` for observers and the Commission.
  public let protocolOrder: Int?

  init(_ element: XMLElement) throws(ReferenceError) {
    let file = ReferenceFile.network
    code = CountryCode(try file.attribute("code", of: element))
    var names: [DatedName] = []
    var ownNames: [Phrase] = []
    for name in element.children("name") {
      if let language = name["xml:lang"], language != "en" {
        ownNames.append(Phrase(name.text, language: language))
      } else {
        names.append(try DatedName(name, in: file))
      }
    }
    var memberships: [Membership] = []
    for membership in element.children("membership") { memberships.append(try Membership(membership)) }
    self.names = names
    self.ownNames = ownNames
    self.memberships = memberships
    longName = element.child("long-name")?.text
    nonMember = element.child("non-member")?.text
    protocolOrder = try file.integer("protocol", of: element)
  }
}

/// A span of time in which a contributor took part in the network.
public struct Membership: Hashable, Sendable {
  /// As what it took part.
  public enum Role: String, Sendable {
    case member, observer, commission
  }

  /// As what it took part.
  public let role: Role
  /// The first day.
  public let from: Day
  /// The last day; `nil` while it lasts.
  public let until: Day?
  /// Whether the fact and its days are confirmed.
  public let isVerified: Bool
  /// Where that is written.
  public let source: String

  init(_ element: XMLElement) throws(ReferenceError) {
    let file = ReferenceFile.network
    role = try file.choice("role", of: element)
    guard let from = try file.day("from", of: element) else {
      throw ReferenceError(file, "<membership> lacks the attribute from.")
    }
    self.from = from
    until = try file.day("until", of: element)
    isVerified = element.isVerified
    source = try file.attribute("source", of: element)
  }

  /// Whether it covers at least one day of a period.
  func overlaps(_ period: Period) -> Bool {
    guard from <= period.last else { return false }
    guard let until else { return true }
    return period.first <= until
  }
}
