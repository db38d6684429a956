import Search
import Testing

@Suite("What somebody wants to find")
struct SearchQueryTests {
  @Test(
    "Words, phrases and the beginning of a word are told apart",
    arguments: [
      ("unaccompanied minors", "\"unaccompanied\" AND (\"minors\" OR \"minors\" *)"),
      ("unaccompanied minors ", "\"unaccompanied\" AND \"minors\""),
      ("\"safe country\" list", "\"safe country\" AND (\"list\" OR \"list\" *)"),
      ("list “safe country”", "\"list\" AND \"safe country\""),
      ("2013/33/EU", "\"2013\" AND \"33\" AND (\"EU\" OR \"EU\" *)"),
      ("plan B", "\"plan\" AND \"B\""),
      ("plan É", "\"plan\" AND \"É\""),
      ("half \"open", "\"half\" AND (\"open\" OR \"open\" *)"),
      (
        "NEAR(a, b) OR NOT headline:x*",
        "\"NEAR\" AND \"a\" AND \"b\" AND \"OR\" AND \"NOT\" AND \"headline\" AND \"x\""
      ),
      ("Ελλάδας", "(\"Ελλάδας\" OR \"Ελλάδας\" *)"),
      ("\"\" * - \u{301}", ""),
    ])
  func pattern(_ text: String, _ pattern: String) { #expect(SearchQuery(text).pattern == pattern) }

  @Test("No more words count than on the site, and none of those left out opens the last one")
  func most() {
    let query = SearchQuery(Array(repeating: "word", count: 30).joined(separator: " "))
    #expect(query.pattern == Array(repeating: "\"word\"", count: 20).joined(separator: " AND "))
    #expect(!SearchQuery("\"\(String(repeating: "a b ", count: 30))\" c").pattern.contains(" AND "))
  }
}
