import Model
import Testing

@Suite struct PeriodTests {
  @Test func readsQuartersAndSpans() throws {
    let quarter = try #require(Period("2016-Q1"))
    #expect(quarter.name == "2016-Q1")
    #expect(quarter.first == Day("2016-01-01") && quarter.last == Day("2016-03-31"))
    #expect(quarter.words == "January to March 2016")
    let span = try #require(Period("2014-11_2015-02"))
    #expect(span.name == "2014-11_2015-02")
    #expect(span.last == Day("2015-02-28"))
    #expect(span.words == "November 2014 to February 2015")
    #expect(span.quarter == nil && span.ruledEdition == nil)
  }

  @Test(arguments: [
    "", "2016", "2016-Q5", "2016-Q0", "16-Q1", "2016-q1", "2014-11_2014-08", "2014-13_2014-14", "2016-Q1 ",
  ])
  func refusesWhatIsNoPeriod(_ name: String) { #expect(Period(name) == nil) }

  @Test(arguments: [
    ("2015-Q4", 13), ("2016-Q1", 14), ("2016-Q4", 17), ("2018-Q3", 24), ("2019-Q4", 29), ("2021-Q2", 35),
    ("2022-Q3", 40), ("2022-Q4", 41),
  ])
  func knowsTheEditionOfAQuarter(_ name: String, _ edition: Int) {
    #expect(Period(name)?.ruledEdition == edition)
  }

  @Test func hasNoRuleBeforeThe13thEdition() { #expect(Period("2015-Q3")?.ruledEdition == nil) }

  @Test func containsDatesAsFarAsTheyAreKnown() throws {
    let period = try #require(Period("2016-Q1"))
    for inside in ["2016-01-01", "2016-03-31", "2016-02", "2016"] {
      #expect(period.contains(try #require(PartialDate(inside))), "\(inside)")
    }
    for outside in ["2015-12-31", "2016-04-01", "2016-04", "2015"] {
      #expect(!period.contains(try #require(PartialDate(outside))), "\(outside)")
    }
  }
}

@Suite struct PartialDateTests {
  @Test(arguments: [("2016-03-10", "10 March 2016"), ("2015-12", "December 2015"), ("2016", "2016")])
  func readsAndWrites(_ iso: String, _ words: String) throws {
    let date = try #require(PartialDate(iso))
    #expect(date.iso == iso)
    #expect(date.words == words)
  }

  @Test(arguments: ["2015-02-29", "2016-13", "2016-00", "2016-1-1", "13/11/2015", "2016-03-10T00:00", "", "abcd"])
  func refusesWhatIsNoDate(_ text: String) { #expect(PartialDate(text) == nil) }

  @Test(arguments: [
    ("2022-10-05", "2022-10-06", "5"), ("2022-09-30", "2022-10-01", "30 September"),
    ("2022-12-31", "2023-01-01", "31 December 2022"), ("2022-09", "2022-10", "September"),
    ("2022-11", "2023-02", "November 2022"), ("2022-09-05", "2022-10", "5 September"),
    ("2022-10-05", "2022", "5 October 2022"),
    ("2021", "2022", "2021"),
  ])
  func leavesOutOfASpanWhatItsEndSaysAgain(_ from: String, _ to: String, _ words: String) throws {
    #expect(try #require(PartialDate(from)).words(until: #require(PartialDate(to))) == words)
  }

  @Test func knowsLeapYears() {
    #expect(Day("2016-02-29") != nil)
    #expect(Day("1900-02-29") == nil)
    #expect(Day("2000-02-29") != nil)
  }
}

@Suite struct WordCountTests {
  @Test(arguments: [("", 0), ("  ", 0), ("one", 1), (" one  two\nthree ", 3), ("30\u{A0}700 persons", 2)])
  func countsRunsBetweenWhiteSpace(_ text: String, _ count: Int) { #expect(wordCount(text) == count) }
}
