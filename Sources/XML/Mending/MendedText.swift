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
  func origin(of offset: Int) -> Int { pieces[piece(at: offset)].origin(of: offset) }

  /// The last piece that begins at an offset or before it.
  private func piece(at offset: Int) -> Int {
    var low = 0
    var high = pieces.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if pieces[middle].start <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// Where a range stood in the source.
  func origin(of range: Range<Int>) -> Range<Int> {
    let start = origin(of: range.lowerBound)
    guard !range.isEmpty else { return start..<start }
    return start..<max(start, origin(of: range.upperBound - 1) + 1)
  }

  /// Applies changes whose ranges do not overlap. All are made in one pass: there may be very many.
  mutating func apply(_ edits: [Edit]) {
    if edits.isEmpty { return }
    let order = edits.enumerated().sorted {
      ($0.element.range.lowerBound, $0.element.range.upperBound, -$0.offset)
        < ($1.element.range.lowerBound, $1.element.range.upperBound, -$1.offset)
    }
    var changed = MendedText([])
    changed.pieces = []
    changed.bytes.reserveCapacity(bytes.count)
    var place = 0
    for (_, edit) in order {
      let range = edit.range.clamped(to: place..<max(place, bytes.count))
      changed.take(place..<range.lowerBound, of: self)
      if !edit.replacement.isEmpty {
        changed.pieces.append(
          Piece(start: changed.bytes.count, origin: origin(of: range.lowerBound), isOriginal: false))
        changed.bytes += edit.replacement
      }
      place = range.upperBound
    }
    changed.take(place..<bytes.count, of: self)
    self = changed
  }

  /// Takes a range of another text over, with the origins of its bytes.
  private mutating func take(_ range: Range<Int>, of text: MendedText) {
    var number = text.piece(at: range.lowerBound)
    let shift = bytes.count - range.lowerBound
    pieces.append(
      Piece(
        start: bytes.count, origin: text.pieces[number].origin(of: range.lowerBound),
        isOriginal: text.pieces[number].isOriginal))
    number += 1
    while number < text.pieces.count, text.pieces[number].start < range.upperBound {
      var piece = text.pieces[number]
      piece.start += shift
      pieces.append(piece)
      number += 1
    }
    bytes += text.bytes[range]
  }
}
