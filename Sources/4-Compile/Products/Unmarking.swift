import Model

/// Takes the marks of explained terms off a section's texts, and joins what they had cut apart; terms that only their
/// author marked stay.
func unmark(_ section: inout Section) {
  for group in section.groups.indices {
    for entry in section.groups[group].entries.indices {
      for place in section.groups[group].entries[entry].development.body.indices {
        let pieces = section.groups[group].entries[entry].development.body[place].pieces
        section.groups[group].entries[entry].development.body[place].pieces = unmarked(pieces)
      }
    }
  }
}

private func unmarked(_ pieces: [Inline]) -> [Inline] {
  var result: [Inline] = []
  for piece in pieces {
    guard let words = piece.plainWords else {
      result.append(piece)
      continue
    }
    if let before = result.last?.plainWords {
      result[result.count - 1] = .text(before + words)
    } else {
      result.append(.text(words))
    }
  }
  return result
}

extension Inline {
  /// The words of plain text and of terms that the glossary explains; `nil` for all else.
  fileprivate var plainWords: String? {
    switch self {
    case .text(let words), .term(let words, entry: .some): words
    default: nil
    }
  }
}
