import Model
import Testing

/// What a finding offers instead of a value in another form than the data have.
@Suite struct CorrectionTests {
  private func offer(_ right: String, _ wrong: String) throws -> String? {
    let message = try #require(
      try diagnose(Sample().with { $0.rest += Self.extra }.text.replacing(right, with: wrong)).first
    )
    .message
    return message.firstMatch(of: /Did you mean “(.*)”\?/).map { String($0.1) }
  }

  private static let extra = #"<follows period="2015-Q4" id="an-earlier-one"/>"#

  @Test(arguments: [
    ("13/11/2015", "2015-11-13"), ("10.13.2016", "2016-10-13"), ("2016/03/10", "2016-03-10"),
    ("2016-3-1", "2016-03-01"),
    ("20160310", "2016-03-10"), ("13 November 2015", "2015-11-13"), ("March 2016", "2016-03"), ("Mar 2016", "2016-03"),
    ("3rd March 2016", "2016-03-03"), ("2016–03–10", "2016-03-10"), ("03/2016", "2016-03"),
    ("March 3, 2016", "2016-03-03"),
    ("05/13/2016", "2016-05-13"), ("31/02/2016", nil), ("last week", nil), ("16-03-10", nil), ("13/13/2015", nil),
  ])
  func offersTheDateThatWasMeant(_ written: String, _ meant: String?) throws {
    #expect(try offer("2016-02-10", written) == meant)
  }

  @Test func offersBothWaysToReadADate() throws {
    let message = try #require(try diagnose(Sample().text.replacing("2016-02-10", with: "05/06/2016")).first).message
    #expect(message.hasSuffix("Did you mean “2016-06-05” (5 June 2016) or “2016-05-06” (6 May 2016)?"))
  }

  @Test(arguments: [
    ("Q4 2015", "2015-Q4"), ("2015Q4", "2015-Q4"), ("4/2015", "2015-Q4"), ("2015-4", "2015-Q4"), ("2015-q4", "2015-Q4"),
    ("2015-Q5", nil), ("2015", nil), ("winter", nil),
  ])
  func offersThePeriodThatWasMeant(_ written: String, _ meant: String?) throws {
    #expect(try offer(#"period="2015-Q4""#, #"period="\#(written)""#) == meant)
  }

  @Test(arguments: [("Norway", "NO"), ("no", "NO"), ("Sverige", "SE"), ("EST", nil), ("Atlantis", nil)])
  func offersTheCountryThatWasMeant(_ written: String, _ meant: String?) throws {
    #expect(try offer(#"country="NO""#, #"country="\#(written)""#) == meant)
  }

  @Test(arguments: [
    ("Reception centres", "reception-centres"), ("Asyl_Gesetz", "asyl-gesetz"), ("Änderung", "anderung"),
    ("new-", "new"), ("a--b", "a-b"), ("§", nil),
  ])
  func offersTheIdThatWasMeant(_ written: String, _ meant: String?) throws {
    #expect(try offer(#"id="one""#, #"id="\#(written)""#) == meant)
  }

  @Test(arguments: [
    ("30 700", "30700"), ("1.000,50", "1000.50"), ("1,000.50", "1000.50"), ("4,5", "4.5"), ("30,700", nil),
    ("thirty", nil),
  ])
  func offersTheNumberThatWasMeant(_ written: String, _ meant: String?) throws {
    let sample = Sample().with { $0.rest = #"<figure value="\#(written)" unit="persons">Places</figure>"# + $0.rest }
    let message = try #require(try diagnose(sample.text).first).message
    #expect(message.firstMatch(of: /Did you mean “(.*)”\?/).map { String($0.1) } == meant)
  }
}
