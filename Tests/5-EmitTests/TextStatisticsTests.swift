import Emit
import Foundation
import Model
import Testing
import Text

@Suite("Statistics and the overview in plain text")
struct TextStatisticsTests {
  private func lines(_ series: [Series]) -> [String] {
    var issue = Sample.issue()
    issue.annex.statistics = series
    return text(textEdition(of: issue)).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
  }

  private func series(
    _ title: String, _ period: String?, _ values: [(String, String)], total: String? = nil
  ) -> Series {
    Series(
      title: title, unit: "persons", period: period,
      values: values.map { .init(label: $0.0, number: $0.1, isTotal: $0.0 == total) }, sources: [])
  }

  @Test("A measure has one heading for all its periods, each with a table")
  func measures() {
    let all = lines([
      series("Applicants", "2016-01", [("Germany", "2000"), ("Austria", "500")]),
      series("Returns", "2016-01", [("Germany", "7"), ("Austria", "5")]),
      series("Applicants", "2016-02", [("Germany", "3000"), ("Austria", "400")]),
    ])
    #expect(all.filter { $0 == "Applicants" }.count == 1)
    let place = all.firstIndex(of: "Applicants") ?? 0
    #expect(all[place + 1] == "~~~~~~~~~~")
    let periods = all.filter { $0.hasSuffix(" 2016 (persons)") }
    #expect(periods == ["January 2016 (persons)", "February 2016 (persons)", "January 2016 (persons)"])
  }

  @Test("Decimal points stand under one another, bars begin in one column and end within the line")
  func columns() {
    let all = lines([series("Rates", "2016", [("Ελλάδα", "1819"), ("Österreich", "0.3"), ("საქართველო", "505.25")])])
    #expect(all.contains("  Ελλάδα      1 819     " + String(repeating: "█", count: 36)))
    #expect(all.contains("  Österreich      0.3   ▏"))
    #expect(all.contains("  საქართველო    505.25  █████████▉") || all.contains("  საქართველო    505.25  ██████████"))
  }

  @Test("The whole has no bar, as it would dwarf its parts")
  func total() {
    let all = lines([series("Parts", "2016", [("EU total", "900"), ("A", "30"), ("B", "15")], total: "EU total")])
    #expect(all.contains("  EU total  900"))
    #expect(all.contains("  A          30  " + String(repeating: "█", count: 36)))
    #expect(all.contains("  B          15  " + String(repeating: "█", count: 18)))
  }

  @Test("One figure is one line")
  func single() {
    #expect(
      lines([series("Alone", "2016-Q1", [("EU total", "962160")])])
        .contains("EU total: 962 160 persons (January to March 2016)"))
  }

  @Test(
    "Labels in any script keep the columns and the width",
    arguments: [
      String(repeating: "日本語の長い見出し", count: 9), String(repeating: "Μακροσκελής ετικέτα ", count: 8) + "τέλος",
      "طلبات اللجوء المقدمة لأول مرة في الاتحاد الأوروبي حسب بلد الجنسية وبلد التقديم خلال الفترة المذكورة",
      String(repeating: "გრძელისიტყვა", count: 12), "e" + String(repeating: "\u{301}", count: 90), "From here", ".",
      "Հայաստանի Հանրապետություն", "👨\u{200D}👩\u{200D}👧 families", "soft\u{AD}hyphen zero\u{200B}width",
    ])
  func scripts(label: String) {
    let all = lines([series("Scripts", "2016", [(label, "123456"), ("B", "1.5")])])
    let place = all.firstIndex(of: "2016 (persons)") ?? 0
    let table = all[(place + 2)...].prefix { !$0.isEmpty }
    #expect(table.count >= 2)
    for line in table {
      #expect(displayWidth(line) <= 72 && line.hasPrefix("  ") && !line.hasSuffix(" "))
      #expect(!line.unicodeScalars.contains("\u{AD}") && !line.unicodeScalars.contains("\u{200B}"))
    }
    let ends = table.filter { $0.contains("123 456") || $0.contains("1.5") }.map { line in
      displayWidth(
        String(line[..<(line.range(of: line.contains("123 456") ? "6  " : "1.5")?.lowerBound ?? line.endIndex)]))
    }
    #expect(Set(ends).count == 1, "\(table)")
  }

  @Test("The table of countries keeps to the width, whatever the names and numbers")
  func overview() {
    var issue = Sample.issue()
    let long = "The former republic of a name that is much too long for its column"
    issue.sections = (1...12).map { number in
      var section = issue.sections[0]
      section.number = number
      section.groups = section.groups.map { group in
        var group = group
        if group.country == CountryCode("UK") { group.name = long }
        group.entries = Array(repeating: group.entries[0], count: 123)
        return group
      }
      return section
    }
    let edition = text(textEdition(of: issue))
    let rows = edition.split(separator: "\n").map(String.init)
    let place = rows.firstIndex(of: "At a glance") ?? 0
    for row in rows[place...].prefix(12) { #expect(displayWidth(row) <= 72) }
    #expect(rows.contains(long))
    #expect(rows.contains { $0.hasPrefix("European Union 123 123") && $0.hasSuffix("  1476") })
    #expect(rows.contains { $0.hasPrefix("Total") && $0.hasSuffix("  4428") })
    #expect(rows.contains { $0.hasPrefix("Czech Republic: 1.2, 1.2") })
  }
}
