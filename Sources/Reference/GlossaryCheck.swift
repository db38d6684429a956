import Model

extension Glossary {
  /// Checks what no schema can: that each id and each form means one term, and that every term has a definition and a
  /// source on each day on which it is explained.
  ///
  /// - Throws: `ReferenceError` with what is wrong.
  public func check() throws(ReferenceError) {
    var ids: Set<String> = []
    var meanings: [String: String] = [:]
    for term in terms {
      guard ids.insert(term.id).inserted else {
        throw ReferenceError(.glossary, "The term \(term.id) stands in it twice.")
      }
      for spelling in (term.forms + term.exceptions).flatMap(\.spellings) {
        let other = meanings.updateValue(term.id, forKey: spelling.lowercased()) ?? term.id
        guard other == term.id else {
          throw ReferenceError(.glossary, "“\(spelling)” stands for two terms: \(other) and \(term.id).")
        }
      }
      try term.checkDays()
    }
  }
}

extension Glossary.Term {
  /// Between two days on which something changes all days are alike, so one of them is enough.
  fileprivate func checkDays() throws(ReferenceError) {
    let spans = [days] + definitions.map(\.days) + sources.map(\.days)
    let changes = spans.flatMap(\.changes) + [Day(year: 0, month: 1, day: 1)].compactMap { $0 }
    for day in changes.sorted() where days.holds(on: day) && entry(on: day) == nil {
      let lacking = definitions.last(on: day) == nil ? "definition" : "source"
      let since = PartialDate.day(day).iso
      throw ReferenceError(.glossary, "The term \(id) has no \(lacking) on \(since), though it is explained then.")
    }
  }
}
