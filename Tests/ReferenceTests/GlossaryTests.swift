import Foundation
import Model
import Reference
import Testing
import XML

@Suite("The terms that bulletins explain")
struct GlossaryTests {
  let glossary: Glossary

  init() throws { glossary = try Glossary.load() }

  /// The last days of quarters from the first issue to after the newest acts.
  private var days: [Day] { (2012...2027).flatMap { year in (1...4).compactMap { Period("\(year)-Q\($0)")?.last } } }

  @Test("Ids and forms mean one term each, and each term has its definition and source at all times")
  func check() throws {
    try glossary.check()
    #expect((60...90).contains(glossary.terms.count))
    #expect(!glossary.version.isEmpty)
  }

  @Test("Definitions are one or two whole sentences of 12 to 45 words that do not open with the term")
  func definitions() {
    for entry in Set(days.flatMap { day in glossary.terms.compactMap { $0.entry(on: day) } }) {
      #expect((12...45).contains(wordCount(entry.definition)), "\(entry.id): \(wordCount(entry.definition)) words")
      #expect(entry.definition.first?.isUppercase == true && entry.definition.hasSuffix("."), "\(entry.id)")
      #expect(entry.definition.count { $0 == "." } <= 2, "\(entry.id)")
      #expect(!entry.definition.lowercased().hasPrefix(entry.term.lowercased()), "\(entry.id)")
      #expect(entry.anchor == "term-" + entry.id)
    }
  }

  @Test("An act's CELEX number is that of its name")
  func celexNumbers() throws {
    let root = try #require(XMLReader.read(Array(ReferenceFile.glossary.text.utf8)).document.root)
    let sources = try #require(root.child("sources"))
    for source in sources.children {
      guard let celex = source["celex"], celex.hasPrefix("3") else {
        #expect(source["celex"] == "52015DC0240" || source["href"]?.hasPrefix("https://") == true, "\(source.text)")
        continue
      }
      let numbers = source.text.matches(of: /[0-9]+/).prefix(2).compactMap { Int($0.0) }
      let year = try #require(Int(celex.dropFirst().prefix(4)))
      let number = try #require(Int(celex.suffix(4)))
      #expect(numbers == [year, number] || numbers == [number, year], "\(celex): \(source.text)")
      let kind = String(celex.dropFirst(5).prefix(1))
      let words = ["L": "Directive", "R": "Regulation", "D": "Council Decision"]
      let word = try #require(words[kind])
      #expect(source.text.hasPrefix(word), "\(celex): \(source.text)")
    }
  }

  @Test("No issue cites an act of a later year")
  func noLaterActs() throws {
    for day in days {
      for entry in glossary.terms.compactMap({ $0.entry(on: day) }) {
        guard let celex = entry.source.href?.firstMatch(of: /CELEX:[0-9]([0-9]{4})/) else { continue }
        let year = try #require(Int(celex.1))
        #expect(year <= day.year, "\(entry.id) on \(day)")
      }
    }
  }

  @Test(
    "Of several sources the one of the day is cited",
    arguments: [
      ("subsidiary-protection", "2012-12-31", "2004/83/EC"), ("subsidiary-protection", "2016-03-31", "2011/95/EU"),
      ("subsidiary-protection", "2026-09-30", "2024/1347"), ("external-border", "2016-03-31", "562/2006"),
      ("external-border", "2016-06-30", "2016/399"), ("reception-conditions", "2015-06-30", "2003/9/EC"),
      ("reception-conditions", "2015-09-30", "2013/33/EU"), ("eu-blue-card", "2022-12-31", "2009/50/EC"),
      ("eu-blue-card", "2023-12-31", "2021/1883"), ("hotspot", "2015-12-31", "COM(2015) 240"),
      ("hotspot", "2016-12-31", "2016/1624"), ("resettlement", "2013-12-31", "EMN"),
      ("resettlement", "2016-12-31", "516/2014"), ("dublin-regulation", "2016-03-31", "604/2013"),
    ])
  func sourceOfTheDay(id: String, day: String, act: String) throws {
    let term = try #require(glossary.terms.first { $0.id == id })
    let day = try #require(Day(day))
    let entry = try #require(term.entry(on: day))
    #expect(entry.source.title.words.contains(act), "\(entry.source.title.words)")
  }

  @Test(
    "What did not exist yet, or exists no longer, is not explained",
    arguments: [
      ("etias", "2016-12-31"), ("entry-exit-system", "2016-06-30"), ("hotspot", "2015-03-31"),
      ("european-union-agency-for-asylum", "2021-12-31"), ("european-asylum-support-office", "2022-12-31"),
    ])
  func unknownThen(id: String, day: String) throws {
    let term = try #require(glossary.terms.first { $0.id == id })
    let day = try #require(Day(day))
    #expect(term.entry(on: day) == nil)
    #expect(days.contains { term.entry(on: $0) != nil })
  }

  @Test("Forms have their plurals, and hyphens count for blanks")
  func spellings() throws {
    let term = try #require(
      read(
        """
        <name head="country">safe country of origin</name><form>re-entry ban</form><form>facility</form>
        <form>box</form><form plural="none">stay</form><form letters="exact">TCN</form><except>say box</except>
        """
      ).terms.first)
    #expect(
      term.forms.map(\.spellings) == [
        ["safe country of origin", "safe countries of origin"],
        ["re entry ban", "reentry ban", "re entry bans", "reentry bans"], ["facility", "facilities"],
        ["box", "boxes"], ["stay"], ["TCN", "TCNs"],
      ])
    #expect(term.forms.map(\.isExact) == [false, false, false, false, false, true])
    #expect(term.exceptions.map(\.spellings) == [["say box"]])
  }

  @Test(
    "What is wrong with a file is said",
    arguments: [
      ("<name>a</name>", "<name>b</name>", "one", "The term one stands in it twice."),
      ("<name>a b</name>", "<name>A-Bs</name>", "two", "“A Bs” stands for two terms: one and two."),
      ("<name>a</name>", "<name head=\"x\">b</name>", "two", "head=\"x\" of <name> is not a possible value."),
      ("<name>a</name>", "<form>b</form>", "two", nil),
      ("<name>a</name>", "<name>b</name><source of=\"none\"/>", "two", "There is no source none."),
      (
        "<name>a</name><source of=\"new\"/>", "<name>b</name><definition from=\"2016-01-01\">B.</definition>", "two",
        "The term one has no source on 0000-01-01, though it is explained then."
      ),
    ] as [(String, String, String, String?)])
  func problems(first: String, second: String, id: String, problem: String?) throws {
    let rest = "<definition>D.</definition><source of=\"s\"/>"
    let one = first.contains("<source") ? first + "<definition>D.</definition>" : first + rest
    let text = document("<term id=\"one\">\(one)</term><term id=\"\(id)\">\(second)\(rest)</term>")
    var found: String?
    do {
      try Glossary(XMLReader.read(Array(text.utf8)).document).check()
    } catch {
      found = error.problem
    }
    #expect(found == problem)
  }

  private func read(_ forms: String) throws -> Glossary {
    let text = document("<term id=\"one\">\(forms)<definition>D.</definition><source of=\"s\"/></term>")
    return try Glossary(XMLReader.read(Array(text.utf8)).document)
  }

  private func document(_ terms: String) -> String {
    """
    <glossary xmlns="urn:emn:bulletin:glossary:1" version="1"><sources><source id="s" href="https://x.eu/">S</source>
    <source id="new" celex="32016R0399" from="2016-04-12">Regulation (EU) 2016/399</source></sources>\(terms)</glossary>
    """
  }
}
