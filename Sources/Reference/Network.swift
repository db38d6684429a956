import Model
import XML

/// Who takes part in the European Migration Network, from when until when, and under which names and codes.
public struct Network: Sendable {
  /// The version of the file.
  public let version: String
  /// All contributors that there ever were, and countries known never to have been one, in the file's order.
  public let contributors: [Contributor]
  private let places: [CountryCode: Int]
  private let corrections: [CountryCode: CountryCode]

  /// The network as a document of `network.xml` has it.
  public init(_ document: XMLDocument) throws(ReferenceError) {
    let file = ReferenceFile.network
    let root = try file.root(of: document)
    version = try file.attribute("version", of: root)
    var contributors: [Contributor] = []
    var places: [CountryCode: Int] = [:]
    for element in root.children("contributor") {
      let contributor = try Contributor(element)
      guard places.updateValue(contributors.count, forKey: contributor.code) == nil else {
        throw ReferenceError(file, "The contributor \(contributor.code.rawValue) stands in it twice.")
      }
      contributors.append(contributor)
    }
    var corrections: [CountryCode: CountryCode] = [:]
    for element in root.children("mistaken") {
      let wrong = CountryCode(try file.attribute("code", of: element))
      corrections[wrong] = CountryCode(try file.attribute("right", of: element))
    }
    self.contributors = contributors
    self.places = places
    self.corrections = corrections
  }

  /// The contributor or other known country of a code.
  public func contributor(_ code: CountryCode) -> Contributor? { places[code].map { contributors[$0] } }

  /// The English name that the style guide gave a country on a day; for an unknown code, the code itself.
  public func name(of code: CountryCode, on day: Day) -> String {
    contributor(code)?.names.name(on: day) ?? code.rawValue
  }

  /// The part that a country had in the network during a period, if only on one of its days; `nil` for none.
  public func membership(of code: CountryCode, during period: Period) -> Membership? {
    contributor(code)?.memberships.first { $0.overlaps(period) }
  }

  /// The contributors during a period in the bulletin's order: the Commission, then countries by their English names
  /// on the period's last day.
  public func contributors(during period: Period) -> [Contributor] {
    var present: [(order: Order, place: Int)] = []
    for place in contributors.indices where contributors[place].memberships.contains(where: { $0.overlaps(period) }) {
      present.append((order(of: contributors[place].code, on: period.last), place))
    }
    present.sort { $0.order < $1.order }
    return present.map { contributors[$0.place] }
  }

  /// By what contributors are ordered: the Commission's name is empty here.
  private typealias Order = (name: String, code: CountryCode)

  private func order(of code: CountryCode, on day: Day) -> Order {
    (code == .europeanUnion ? "" : name(of: code, on: day).lowercased(), code)
  }

  /// Whether a contributor stands before another in the bulletin: the Commission first, then English alphabetical.
  public func precedes(_ left: CountryCode, _ right: CountryCode, on day: Day) -> Bool {
    left != right && order(of: left, on: day) < order(of: right, on: day)
  }

  /// The right code for one that people write by mistake, such as EL for GR.
  public func correction(for code: CountryCode) -> CountryCode? { corrections[code] }

  /// A sentence that says that a country never took part; `nil` for all others.
  public func nonMemberSentence(of code: CountryCode) -> String? { contributor(code)?.nonMember }
}
