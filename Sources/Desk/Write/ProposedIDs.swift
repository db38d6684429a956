import Text

/// The ids of developments: those that somebody gave, and for the others one that is made of the headline; none while
/// there is no headline.
struct ProposedIDs {
  /// The ids, in the order of the developments; none of those that are made stands there twice.
  private(set) var ids: [String] = []

  /// The most words of a headline that become part of an id.
  private static let mostWords = 6
  /// Words that say little by themselves.
  private static let small: Set<String> = [
    "a", "an", "and", "as", "at", "by", "for", "from", "in", "into", "of", "on", "or", "the", "to", "with",
  ]

  /// Makes what is missing.
  ///
  /// - Parameters:
  ///   - developments: The developments.
  ///   - taken: Ids that may not be made again.
  init(_ developments: [DevelopmentForm], taken: Set<String> = []) {
    var taken = taken.union(developments.map { foldedString($0.id[...]) })
    for (place, development) in developments.enumerated() {
      var id = foldedString(development.id[...])
      if id.isEmpty, !isBlankText(development.headline.words) {
        let stem = Self.stem(of: development.headline.words) ?? "development-\(place + 1)"
        id = stem
        var copy = 1
        while !taken.insert(id).inserted {
          copy += 1
          id = "\(stem)-\(copy)"
        }
      }
      ids.append(id)
    }
  }

  /// Small letters, digits and hyphens out of a headline; `nil` where it has no letter for it.
  static func stem(of headline: String) -> String? {
    let plain = Dictionary(uniqueKeysWithValues: SearchWords.letters.map { ($0.letter, $0.plain) })
    var words: [String] = [""]
    for scalar in decomposed(headline.lowercased()).unicodeScalars {
      switch scalar {
      case "a"..."z", "0"..."9": words[words.count - 1].unicodeScalars.append(scalar)
      case _ where scalar.properties.generalCategory == .nonspacingMark: continue
      case "'", "’": continue
      default:
        if let letters = plain[scalar], letters.utf8.allSatisfy({ $0 < 0x80 }) {
          words[words.count - 1] += letters
        } else if !words[words.count - 1].isEmpty {
          words.append("")
        }
      }
    }
    let chosen = words.filter { !$0.isEmpty && !small.contains($0) && $0.utf8.count <= 24 }.prefix(mostWords)
    let stem = chosen.reduce("") { $0.utf8.count + $1.utf8.count < 56 ? ($0.isEmpty ? $1 : "\($0)-\($1)") : $0 }
    return stem.isEmpty ? nil : stem
  }
}
