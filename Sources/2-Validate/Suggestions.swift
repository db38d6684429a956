import Text

/// A sentence that offers the nearest candidate, with a blank before it; empty when none is near.
func suggestion(for word: String, in candidates: [String]) -> String {
  nearestName(to: word, in: candidates).map { " Did you mean “\($0)”?" } ?? ""
}

/// A list of words in a sentence: “a”, “b” or “c”.
func listed(_ words: [String], joinedBy last: String = "or") -> String {
  let quoted = words.map { "“\($0)”" }
  guard let final = quoted.last, quoted.count > 1 else { return quoted.first ?? "" }
  return quoted.dropLast().joined(separator: ", ") + " \(last) " + final
}
