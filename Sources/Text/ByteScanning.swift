extension UnsafeBufferPointer<UInt8> {
  /// Whether any byte satisfies a condition.
  ///
  /// All bytes are looked at, whatever is found: without a way out of the loop the compiler compares many at a time.
  @inlinable
  public func hasAny(where condition: (UInt8) -> Bool) -> Bool {
    var found: UInt8 = 0
    for byte in self { found |= condition(byte) ? 1 : 0 }
    return found != 0
  }

  /// The position of the first byte from a start that satisfies a condition; the end when none does.
  ///
  /// Meant for bytes that are rare: stretches without any are passed many bytes at a time.
  @inlinable
  public func position(from start: Int, where condition: (UInt8) -> Bool) -> Int {
    var position = start
    while position < count {
      let end = Swift.min(position + 64, count)
      guard UnsafeBufferPointer(rebasing: self[position..<end]).hasAny(where: condition) else {
        position = end
        continue
      }
      while !condition(self[position]) { position += 1 }
      return position
    }
    return count
  }
}
