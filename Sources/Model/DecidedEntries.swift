/// What editors' decisions make of an issue's entries: which are left out, and which went into others.
///
/// What is left out is so from the beginning; merges are carried out one after another.
public struct DecidedEntries: Sendable {
  private struct Name: Hashable, Sendable {
    var country: CountryCode
    var id: String
  }

  private var countriesLeftOut: Set<CountryCode> = []
  private var leftOut: Set<Name> = []
  /// What was merged, with what it went into.
  private var merged: [Name: String] = [:]

  /// Entries before any of them is merged.
  ///
  /// - Parameter decisions: All decisions on them; merges among them are not carried out by this.
  public init(leftOutBy decisions: [Decision]) {
    for decision in decisions {
      guard case .leaveOut(let id) = decision.action else { continue }
      if let id {
        leftOut.insert(Name(country: decision.country, id: id))
      } else {
        countriesLeftOut.insert(decision.country)
      }
    }
  }

  /// Whether any entry was merged.
  public var hasMerged: Bool { !merged.isEmpty }

  /// Whether a country's whole submission is left out.
  public func isLeftOut(_ country: CountryCode) -> Bool { countriesLeftOut.contains(country) }

  /// Whether an entry is left out, by itself or with all of its country.
  public func isLeftOut(_ id: String, of country: CountryCode) -> Bool {
    isLeftOut(country) || leftOut.contains(Name(country: country, id: id))
  }

  /// The entry in which one ended up after all merges so far: itself when it was not merged.
  public func goal(of id: String, of country: CountryCode) -> String {
    var id = id
    // An entry is gone once it was merged, so this ends.
    while let next = merged[Name(country: country, id: id)] { id = next }
    return id
  }

  /// Merges an entry into another, or into what that one went into.
  ///
  /// - Returns: The entry into which it went; `nil` when nothing is merged, as one of the two is left out, the entry was
  ///   merged before, or both are the same by now.
  @discardableResult
  public mutating func merge(_ id: String, into other: String, of country: CountryCode) -> String? {
    let goal = goal(of: other, of: country)
    let name = Name(country: country, id: id)
    if id == goal || merged[name] != nil || isLeftOut(id, of: country) || isLeftOut(goal, of: country) { return nil }
    merged[name] = goal
    return goal
  }
}
