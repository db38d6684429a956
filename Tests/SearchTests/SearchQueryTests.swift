import Testing

@testable import Search

@Suite("What somebody wants to find")
struct SearchQueryTests {
}
