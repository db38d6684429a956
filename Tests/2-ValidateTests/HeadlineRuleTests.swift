import Testing

@Suite struct HeadlineRuleTests {
  @Test func findsNothingInGoodProse() throws { #expect(try ProseSample.rules { _ in } == []) }

  @Test(arguments: [
    ("Two reception centres opened.", "headline-stop"), ("TWO RECEPTION CENTRES OPENED", "headline-capitals"),
    ("New LAW ON ASYLUM PROCEDURES ADOPTED", "headline-capitals"),
    ("Two reception centres opened …", "placeholder-left"), ("TODO", "placeholder-left"),
  ])
  func findsWhatNoHeadlineShouldBe(_ headline: String, _ rule: String) throws {
    #expect(try ProseSample.rules { $0.headline = headline } == [rule])
  }

  @Test(arguments: [
    "Agreement signed with the U.S.", "Rules on fees, permits etc.", "UNHCR and UNICEF opened two centres",
    "UNHCR and UNICEF report published", "EU, EEA and UK nationals exempted", "Which courts decide?",
  ])
  func letsGoodHeadlinesPass(_ headline: String) throws {
    #expect(try ProseSample.rules { $0.headline = headline } == [])
  }

  @Test(arguments: ["<p/>", "<p> </p>", "<p></p><p>\n</p>"])
  func wantsWordsInTheBody(_ paragraphs: String) throws {
    var text = ProseSample().text
    let start = try #require(text.range(of: "<body>")?.upperBound)
    let end = try #require(text.range(of: "</body>")?.lowerBound)
    text.replaceSubrange(start..<end, with: paragraphs)
    #expect(try ProseSample.diagnose(text).map(\.rule) == ["body-empty"])
  }

  @Test func wantsAMarkAtTheEndOfTheBody() throws {
    let text = ProseSample().text
    #expect(try ProseSample.diagnose(text.replacing("winter.", with: "winter")).map(\.rule) == ["sentence-unfinished"])
    for end in ["winter (2016).", "“winter.”", "winter?", "winter:"] {
      #expect(try ProseSample.diagnose(text.replacing("winter.", with: end)).map(\.rule) == [])
    }
  }
}

@Suite struct AcronymRuleTests {
  @Test(arguments: [
    "The OFXA opened two centres.", "Two OFXAs opened centres.", "The (new) OFXA opened, and the OFXA closed.",
    "In the law on AB12C2 procedures more was said.",
  ])
  func wantsAcronymsSpeltOut(_ words: String) throws {
    #expect(try ProseSample.rules(body: words) == ["acronym-unexplained"])
  }

  @Test(arguments: [
    "The Office for Foreign Affairs (OFXA) opened two centres. The OFXA closed others.",
    "The OFXA (Office for Foreign Affairs) opened two centres.",
    "The Office for Foreign Xenial Affairs opened two centres, and OFXA staff ran them.",
    "The Office for Foreign Affairs (Amt für Ausländer, OFXA) opened two centres.",
    "The EU, the UNHCR and NGOs opened two centres.", "Annex XI and Part III were replaced, and Article IV was not.",
    "Directive 2013/33/EU and Case C-601/15 PPU were cited.", "A programme called VALKO was approved.",
    "A programme known as VALKO II was approved.", "In COM(2016) 881 the Commission proposed two centres.",
    "The Office <foreign xml:lang=\"de\">ABCD</foreign> opened two centres.",
  ])
  func letsOthersPass(_ words: String) throws { #expect(try ProseSample.rules(body: words) == []) }

  @Test func takesTheTitlesOfActsAndSourcesIntoAccount() throws {
    let rules = try ProseSample.rules {
      $0.words = "The OFXA opened two centres."
      $0.rest = "<act><title>Act on the Office for Foreign Affairs (OFXA)</title></act>" + $0.rest
    }
    #expect(rules == [])
  }
}

@Suite struct WordingRuleTests {
  @Test(arguments: [
    ("Last winter we opened two centres.", "first-person"), ("Our ministry opened two centres.", "first-person"),
    ("The parliament gave us two centres.", "first-person"), ("In winter I opened two centres.", "first-person"),
    ("Mr Smith opened two centres.", "person-named"), ("The centres were opened by Ms. Smith.", "person-named"),
    ("Dr Smith opened two centres.", "person-named"), ("The the centres opened.", "doubled-word"),
    ("The centres opened in in winter.", "doubled-word"),
  ])
  func findsWhatTheThirdPersonDoesNotSay(_ words: String, _ rule: String) throws {
    #expect(try ProseSample.rules(body: words) == [rule])
  }

  @Test(arguments: [
    "The US opened two centres.", "Annex I of the act named two centres.", "The Dublin I Regulation was replaced.",
    "Parts II and I were replaced.", "The minister said: “We opened two centres.”",
    "The centre of Our Lady of Mercy opened.", "A type I permit was introduced.",
    "It was found that that centre had had no places.", "A forgery-proof proof of arrival was introduced.",
    "The Dr, as the office is called, opened two centres.", "The ministry had used Ms as a form of address.",
    "The award went to <link href=\"https://www.regjeringen.no/\">Mr Smith</link> for two centres.",
    "The list, list A, was replaced.",
  ])
  func letsOthersPass(_ words: String) throws { #expect(try ProseSample.rules(body: words) == []) }
}
