import Testing

@Suite struct PlaceholderRuleTests {
  @Test(arguments: [
    "TODO.", "The number is TBC.", "XXX centres opened.", "Lorem ipsum dolor sit amet.", "The centres […] opened.",
    "The centres [...] opened.", "The number (…) was high.", "[insert the number here] centres opened.",
    "[to be completed] centres opened.", "The centres opened on [date].", "About ?? centres opened.",
    "… centres opened.", "Headline here.",
  ])
  func findsWhatIsStillMissing(_ words: String) throws {
    #expect(try ProseSample.rules(body: words) == ["placeholder-left"])
  }

  @Test(arguments: [
    "The judges were to be confirmed.", "The law says “persons […] who apply” and no more.", "Were there places? Yes.",
    "The centres (two in all) opened.", "The to-do list was long.", "The date was set later.",
    "He, she, … they all had places.",
  ])
  func letsOthersPass(_ words: String) throws { #expect(try ProseSample.rules(body: words) == []) }

  @Test func looksAtIdsTitlesAndSources() throws {
    #expect(
      try ProseSample.rules { $0.development = $0.development.replacing("reception", with: "todo") } == [
        "placeholder-left"
      ])
    #expect(try ProseSample.rules { $0.rest = "<source>TBC</source>" } == ["placeholder-left"])
    #expect(try ProseSample.rules { $0.rest = "<act><title>…</title></act>" + $0.rest } == ["placeholder-left"])
    #expect(try ProseSample.rules { $0.rest = "<source>Ministry, news on new centres in the no…</source>" } == [])
  }
}

@Suite struct ContactRuleTests {
  @Test(arguments: [
    "Write to team.asylum@ministry.gov.no for more.", "Call +47 22 24 90 90 for more.",
    "Tel. 22 24 90 90 is the number.",
    "The number is +4722249090 for all.", "Phone: (022) 249 090 is open.", "Call +47 (0)22 24 90 90 for more.",
    "Tel. 0047 (0)22 24 90 90 is the number.", "Call +47\u{A0}22\u{202F}24\u{A0}90\u{A0}90 for more.",
    "Tel.\u{A0}22\u{A0}24 90 90 is the number.",
    "The office was found there (@emn_norway), or at post@ministry.no in winter.",
  ])
  func findsAddressesAndNumbers(_ words: String) throws {
    #expect(try ProseSample.rules(body: words) == ["contact-published"])
  }

  @Test(arguments: [
    "In 2015 and 2016, 30 700 persons came.", "The fee rose by +12 345 EUR.", "The account @ministry was opened.",
    "Act No 123/2015 of 10 December 2015 was replaced.", "Persons could call from 8 to 16.",
    "The call 2016-2017 for projects opened.", "The helpline 116 000 opened.",
    "The telephone 24 hours a day was new.", "From 2014 to 2015 the number rose by 12 000 000.",
    "The number rose by +10 000 (2014) persons.", "The accounts @ministry and @ministry_no were opened.",
  ])
  func letsOthersPass(_ words: String) throws { #expect(try ProseSample.rules(body: words) == []) }

  @Test func leavesTheContactAlone() throws {
    let text = ProseSample().text.replacing(
      "<development ", with: "<contact><email>a@b.no</email><phone>+47 22 24 90 90</phone></contact><development ")
    #expect(try ProseSample.diagnose(text).isEmpty)
  }
}

@Suite struct CharacterRuleTests {
  @Test func makesHiddenCharactersVisible() throws {
    var sample = ProseSample()
    sample.headline = "Two reception &#x202E;centres opened"
    let found = try #require(try sample.diagnose().first)
    #expect(found.rule == "hidden-characters-in-name" && found.severity == .error)
    #expect(found.message.contains("turns the direction of writing round (U+202E)"))
    #expect(found.line == 4 && found.column == 29)
  }

  @Test(arguments: ["\u{200B}", "\u{2066}", "\u{85}", "\u{FEFF}", "&#x200D;"])
  func warnsInOtherTexts(_ character: String) throws {
    var sample = ProseSample()
    sample.words = "Two cen\(character)tres opened."
    let found = try sample.diagnose()
    #expect(found.map(\.rule) == ["hidden-characters"] && found.first?.severity == .warning)
    #expect(found.first?.column == 21)
  }

  @Test func refusesPiledMarks() throws {
    var sample = ProseSample()
    sample.words = "Two cen" + String(repeating: "\u{316}", count: 11) + "tres opened."
    let found = try #require(try sample.diagnose().first)
    #expect(found.rule == "marks-piled" && found.severity == .error)
    #expect(found.message == "In the body stands a letter with 11 marks above or below it.")
    #expect(found.column == 21)
  }

  @Test func refusesThemInLinks() throws {
    let rules = try ProseSample.rules {
      $0.rest = "<source href=\"https://www.regjeringen.no/a\u{200B}b\">News</source>"
    }
    #expect(rules == ["hidden-characters-in-name"])
  }

  @Test func seesAHiddenCharacterBehindOneThatBelongsThere() throws {
    let word = "<foreign xml:lang=\"fa\">می\u{200C}خواهم</foreign>"
    #expect(try ProseSample.rules(body: "The \(word) form was new in cen\u{200C}tres.") == ["hidden-characters"])
  }

  @Test(arguments: [
    ("Two c\u{435}ntres opened.", ["look-alike-letters"]), ("Two centr\u{3B5}s opened.", ["look-alike-letters"]),
    (
      "The <foreign xml:lang=\"uk\">Державна</foreign> service and the <foreign xml:lang=\"el\">Υπηρεσία</foreign>.", []
    ),
    ("The <foreign xml:lang=\"fa\">می\u{200C}خواهم</foreign> form was new.", []), ("A 5 µg café in Łódź.", []),
  ])
  func findsAlphabetsMixed(_ words: String, _ expected: [String]) throws {
    #expect(try ProseSample.rules(body: words) == expected)
  }
}

@Suite struct PublishedAttributeTests {
  @Test(arguments: [
    (#"<act number="TBC"><title>Aliens Act</title></act>"#, ["placeholder-left"]),
    ("<act gazette=\"Gazette\u{200B} 12\"><title>Aliens Act</title></act>", ["hidden-characters"]),
    (#"<figure value="3" unit="???">places opened</figure>"#, ["placeholder-left"]),
    (#"<act number="2016/12" gazette="Gazette 12"><title>Aliens Act</title></act>"#, []),
  ])
  func looksAtNumbersAndUnits(_ element: String, _ expected: [String]) throws {
    #expect(try ProseSample.rules { $0.rest = element + $0.rest } == expected)
  }
}
