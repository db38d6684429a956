/// No, one or two bytes, without an array for them: what a character becomes when it is folded.
struct FewBytes: Sequence, IteratorProtocol {
  private var first: UInt8?
  private var second: UInt8?

  init(_ first: UInt8?, _ second: UInt8? = nil) {
    self.first = first
    self.second = second
  }

  mutating func next() -> UInt8? {
    defer {
      first = second
      second = nil
    }
    return first
  }
}
