import Model
import XML

/// The English names of third countries by date, and the footnotes that EU texts carry at some of them.
///
/// Source: Interinstitutional Style Guide, Annex A5.
public struct ThirdCountryNames: Sendable {
  /// A third country.
  public struct Country: Hashable, Sendable {
    /// Its code.
    public let code: CountryCode
    /// Its names, the oldest first.
    public let names: [DatedName]
    /// The footnote at its name.
    public let footnote: String?
  }

  /// The version of the file.
  public let version: String
  /// The countries, in the file's order.
  public let countries: [Country]
  private let places: [CountryCode: Int]

  /// The names as a document of `names.xml` has them.
  public init(_ document: XMLDocument) throws(ReferenceError) {
    let file = ReferenceFile.names
    let root = try file.root(of: document)
    version = try file.attribute("version", of: root)
    var countries: [Country] = []
    var places: [CountryCode: Int] = [:]
    for element in root.children("country") {
      let code = CountryCode(try file.attribute("code", of: element))
      var names: [DatedName] = []
      for name in element.children("name") { names.append(try DatedName(name, in: file)) }
      guard places.updateValue(countries.count, forKey: code) == nil else {
        throw ReferenceError(file, "The country \(code.rawValue) stands in it twice.")
      }
      countries.append(Country(code: code, names: names, footnote: element.child("footnote")?.text))
    }
    self.countries = countries
    self.places = places
  }

  /// A country's name on a day; `nil` for a country that is not in the list.
  public func name(of code: CountryCode, on day: Day) -> String? {
    places[code].flatMap { countries[$0].names.name(on: day) }
  }

  /// The footnote that EU texts carry at a country's name.
  public func footnote(of code: CountryCode) -> String? {
    places[code].flatMap { countries[$0].footnote }
  }
}
