import Model

/// An issue made by hand, in which each part that can be there is there.
enum Sample {
  static let link = "https://example.org/a"
  static let longLink = "https://example.org/" + String(repeating: "long/", count: 20) + "page"

  static func date(_ iso: String) -> PartialDate { PartialDate(iso) ?? .year(2000) }
  static func day(_ iso: String) -> Day {
    guard let day = Day(iso) else { preconditionFailure("no day: \(iso)") }
    return day
  }
  static func period(_ name: String) -> Period {
    guard let period = Period(name) else { preconditionFailure("no period: \(name)") }
    return period
  }

  static func development(
    _ id: String, _ headline: Phrase, follows: [DevelopmentReference] = [], hostile: String = ""
  ) -> Development {
    Development(
      id: id, kind: .legislative, headline: headline,
      stages: [Stage(.adopted, date("2016-03-10")), Stage(.inForce, date("2016-06"))],
      body: [
        Paragraph([
          .text("From 1 March 2016 the "), .foreign("Asylgesetz" + hostile, language: "de"),
          .text(" was changed as the "), .citation("Asylum Act" + hostile, celex: "32016R1624", language: nil),
          .text(" asks of the United Kingdom and the "), .emphasis("Czech Republic" + hostile),
          .text(", and the rule before, of which nobody knew, ended for "), .term("applicants"), .text(" as the "),
          .link("authority" + hostile, href: link), .text(" said. " + hostile),
        ]),
        Paragraph([.text("A second paragraph, in which 日本語の言葉が続く and e\u{301} stand.")]),
      ],
      figures: [Figure(label: "First applications" + hostile, value: "30700", unit: "persons" + hostile)],
      acts: [
        Act(
          titles: [
            Phrase("Act on the entry of foreign nationals" + hostile), Phrase("Loi « étrangers »", language: "fr"),
          ],
          number: "2016-274" + hostile, gazette: "JORF of 8 March 2016" + hostile, celex: "72013L0033FRA_1",
          eli: "https://www.legifrance.gouv.fr/eli/loi/2016/3/7/2016-274/jo/texte")
      ],
      euActs: [EUAct(name: "Directive 2013/33/EU" + hostile, relation: .transposes, celex: "32013L0033")],
      sources: [
        Source(title: Phrase("Ministry of the Interior" + hostile), href: link),
        Source(title: Phrase("وزارة الداخلية", language: "ar"), href: longLink),
        Source(title: Phrase("A letter"), href: "javascript:alert(1)" + hostile),
      ],
      follows: follows)
  }

  static func entry(
    _ number: String, _ country: String, _ name: String, _ development: Development, follows: [Predecessor] = []
  ) -> Entry {
    Entry(
      number: number, anchor: country.lowercased() + "-" + development.id, country: CountryCode(country),
      countryName: name, theme: ThemeCode("general"), kindLabel: "Legislative", stageLabels: ["adopted", "in force"],
      development: development, follows: follows)
  }

  static func annex(_ hostile: String = "") -> CompiledAnnex {
    let source = Source(title: Phrase("Eurostat" + hostile), href: "https://ec.europa.eu/eurostat")
    let measure = TranspositionMeasure(
      title: "Reception Conditions Directive" + hostile, celex: "32013L0033", deadline: date("2015-07-20"),
      states: [.init(country: CountryCode("CZ"), words: "transposed in full" + hostile)], sources: [source])
    return CompiledAnnex(
      statistics: [
        Series(
          title: "First-time asylum applicants" + hostile, unit: "persons", period: "2016-Q1",
          values: [
            .init(label: "Germany", number: "176465"),
            .init(
              label: "A label so long that it goes on and on until the column of the table is full and on",
              number: "1234.50", period: "2016-01"),
          ], sources: [source], note: "Rounded." + hostile)
      ],
      transposition: [.init(measure: measure, countries: ["Czech Republic"])],
      outputs: [
        Output(kind: .adHocQuery, title: Phrase("On family reunification" + hostile), date: date("2016-02"), href: link)
      ],
      upcoming: [
        Event(
          title: Phrase("Annual conference" + hostile), date: date("2016-05-10"), end: date("2016-05-11"),
          place: "Amsterdam" + hostile, organiser: "EMN Netherlands" + hostile)
      ],
      past: [Event(title: Phrase("Kick-off"), date: date("2016-01-12"), href: link)])
  }

