import Model
import Testing
import Validate

@Suite struct EUActRuleTests {
  @Test(arguments: [
    ("Directive 33/2013/EU", "Directive 2013/33/EU"), ("Regulation (EU) 1624/2016", "Regulation (EU) 2016/1624"),
    ("Directive 2013/33/EC", "Directive 2013/33/EU"), ("Directive 2008/115/EU", "Directive 2008/115/EC"),
    ("Regulation (EU) 2013/604", "Regulation (EU) No 604/2013"), ("Directive 2016/680/EU", "Directive (EU) 2016/680"),
    ("Regulation (EC) No 604/2013", "Regulation (EU) No 604/2013"), ("Directive (EU) 2013/33", "Directive 2013/33/EU"),
    ("Regulation 604/2013/EU", "Regulation (EU) No 604/2013"), ("Decision 2008/381/EU", "Decision 2008/381/EC"),
  ])
  func findsNumbersThatCannotBe(_ name: String, _ right: String) throws {
    var sample = ProseSample()
    sample.rest = #"<eu-act relation="applies">\#(name)</eu-act>"# + sample.rest
    let found = try sample.diagnose()
    #expect(found.map(\.rule) == ["eu-act-number-malformed"])
    #expect(found.first?.help.contains("Write \(right),") == true)
  }

  @Test(arguments: [
    "Directive 2013/33/EU", "Regulation (EU) 2016/1624", "Regulation (EU) No 604/2013", "Directive 95/46/EC",
    "Regulation (EEC) No 1612/68", "Directive (EU) 2016/680", "Decision 2008/381/EC", "Decision No 573/2014/EU",
    "Council Decision (EU) 2015/1523", "Framework Decision 2002/584/JHA", "Decision (CFSP) 2015/778",
    "Regulation (EU) No 1999/2013", "Regulation (EU) 2015/2016", "Regulation 12/2016", "Decision No 1/95",
    "Regulation (EU, Euratom) No 966/2012", "Directive 2009/52/EC", "Decision 2010/405/EU",
  ])
  func letsOthersPass(_ name: String) throws {
    #expect(try ProseSample.rules { $0.rest = #"<eu-act relation="applies">\#(name)</eu-act>"# + $0.rest } == [])
  }

  @Test(arguments: [
    ("Directive 2013/33/EU", "32013L0032", false), ("Directive 2013/33/EU", "32013L0033", true),
    ("Regulation (EU) 2016/399", "02016R0399-20190611", true), ("Directive 2013/33/EU", "32013R0033", false),
    ("Regulation (EU) No 604/2013", "32013R0604", true), ("Regulation (EU) No 604/2013", "32013R0603", false),
    ("Commission proposal on Directive 2003/109/EC", "52016PC0378", true),
    ("Decision amending Decision (EU) 2015/1601", "32016D1754", true), ("Qualification Directive", "32011L0095", true),
  ])
  func comparesWithCELEX(_ name: String, _ celex: String, _ isGood: Bool) throws {
    let rules = try ProseSample.rules {
      $0.rest = #"<eu-act relation="applies" celex="\#(celex)">\#(name)</eu-act>"# + $0.rest
    }
    #expect(rules == (isGood ? [] : ["celex-contradiction"]))
    let cited = try ProseSample.rules(body: #"Two centres followed <cite celex="\#(celex)">\#(name)</cite> closely."#)
    #expect(cited == (isGood ? [] : ["celex-contradiction"]))
  }
}

@Suite struct NameRuleTests {
  private func rules(_ words: String, _ period: String, _ date: String) throws -> [String] {
    try ProseSample.rules {
      $0.root = #"country="NO" period="\#(period)" status="final""#
      $0.stages = #"<stage type="adopted" date="\#(date)"/>"#
      $0.words = words
    }
  }

  @Test func goesByThePeriodsLastDay() throws {
    #expect(try rules("Persons came from Turkey.", "2022-Q3", "2022-08") == [])
    #expect(try rules("Persons came from Turkey.", "2022-Q4", "2022-11") == ["name-outdated"])
    #expect(try rules("Persons came from Türkiye.", "2016-Q1", "2016-02") == ["name-outdated"])
    #expect(try rules("Persons came from the Czech Republic.", "2016-Q2", "2016-05") == [])
    #expect(try rules("Persons came from the Czech Republic.", "2016-Q3", "2016-08") == ["name-outdated"])
    #expect(try rules("Persons came from North Macedonia.", "2016-Q3", "2016-08") == ["name-outdated"])
    #expect(try rules("From Swaziland to Turkey and from Turkey on.", "2022-Q4", "2022-11").count == 2)
  }

  @Test(arguments: [
    "The EU-Turkey Statement was applied.", "The Parliament of the Czech Republic decided.",
    "The minister said “Turkey” twice.", "The <cite>Agreement with Turkey</cite> ended.", "Many Turkeys came.",
  ])
  func leavesProperNamesAlone(_ words: String) throws { #expect(try rules(words, "2022-Q4", "2022-11") == []) }
}

@Suite struct LinkRuleTests {
  @Test(arguments: [
    ("http://localhost:8080/a", "link-local"), ("https://10.0.0.5/a", "link-local"),
    ("http://172.20.1.1/", "link-local"),
    ("http://192.168.1.1/", "link-local"), ("http://intranet/news", "link-local"),
    ("https://news.ministry.local/", "link-local"), ("https://user:secret@www.regjeringen.no/", "link-local"),
    ("http://[::1]/", "link-local"), ("https://example.com/", "link-example"),
    ("https://www.example.org/a", "link-example"), ("https://www.regjeringen.no/a.", "link-punctuation"),
    ("https://www.regjeringen.no/a)", "link-punctuation"), ("https://www.regjeringen.no/a,", "link-punctuation"),
  ])
  func findsLinksThatLeadNowhere(_ link: String, _ rule: String) throws {
    #expect(try ProseSample.rules { $0.rest = #"<source href="\#(link)">News</source>"# } == [rule])
  }

  @Test(arguments: [
    "https://www.regjeringen.no/a_(b)", "https://en.wikipedia.org/wiki/Act_(law)", "https://8.8.8.8/a",
    "https://www.regjeringen.no/?mail=a@b.no", "https://www.regjeringen.no", "https://notexample.com/a",
    "https://172.15.0.1/a", "https://www.regjeringen.no:8080/a", "https://www.regjeringen.no/a:99999",
  ])
  func letsOthersPass(_ link: String) throws {
    #expect(try ProseSample.rules { $0.rest = #"<source href="\#(link)">News</source>"# } == [])
  }
}
