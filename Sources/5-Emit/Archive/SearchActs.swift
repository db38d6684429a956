import Model

/// The acts of the EU that developments make, transpose, apply or cite, with the names that they go by.
struct SearchActs {
  /// How a name came up: a name that a submission gives to an EU act says more than words in a text.
  enum Standing: Int { case cited, title, named }

  /// For each CELEX number the names, how each came up at best, and how often.
  private(set) var names: [String: [String: (standing: Standing, count: Int)]] = [:]

  /// Takes note of a development's acts.
  ///
  /// - Returns: Their CELEX numbers in order.
  mutating func add(_ development: Development) -> [String] {
    var found: Set<String> = []
    func isOfTheUnion(_ celex: String) -> Bool {
      // Sector 3 is legislation of the EU; sector 7, where national acts stand, is none.
      celex.hasPrefix("3") && !celex.contains { $0.isWhitespace }
    }
    func add(_ celex: String?, _ name: String?, _ standing: Standing, to acts: inout SearchActs) {
      guard let celex, isOfTheUnion(celex) else { return }
      found.insert(celex)
      acts.add(celex, name ?? celex, standing, count: 1)
    }
    for act in development.euActs { add(act.celex, act.name, .named, to: &self) }
    for act in development.acts { add(act.celex, act.titles.first?.words, .title, to: &self) }
    for case .citation(let words, let celex, _) in development.body.flatMap(\.pieces) {
      add(celex, words, .cited, to: &self)
    }
    return found.sorted()
  }

  /// Takes note of an act that came up so often under a name.
  mutating func add(_ celex: String, _ name: String, _ standing: Standing, count: Int) {
    let known = names[celex, default: [:]][name]
    let best = known.map { $0.standing.rawValue > standing.rawValue ? $0.standing : standing } ?? standing
    names[celex, default: [:]][name] = (best, (known?.count ?? 0) + count)
  }

  /// Takes note of all that was noted elsewhere.
  mutating func add(_ other: SearchActs) {
    for (celex, names) in other.names {
      for (name, known) in names { add(celex, name, known.standing, count: known.count) }
    }
  }

  /// The acts by name: the name most used, the shorter of two.
  var choices: [SearchTable.Choice] {
    names.map { celex, names in
      let best = names.min { left, right in
        let (a, b) = (left.value, right.value)
        return (-a.standing.rawValue, -a.count, left.key.utf8.count, left.key)
          < (-b.standing.rawValue, -b.count, right.key.utf8.count, right.key)
      }
      let name = best?.key ?? celex
      return SearchTable.Choice(code: celex, label: name == celex ? celex : "\(name) (\(celex))")
    }
    .sorted { ($0.label, $0.code) < ($1.label, $1.code) }
  }
}