  static func issue(hostile: String = "", isDraft: Bool = false) -> CompiledIssue {
    let earlier = DevelopmentReference(country: CountryCode("CZ"), period: period("2016-Q1"), id: "law")
    let old = DevelopmentReference(country: CountryCode("NO"), period: period("2014-08_2014-11"), id: "old")
    let european = development("agenda", Phrase("Commission adopts the agenda" + hostile))
    let czech = development("law", Phrase("Zákon o azylu" + hostile, language: "cs"))
    let british = development("visa", Phrase("New visa rules for the family of workers who came before" + hostile))
    let follows = [
      Predecessor(reference: earlier, headline: Phrase("Zákon o azylu", language: "cs"), country: "Czech Republic"),
      Predecessor(reference: old, headline: Phrase("Old rule" + hostile)),
    ]
    let sections = [
      Section(
        number: 1, heading: "General policy developments" + hostile, anchor: "general",
        groups: [
          .init(
            country: .europeanUnion, name: "European Union", anchor: "general-eu",
            entries: [entry("1.1", "EU", "European Union", european)]),
          .init(
            country: CountryCode("CZ"), name: "Czech Republic", anchor: "general-cz",
            entries: [entry("1.2", "CZ", "Czech Republic", czech)]),
          .init(
            country: CountryCode("UK"), name: "United Kingdom", anchor: "general-uk",
            entries: [entry("1.3", "UK", "United Kingdom", british, follows: follows)]),
        ], seeAlso: []),
      Section(
        number: 2, heading: "Return", anchor: "return", groups: [],
        seeAlso: [.init(number: "1.3", anchor: "uk-visa", country: "United Kingdom", headline: british.headline)]),
    ]
    let note = SpecialNote(headline: "The Western Balkans route" + hostile, body: [Paragraph([.text("It closed.")])])
    let about = "The bulletin tells policymakers what changed in migration and asylum law and policy." + hostile
    return CompiledIssue(
      issue: Issue(
        edition: 14, period: period("2016-Q1"), published: date("2016-04"), issn: "2600-5131", title: "EMN Bulletin",
        about: about, specialNote: note,
        colophon: [Paragraph([.text("Write to the "), .link("network", href: link), .text("." + hostile)])]),
      isDraft: isDraft, sections: sections, annex: annex(hostile), contactPoints: contactPoints,
      silent: ["Cyprus", "Malta", "United Kingdom"])
  }

  static let contactPoints = [
    ContactPoint(
      country: CountryCode("BE"), name: "Belgium",
      ownNames: [Phrase("België", language: "nl"), Phrase("Belgique", language: "fr")], isObserver: false),
    ContactPoint(
      country: CountryCode("CZ"), name: "Czech Republic", ownNames: [Phrase("Česká republika", language: "cs")],
      isObserver: false),
    ContactPoint(country: CountryCode("UK"), name: "United Kingdom", ownNames: [], isObserver: false),
    ContactPoint(
      country: CountryCode("GE"), name: "Georgia", ownNames: [Phrase("საქართველო", language: "ka")], isObserver: true),
  ]

  static func report(hostile: String = "") -> IssueReport {
    let proposal = ThemeDecision.Proposal(
      theme: ThemeCode("return"), confidence: 0.934,
      alternatives: [.init(theme: ThemeCode("general"), confidence: 0.04)],
      evidence: [.init(term: "readmission agreement" + hostile, weight: 2.14, field: .headline)])
    let decision = ThemeDecision(
      theme: ThemeCode("general"), decidedBy: .editor, declared: ThemeCode("general"), reason: "A frame law" + hostile,
      proposal: proposal)
    let diagnostic = Diagnostic(
      rule: "theme-unknown", severity: .error, line: 12, column: 5, message: "No such theme" + hostile,
      help: "Take one of the list" + hostile, excerpt: "<development theme=\"x\">" + hostile)
    return IssueReport(
      issue: issue(hostile: hostile),
      contributors: [
        .init(
          country: CountryCode("CZ"), name: "Czech Republic", isObserver: false, receipt: .received(developments: 1)),
        .init(country: CountryCode("MT"), name: "Malta", isObserver: false, receipt: .missing),
        .init(
          country: CountryCode("GE"), name: "Georgia", isObserver: true, receipt: .leftOut(reason: "Late" + hostile)),
      ],
      files: [.init(name: "CZ.xml", diagnostics: [diagnostic]), .init(name: "UK.xml", diagnostics: [])],
      themes: [
        .init(country: CountryCode("CZ"), id: "law", headline: Phrase("Zákon", language: "cs"), decision: decision)
      ],
      decisions: [
        Decision(country: CountryCode("CZ"), action: .setTheme(id: "law", ThemeCode("general")), reason: "So" + hostile)
      ],
      themeLabels: [(ThemeCode("general"), "General"), (ThemeCode("return"), "Return")])
  }
}
