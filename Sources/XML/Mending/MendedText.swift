/// A change of a text: what comes in place of a range of its bytes.
struct Edit: Hashable, Sendable {
  var range: Range<Int>
  var replacement: [UInt8]

  init(_ range: Range<Int>, _ replacement: String = "") {
    self.range = range
    self.replacement = Array(replacement.utf8)
  }
}

/// A text whose mistakes were mended so far that it can be read on, and which still knows where each byte comes from.
///
/// It is read and thrown away: nothing of it is ever written or published.
struct MendedText: Sendable {
  private(set) var bytes: [UInt8]
  /// Runs of bytes in order: those taken over count their origin on, those put in all come from one place.
  private var pieces: [Piece]

  private struct Piece {
    var start: Int
    var origin: Int
    var isOriginal: Bool

    func origin(of offset: Int) -> Int { isOriginal ? origin + offset - start : origin }
  }

  init(_ source: [UInt8]) {
    bytes = source
    pieces = [Piece(start: 0, origin: 0, isOriginal: true)]
  }

  /// Where a byte, or the end, stood in the source; for bytes put in, where they were put.
  func origin(of offset: Int) -> Int {
    let piece = pieces.last { $0.start <= offset } ?? pieces[0]
    return piece.origin(of: offset)
  }

  /// Where a range stood in the source.
  func origin(of range: Range<Int>) -> Range<Int> {
    let start = origin(of: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<max(start, origin(of: range.upperBound - 1) + 1)
  }

  /// Applies changes whose ranges do not overlap.
  mutating func apply(_ edits: [Edit]) {
    for edit in edits.sorted(by: { $0.range.lowerBound > $1.range.lowerBound }) { replace(edit) }
  }

  private mutating func replace(_ edit: Edit) {
    let range = edit.range.clamped(to: 0..<bytes.count)
    let shift = edit.replacement.count - range.count
    let next = Piece(
      start: range.lowerBound + edit.replacement.count, origin: origin(of: range.upperBound),
      isOriginal: pieces.last { $0.start <= range.upperBound }?.isOriginal ?? true)
    var changed = pieces.filter { $0.start < range.lowerBound }
    if !edit.replacement.isEmpty {
      changed.append(Piece(start: range.lowerBound, origin: origin(of: range.lowerBound), isOriginal: false))
    }
    changed.append(next)
    for piece in pieces where piece.start > range.upperBound {
      changed.append(Piece(start: piece.start + shift, origin: piece.origin, isOriginal: piece.isOriginal))
    }
    pieces = changed
    bytes.replaceSubrange(range, with: edit.replacement)
  }
}
