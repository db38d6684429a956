import Model

/// Keeps the words of a country's name on one line.
///
/// The blanks in a name are replaced by a byte that no text can hold (XML 1.0 forbids it) and that the wrapping writes
/// as a blank but never breaks at.
struct NameBinding {
  /// The byte that stands for a blank at which no line breaks.
  static let boundBlank: UInt8 = 0x1F

  private let names: [[UInt8]]
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

  /// Binds the names in a product.
  init(_ product: CompiledProduct) {
    var found = Set(product.longNames + [product.subject])
    for section in product.sections { for group in section.groups { found.insert(group.name) } }
    for entry in product.entries { found.formUnion(entry.follows.compactMap(\.country)) }
    self.init(found)
  }

  /// Binds names, those of one word being no matter.
  init(_ found: Set<String>) {
    // The longest first, so that no name is cut short by another that opens it; then by bytes, for a fixed order.
    names = found.filter { $0.utf8.contains(0x20) }.map { Array($0.utf8) }
      .sorted { $0.count == $1.count ? $0.lexicographicallyPrecedes($1) : $0.count > $1.count }
    var opens = [Bool](repeating: false, count: 256)
    for name in names { if let first = name.first { opens[Int(first)] = true } }
    self.opens = opens
  }

  /// Binds the names in what was added to a paragraph since a position.
  func bind(_ bytes: inout [UInt8], from start: Int) {
    guard !names.isEmpty else { return }
    var position = start
    while position < bytes.count {
      guard opens[Int(bytes[position])], let name = names.first(where: { bytes[position...].starts(with: $0) }) else {
        position += 1
        continue
      }
      for offset in position..<position + name.count where bytes[offset] == 0x20 { bytes[offset] = Self.boundBlank }
      position += name.count
    }
  }
}
