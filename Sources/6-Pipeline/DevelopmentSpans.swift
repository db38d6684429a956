import Model

/// Where the developments of a submission begin and end, as findings count lines and columns.
struct DevelopmentSpans {
  /// The place of one development.
  struct Span {
    var start: (line: Int, column: Int)
    var end: (line: Int, column: Int)
  }

  /// The places of all developments, in the order of the file.
  private(set) var all: [Span] = []

  /// The places of the developments in a text.
  init(_ places: SubmissionPlaces, source: [UInt8]) {
    let starts = places.developments.map(\.element)
    var reader = PlaceReader(source: source)
    for (start, next) in zip(starts, starts.dropFirst() + [source.count]) {
      let end = DevelopmentSpans.lastEndTag(in: source[start..<next]) ?? next
      all.append(Span(start: reader.place(at: start), end: reader.place(at: end)))
    }
  }

  /// How many errors findings, with what follows from them, put into each development.
  func errors(in diagnostics: [Diagnostic]) -> [Int] {
    var counts = [Int](repeating: 0, count: all.count)
    for diagnostic in diagnostics + diagnostics.flatMap(\.folded) where diagnostic.severity == .error {
      if let index = index(of: (diagnostic.line ?? 0, diagnostic.column ?? 0)) { counts[index] += 1 }
    }
    return counts
  }

  /// The development in which a place lies.
  private func index(of place: (line: Int, column: Int)) -> Int? {
    var (low, high) = (0, all.count)
    while low < high {
      let middle = (low + high) / 2
      if all[middle].start <= place { low = middle + 1 } else { high = middle }
    }
    return low > 0 && place < all[low - 1].end ? low - 1 : nil
  }

  private static let endTag = Array("</development".utf8)

  /// Where the last end tag of a development ends; `nil` where there is none.
  private static func lastEndTag(in bytes: ArraySlice<UInt8>) -> Int? {
    var position = bytes.endIndex - endTag.count
    while position >= bytes.startIndex {
      if bytes[position...].starts(with: endTag) { return position + endTag.count }
      position -= 1
    }
    return nil
  }
}

/// Counts lines and columns through a text once, for offsets that only grow.
private struct PlaceReader {
  let source: [UInt8]
  var offset = 0
  var line = 1
  var column = 1

  init(source: [UInt8]) { self.source = source }

  mutating func place(at goal: Int) -> (line: Int, column: Int) {
    while offset < min(goal, source.count) {
      let byte = source[offset]
      if byte == 0x0A {
        line += 1
        column = 1
      } else if byte & 0xC0 != 0x80 {
        column += 1
      }
      offset += 1
    }
    return (line, column)
  }
}
