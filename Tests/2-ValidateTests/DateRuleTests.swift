import Testing

@Suite struct DateRuleTests {
  @Test(arguments: [
    ("13/11/2015", "13 November 2015"), ("13.11.2015", "13 November 2015"), ("2015-11-13", "13 November 2015"),
    ("November 13, 2015", "13 November 2015"), ("13th November 2015", "13 November 2015"),
    ("1st of March 2016", "1 March 2016"), ("March 3rd, 2016", "3 March 2016"), ("11/13/2015", "13 November 2015"),
    ("3.1.2016", "3 January 2016"), ("November\u{A0}13,\u{202F}2015", "13 November 2015"),
  ])
  func findsDatesInOtherForms(_ date: String, _ right: String) throws {
    var sample = ProseSample()
    sample.words = "Two centres opened on \(date) in the north."
    let found = try sample.diagnose()
    #expect(found.map(\.rule) == ["date-style"])
    #expect(found.first?.help.contains(right) == true)
  }

  @Test(arguments: [
    "31 November 2015", "30 February 2016", "29 February 2015", "32 March 2016", "31 June",
    "31\u{A0}November\u{A0}2015", "31\u{202F}June",
  ])
  func findsDaysThatDoNotExist(_ date: String) throws {
    #expect(try ProseSample.rules(body: "Two centres opened on \(date) in the north.") == ["date-nonexistent"])
  }

  @Test(arguments: [
    "Two centres opened on 13 November 2015 in the north.", "Two centres opened on 29 February 2016.",
    "Regulation (EU) 2016/399 was applied.", "Law No 13/11/2015 was replaced.", "Decree 13.11.2015 was replaced.",
    "Section 3.1.2016.4 was replaced.", "In November 13 centres opened.", "In May 2016 two centres opened.",
    "The act of <cite>13/11/2015</cite> was replaced.", "Between 10 and 31 March 2016 two centres opened.",
    "The form <link href=\"https://www.regjeringen.no/\">of 2015-11-13</link> was replaced.",
    "The 1st centre in March 2016 was new.", "The rate was 1.5 to 3.5 a day.",
    "Decree\u{A0}13.11.2015 was replaced.", "In November 13,2015 centres were counted.",
  ])
  func letsOthersPass(_ words: String) throws { #expect(try ProseSample.rules(body: words) == []) }
}

@Suite struct ContradictionRuleTests {
  @Test(arguments: [
    "The act was adopted on 13 November 2015.", "The act was adopted on 11 February 2016.",
    "The act was adopted in March 2016.", "In the end the act was adopted in 2015.",
    "The act was adopted on 13\u{A0}November\u{202F}2015.", "The act was adopted in March\u{A0}2016.",
  ])
  func findsDatesThatTheDataDoNotHave(_ words: String) throws {
    #expect(try ProseSample.rules(body: words) == ["date-contradiction"])
  }

  @Test func pointsAtTheWords() throws {
    var sample = ProseSample()
    sample.words = "The act was adopted on 13 November 2015."
    let found = try #require(try sample.diagnose().first)
    #expect(found.message.contains("was adopted on 13 November 2015") && found.message.contains("10 February 2016"))
    #expect(found.line == 6 && found.column == 22)
  }

  @Test func looksAtEachStageOfTheSort() throws {
    let stages = #"<stage type="in-force" date="2016-03-01"/><stage type="applied" date="2016-04-01"/>"#
    for (words, expected) in [
      ("It entered into force on 1 March 2016.", []), ("It entered into force on 1 May 2016.", ["date-contradiction"]),
      ("The rules applied from 1 April 2016.", []), ("It came into force in 2016.", []),
    ] {
      let rules = try ProseSample.rules {
        $0.words = words
        $0.stages = stages
      }
      #expect(rules == expected, "\(words)")
    }
  }

  @Test(arguments: [
    "The act was adopted on 10 February 2016.", "The act was adopted in February 2016.", "The act was adopted in 2016.",
    "The act was published on 1 March 2016.", "The act that had been adopted on 1 May 2014 was replaced.",
    "An earlier act was adopted on 1 May 2014.", "Directive 2013/33/EU was adopted on 26 June 2013.",
    "The <cite>Aliens Act</cite> was adopted on 1 May 2014.", "The act of 2014 was adopted on 1 May 2014.",
    "The act was adopted by the senate on 1 May 2014.", "Persons who applied on 1 May 2014 were housed.",
    "The act was adopted on first reading.", "The act, which was adopted on 1 May 2014, was replaced.",
  ])
  func staysSilentWhereAnotherActMayBeMeant(_ words: String) throws {
    #expect(try ProseSample.rules(body: words) == [])
  }
}

@Suite struct StageRuleTests {
  private func rules(_ stages: String, date: String = "2016-04-15") throws -> [String] {
    try ProseSample.rules {
      $0.stages = stages
      $0.root = #"country="NO" period="2016-Q1" status="final" date="\#(date)""#
    }
  }

  @Test func comparesWithTheSubmissionsDate() throws {
    let adopted = #"<stage type="adopted" date="2016-02-10"/>"#
    #expect(try rules(adopted + #"<stage type="published" date="2016-05-02"/>"#) == ["stage-in-future"])
    #expect(try rules(adopted + #"<stage type="published" date="2016-04"/>"#) == [])
    #expect(try rules(adopted + #"<stage type="in-force" date="2017-01-01"/>"#) == [])
    #expect(try rules(adopted, date: "2015-12-31") == ["submission-early"])
    #expect(try rules(adopted, date: "2016-01-01") == ["stage-in-future"])
  }

  @Test func comparesStagesWithEachOther() throws {
    #expect(
      try rules(#"<stage type="in-force" date="2016-01-01"/><stage type="adopted" date="2016-02-10"/>"#)
        == ["stage-order"])
    #expect(
      try rules(#"<stage type="in-force" date="2016-02-01"/><stage type="repealed" date="2016-01-10"/>"#)
        == ["stage-order"])
    #expect(
      try rules(#"<stage type="adopted" date="2016-02-10"/><stage type="in-force" date="2016-02"/>"#) == [])
  }

  @Test func findsNeedlessReasonsAndThemes() throws {
    #expect(
      try rules(#"<stage type="adopted" date="2016-02-10"/><late>The gazette came late.</late>"#) == ["late-needless"])
    #expect(try rules(#"<stage type="adopted" date="2015-12-10"/><late>The gazette came late.</late>"#) == [])
    for (further, expected) in [
      ("international-protection", ["theme-repeated"]), ("return return", ["theme-repeated"]),
      ("return integration", []),
    ] {
      let found = try ProseSample.rules { $0.development += #" further-themes="\#(further)""# }
      #expect(found == expected)
    }
  }
}
