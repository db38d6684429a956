import Model

/// Keeps the words of a country's name on one line.
///
/// The blanks in a name are replaced by a byte that no text can hold (XML 1.0 forbids it) and that the wrapping writes
/// as a blank but never breaks at.
struct NameBinding {
  /// The byte that stands for a blank at which no line breaks.
  static let boundBlank: UInt8 = 0x1F

  /// The names, under the byte with which they begin.
  private let names: [[[UInt8]]]
  /// Whether any name begins with a byte.
  private let opens: [Bool]

  /// Binds the names of more than one word: those that an issue has from its submissions, and those of all countries.
  init(_ issue: CompiledIssue) {
    var found = Set(issue.silent + issue.longNames)
    for point in issue.contactPoints { found.insert(point.name) }
    for section in issue.sections { for group in section.groups { found.insert(group.name) } }
    for measure in issue.annex.transposition { found.formUnion(measure.countries) }
    for entry in issue.entries { found.formUnion(entry.follows.compactMap(\.country)) }
    self.init(found)
  }

  /// Binds the names in a product. What it is about is one in a factsheet alone: others are about a year or a theme.
  init(_ product: CompiledProduct) {
    var found = Set(product.longNames)
    if product.kind == .factsheet { found.insert(product.subject) }
    for section in product.sections { for group in section.groups { found.insert(group.name) } }
    for entry in product.entries { found.formUnion(entry.follows.compactMap(\.country)) }
    self.init(found)
  }

  /// Binds names, those of one word being no matter.
  init(_ found: Set<String>) {
    var names = [[[UInt8]]](repeating: [], count: 256)
    for name in found where name.utf8.contains(0x20) {
      if let first = name.utf8.first { names[Int(first)].append(Array(name.utf8)) }
    }
    // The longest first, so that no name is cut short by another that opens it.
    self.names = names.map { $0.sorted { $0.count > $1.count } }
    opens = names.map { !$0.isEmpty }
  }

  /// Binds the names in what was added to a paragraph since a position.
  func bind(_ bytes: inout [UInt8], from start: Int) {
    var position = start
    while let name = bytes.withUnsafeBufferPointer({ nextName(in: $0, from: position) }) {
      for offset in name where bytes[offset] == 0x20 { bytes[offset] = Self.boundBlank }
      position = name.upperBound
    }
  }

  /// Where the next name stands.
  private func nextName(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Range<Int>? {
    opens.withUnsafeBufferPointer { opens in
      for position in start..<bytes.count where opens[Int(bytes[position])] {
        for name in names[Int(bytes[position])] where bytes[position...].starts(with: name) {
          return position..<position + name.count
        }
      }
      return nil
    }
  }
}
