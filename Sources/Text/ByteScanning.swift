/// 1 where a condition holds, 0 where it does not.
///
/// Conditions on a byte that are put together of these with `|` have no branch, so that the compiler tries many bytes at a
/// time; those put together with `||` it turns into a look-up of each byte, which takes ten times as long.
@inlinable
public func bit(_ condition: Bool) -> UInt8 { condition ? 1 : 0 }

extension UnsafeBufferPointer<UInt8> {
  /// Whether any byte is of a class.
  ///
  /// All bytes are looked at, whatever is found: without a way out of the loop the compiler tries many at a time.
  ///
  /// - Parameter mark: Gives 0 for a byte that is not of the class; see `bit`.
  @inlinable
  public func hasAny(_ mark: (UInt8) -> UInt8) -> Bool {
    var found: UInt8 = 0
    for byte in self { found |= mark(byte) }
    return found != 0
  }

  /// The position of the first byte of a class from a start on; the end when there is none.
  ///
  /// Meant for bytes that are rare: stretches without any are passed many bytes at a time.
  ///
  /// - Parameters:
  ///   - start: Where to begin.
  ///   - mark: Gives 0 for a byte that is not of the class; see `bit`.
  @inlinable
  public func position(from start: Int, _ mark: (UInt8) -> UInt8) -> Int {
    var position = start
    while position < count {
      let end = Swift.min(position &+ 32, count)
      guard UnsafeBufferPointer(rebasing: self[position..<end]).hasAny(mark) else {
        position = end
        continue
      }
      while mark(self[position]) == 0 { position &+= 1 }
      return position
    }
    return count
  }

  /// Where other bytes first stand among these from a start on; `nil` where they do not, or where there are none.
  ///
  /// - Parameters:
  ///   - sought: The bytes; the first is expected to be rare.
  ///   - start: Where to begin.
  @inlinable
  public func position(of sought: some Collection<UInt8>, from start: Int = 0) -> Int? {
    guard let first = sought.first else { return nil }
    let length = sought.count
    var position = position(from: start) { bit($0 == first) }
    while position + length <= count {
      if self[position...].starts(with: sought) { return position }
      position = self.position(from: position + 1) { bit($0 == first) }
    }
    return nil
  }
}
