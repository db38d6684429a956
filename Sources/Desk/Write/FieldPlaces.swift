import Model

/// Which bytes of a file stand for which field of the form.
public struct FieldPlaces: Sendable {
  /// The bytes of a field.
  struct Place: Sendable {
    var range: Range<Int>
    var field: String
  }

  private let places: [Place]
  private let lines: [Int]
  private let bytes: [UInt8]

  init(_ places: [Place], in bytes: [UInt8]) {
    self.places = places
    self.bytes = bytes
    lines = [0] + bytes.indices.filter { bytes[$0] == 0x0A }.map { $0 + 1 }
  }

  /// The field in which a place of the file stands, the narrowest one; `nil` for a place in none.
  ///
  /// - Parameters:
  ///   - line: The line, from 1.
  ///   - column: The column in characters, from 1.
  public func field(line: Int, column: Int) -> String? {
    guard lines.indices.contains(line - 1) else { return nil }
    var offset = lines[line - 1]
    var left = column - 1
    while offset < bytes.count, left > 0 {
      offset += 1
      while offset < bytes.count, bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      left -= 1
    }
    // A value without characters still has its place.
    let around = places.filter { $0.range.lowerBound <= offset && offset <= $0.range.upperBound }
    return around.min { left, right in
      let (first, second) = (left.range.contains(offset), right.range.contains(offset))
      let isEmpty = (left.range.isEmpty, right.range.isEmpty)
      if isEmpty.0 != isEmpty.1 { return isEmpty.0 }
      return first == second ? left.range.count < right.range.count : first
    }?.field
  }
}
