/// The most attributes that a tag may have.
///
/// libxml2 compares each attribute of a tag with all others, so that a few hundred thousand of them would take minutes;
/// the vocabularies have at most a dozen.
private let mostAttributes = 5_000

/// Where a tag begins that has too many attributes to be parsed; `nil` when there is none.
///
/// Equals signs are counted from one `<` to the next, which can stand in no attribute: so nothing that is wrong about
/// quotation marks, and may be mended later, hides a tag.
func crowdedTag(in source: [UInt8]) -> Int? {
  source.withUnsafeBufferPointer { bytes in
    var start = 0
    var count = 0
    for place in bytes.indices {
      let byte = bytes[place]
      if byte == UInt8(ascii: "<") {
        start = place
        count = 0
      } else if byte == UInt8(ascii: "=") {
        count += 1
        if count > mostAttributes, opensTag(bytes, at: start) { return start }
      }
    }
    return nil
  }
}

/// Whether a tag begins at a place, and neither a comment nor an instruction.
private func opensTag(_ bytes: UnsafeBufferPointer<UInt8>, at place: Int) -> Bool {
  guard place + 1 < bytes.count, bytes[place] == UInt8(ascii: "<") else { return false }
  return bytes[place + 1] != UInt8(ascii: "!") && bytes[place + 1] != UInt8(ascii: "?")
}
