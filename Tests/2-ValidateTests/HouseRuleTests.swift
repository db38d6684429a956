import Model
import Testing
import Validate

@Suite struct MembershipRuleTests {
  @Test func findsNothingInAGoodSubmission() throws { #expect(try rules(Sample()) == []) }

  @Test(arguments: [
    (#"country="GR" period="2016-Q1""#, "country-mistaken"), (#"country="GB" period="2016-Q1""#, "country-mistaken"),
    (#"country="DK" period="2016-Q1""#, "country-never-member"), (#"country="ZZ" period="2016-Q1""#, "country-unknown"),
    (#"country="no" period="2016-Q1""#, "country-malformed"),
  ])
  func findsCountriesThatSubmitNothing(_ root: String, _ rule: String) throws {
    let found = try rules(Sample().with { $0.root = root + #" status="final""# })
    #expect(found.contains(rule), "\(found)")
  }

  @Test func namesTheRightCode() throws {
    let sample = Sample().with { $0.root = #"country="GR" period="2016-Q1" status="final""# }
    let finding = try #require(try diagnose(sample.text).first)
    #expect(finding.message.contains("“EL”") && finding.message.contains("Greece"))
    #expect(finding.line == 2 && finding.column == 60)
  }

  @Test(arguments: [("NO", "2010-Q3"), ("HR", "2013-Q1"), ("UK", "2020-Q2"), ("GE", "2020-Q4")])
  func knowsWhenACountryWasNotIn(_ country: String, _ period: String) throws {
    let sample = Sample().with {
      $0.root = #"country="\#(country)" period="\#(period)" status="final""#
      $0.stages = #"<stage type="adopted" date="\#(period.prefix(4))"/>"#
    }
    #expect(try rules(sample) == ["country-not-member"])
  }

  @Test(arguments: [("NO", "2011-Q1"), ("HR", "2013-Q3"), ("UK", "2020-Q1"), ("AM", "2022-Q4")])
  func knowsWhenACountryWasIn(_ country: String, _ period: String) throws {
    let sample = Sample().with {
      $0.root = #"country="\#(country)" period="\#(period)" status="final""#
      $0.stages = #"<stage type="adopted" date="\#(period.prefix(4))"/>"#
    }
    #expect(try rules(sample) == [])
  }

  @Test func refusesSpansThatEndBeforeTheyBegin() throws {
    let root = Sample().with { $0.root = #"country="NO" period="2014-11_2014-08" status="final""# }
    #expect(try rules(root) == ["period-backwards"])
    let follows = Sample().with { $0.rest += #"<follows period="2014-11_2014-08" id="old"/>"# }
    #expect(try rules(follows) == ["period-backwards"])
    let malformed = Sample().with { $0.rest += #"<follows period="last year" id="old"/>"# }
    #expect(try rules(malformed) == ["period-malformed"])
  }

  @Test func comparesWithFileAndFolder() throws {
    let setting = Validator.Setting(fileName: "SE.xml", folderPeriod: Period("2016-Q2"))
    #expect(try rules(Sample(), setting) == ["country-file-mismatch", "period-folder-mismatch"])
  }
}

@Suite struct DevelopmentRuleTests {
  @Test func wantsAStageInThePeriod() throws {
    let sample = Sample().with { $0.stages = #"<stage type="adopted" date="2016-04-01"/>"# }
    #expect(try rules(sample) == ["stage-outside-period"])
    let late = sample.with { $0.stages += "<late>The gazette came out late.</late>" }
    #expect(try rules(late) == [])
  }

  @Test(arguments: [
    (#"type="in-force" date="1 January 2016""#, "date-malformed"),
    (#"type="inforce" date="2016-01-01""#, "value-unknown"),
  ])
  func missesNoStageWhereOneCannotBeRead(_ stage: String, _ rule: String) throws {
    let sample = Sample().with { $0.stages = #"<stage type="adopted" date="2015-12-10"/><stage \#(stage)/>"# }
    #expect(try rules(sample) == [rule])
  }

  @Test func findsDuplicateIds() throws {
    let sample = Sample()
    let twice = sample.text.replacing(
      "</submission>",
      with: """
        <development id="one" kind="policy">\(sample.headline)\(sample.stages)\(sample.body)\(sample.rest)</development>
        </submission>
        """)
    #expect(try diagnose(twice).map(\.rule) == ["id-duplicate"])
  }

  @Test(arguments: [(24, ["body-short"]), (25, []), (120, []), (121, ["body-long"])])
  func countsTheBodysWords(_ count: Int, _ expected: [String]) throws {
    let words = Array(repeating: "word", count: count).joined(separator: " ")
    #expect(try rules(Sample().with { $0.body = "<body><p>\(words)</p></body>" }) == expected)
  }

  @Test func wantsASourceAndAShortHeadline() throws {
    let sample = Sample().with {
      $0.rest = ""
      $0.headline = "<headline>" + Array(repeating: "word", count: 13).joined(separator: " ") + "</headline>"
    }
    #expect(Set(try rules(sample)) == ["source-missing", "headline-long"])
  }

  @Test(arguments: [
    ("javascript:alert(1)", "link-scheme"), ("data:text/html,x", "link-scheme"), ("ftp://example.org", "link-scheme"),
    ("www.example.org", "link-malformed"), ("https://", "link-malformed"), ("https://a b", "link-malformed"),
    ("http:/example.org", "link-malformed"), ("https://www.a.no:99999/", "link-malformed"),
    ("https://www.a.no:8o80/", "link-malformed"), ("https://:80/x", "link-malformed"),
    ("https://team@:80/x", "link-malformed"),
  ])
  func acceptsOnlyLinksToPages(_ link: String, _ rule: String) throws {
    let found = try diagnose(Sample().with { $0.rest = #"<source href="\#(link)">A</source>"# }.text)
    #expect(found.map(\.rule) == [rule])
    #expect(found.first?.column == 19)
  }

  @Test(arguments: [
    "32016R1624", "52015PC0671", "62015CJ0601", "02016R0399-20190611", "12012E078", "12016P018", "12012P/TXT",
    "12016ME/TXT", "12016E/PRO/22", "2016/399", "12012E78", "12012E0078", "12012P/", "12012P/TXT/", "32012E078",
  ])
  func knowsTheFormOfCELEXNumbers(_ number: String) throws {
    let found = try rules(Sample().with { $0.rest = #"<act celex="\#(number)"><title>A</title></act>"# + $0.rest })
    let isGood =
      !["2016/399", "12012E78", "12012E0078", "12012P/", "12012P/TXT/", "32012E078"].contains(number)
    #expect(found == (isGood ? [] : ["celex-malformed"]))
  }

  @Test(arguments: [
    ("C-601/15 PPU", true), ("C-443/14 and C-444/14", true), ("T-12/16", true), ("C-619/18 R", true),
    ("C-78/18 P-R", true), ("C-70/22 P(R)", true), ("C-78/18 P", true), ("T-192/16 DEP", true), ("C-1/15 REC", true),
    ("C-1/15 RX-II", true), ("C-78/18 P and C-79/18 P(R)", true), ("2016:123", true), ("C-601-15", false),
    ("C 601/15", false), ("C-619/18 RR", false), ("C-619/18R", false), ("C-70/22 P(", false), ("C-1/15 XY", false),
  ])
  func knowsTheFormOfCaseNumbers(_ number: String, _ isGood: Bool) throws {
    let found = try rules(Sample().with { $0.rest = #"<act number="\#(number)"><title>A</title></act>"# + $0.rest })
    #expect(found == (isGood ? [] : ["case-number-malformed"]))
  }

  @Test func pointsAtTheLanguageOfATitle() throws {
    let act = #"<act><title>Law</title><title xml:lang="german">Gesetz</title></act>"#
    let found = try diagnose(Sample().with { $0.rest = act + $0.rest }.text)
    #expect(found.map(\.rule) == ["language-malformed"])
    #expect(found.first?.column == 45 && found.first?.length == 6)
  }

  @Test func wantsTheLanguageOfForeignWords() throws {
    let words = Array(repeating: "word", count: 30).joined(separator: " ")
    for (mark, rule) in [("", "language-missing"), (#" xml:lang="german""#, "language-malformed")] {
      let sample = Sample().with { $0.body = "<body><p>\(words) <foreign\(mark)>Wort</foreign></p></body>" }
      #expect(try rules(sample) == [rule])
    }
  }
}

@Suite struct FollowUpRuleTests {
  private func sample(_ attributes: String) -> Sample { Sample().with { $0.rest += "<follows \(attributes)/>" } }

  @Test func notesWhatCannotBeChecked() throws {
    let found = try diagnose(sample(#"period="2015-Q4" id="old""#).text)
    #expect(found.map(\.rule) == ["follow-up-unchecked"])
    #expect(found.first?.severity == .note)
  }

  @Test func resolvesAgainstTheInputs() throws {
    let known = DevelopmentReference(country: CountryCode("NO"), period: try #require(Period("2015-Q4")), id: "old")
    let setting = Validator.Setting(exists: { $0 == known })
    #expect(try rules(sample(#"period="2015-Q4" id="old""#), setting) == [])
    #expect(try rules(sample(#"period="2015-Q4" id="odd""#), setting) == ["follow-up-unknown"])
    #expect(try rules(sample(#"country="SE" period="2015-Q4" id="old""#), setting) == ["follow-up-unknown"])
  }

  @Test func refusesWhatIsLaterOrItself() throws {
    #expect(try rules(sample(#"period="2016-Q2" id="new""#)) == ["follow-up-later"])
    #expect(try rules(sample(#"period="2016-Q1" id="one""#)) == ["follow-up-itself"])
  }
}
