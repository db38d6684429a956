import Model
import Reference
import Testing

@Suite("Who takes part in the network, and under which name")
struct NetworkTests {
  let network: Network
  let names: ThirdCountryNames

  init() throws {
    let data = try ReferenceData.load()
    network = data.network
    names = data.names
  }

  @Test(
    "A country takes part from its first day to its last",
    arguments: [
      ("EL", "2016-Q1", "member"), ("UK", "2020-Q1", "member"), ("UK", "2020-Q2", nil), ("HR", "2013-Q2", nil),
      ("HR", "2013-Q3", "member"), ("DK", "2016-Q1", nil), ("NO", "2010-Q4", nil), ("NO", "2011-Q1", "observer"),
      ("IE", "2009-Q1", nil), ("IE", "2009-Q2", "member"), ("EU", "2016-Q1", "commission"), ("GR", "2016-Q1", nil),
      ("AM", "2022-Q4", "observer"), ("RS", "2022-Q4", nil),
    ])
  func membership(code: String, period: String, role: String?) throws {
    let period = try #require(Period(period))
    #expect(network.membership(of: CountryCode(code), during: period)?.role.rawValue == role)
  }

  @Test("At the end of 2022 there are 26 Member States and 6 observers")
  func countAt2022() throws {
    let period = try #require(Period("2022-Q4"))
    let roles = network.contributors(during: period).compactMap { network.membership(of: $0.code, during: period) }
    #expect(roles.count { $0.role == .member } == 26)
    #expect(roles.count { $0.role == .observer } == 6)
  }

  @Test("The bulletin's order has the Commission first, then English names")
  func order() throws {
    let early = try #require(Period("2016-Q2"))
    let late = try #require(Period("2016-Q3"))
    let codes = network.contributors(during: early).map(\.code.rawValue)
    #expect(codes.prefix(8) == ["EU", "AT", "BE", "BG", "HR", "CY", "CZ", "EE"])
    #expect(codes.suffix(4) == ["SI", "ES", "SE", "UK"])
    #expect(network.name(of: CountryCode("CZ"), on: early.last) == "Czech Republic")
    #expect(network.name(of: CountryCode("CZ"), on: late.last) == "Czechia")
    #expect(network.name(of: CountryCode("ZZ"), on: late.last) == "ZZ")
  }

  @Test("Codes of ISO 3166 are mistakes with a right form")
  func corrections() {
    #expect(network.correction(for: CountryCode("GR")) == CountryCode("EL"))
    #expect(network.correction(for: CountryCode("GB")) == CountryCode("UK"))
    #expect(network.correction(for: CountryCode("EL")) == nil)
    #expect(network.nonMemberSentence(of: CountryCode("DK"))?.contains("Denmark") == true)
  }

  @Test(
    "Third countries have the name of the day",
    arguments: [
      ("TR", "2016-03-31", "Turkey"), ("TR", "2022-12-31", "Türkiye"), ("MK", "2019-03-31", "North Macedonia"),
      ("MK", "2016-03-31", "the former Yugoslav Republic of Macedonia"), ("XK", "2016-03-31", "Kosovo"),
    ])
  func thirdCountry(code: String, day: String, name: String) throws {
    #expect(names.name(of: CountryCode(code), on: try #require(Day(day))) == name)
  }

  @Test("Kosovo carries its footnote, and only what has one does")
  func footnote() {
    #expect(names.footnote(of: CountryCode("XK"))?.contains("1244") == true)
    #expect(names.footnote(of: CountryCode("TR")) == nil)
  }
}
