import Crypto
import Emit
import Model
import Text

/// The digests of what pages of the site show of an issue: while they stay, so do the pages.
struct PartDigests: Equatable, Sendable {
  /// All of it.
  var whole: String
  /// What stands of it in the list of issues, and what holds for all its entries.
  var line: String
  /// Its entries by contributor.
  var countries: [Named]
  /// Its entries by theme.
  var themes: [Named]

  /// A digest of what goes by a code.
  struct Named: Equatable, Sendable {
    var code: String
    var digest: String
  }

  /// The digests of an issue, which was written before.
  init(_ issue: CompiledIssue, written: CompactWriter) {
    whole = Pipeline.digest(written.bytes)
    line = Self.line(of: issue)
    var countries = Gathered()
    var themes = Gathered()
    let labels = Dictionary(issue.sections.flatMap(\.themes)) { first, _ in first }
    for (entry, range) in zip(issue.entries, written.marks) {
      var hash = SHA256()
      written.bytes[range].withUnsafeBytes { hash.update(bufferPointer: $0) }
      hash.update(data: Array((labels[entry.theme] ?? "").utf8))
      let digest = hash.finalize()
      countries.add(digest, of: entry.country.rawValue)
      themes.add(digest, of: entry.theme.rawValue)
    }
    self.countries = countries.digests
    self.themes = themes.digests
  }

  private static func line(of issue: CompiledIssue) -> String {
    var writer = CompactWriter()
    writer.write(issue.period)
    writer.write(issue.edition)
    writer.write(issue.title)
    writer.write(issue.published)
    writer.write(issue.isDraft)
    writer.write(issue.entryCount)
    writer.write(issue.corrections)
    writer.write(issue.withdrawn)
    writer.write(issue.nameNotes)
    for section in issue.sections {
      writer.write(section.themeCodes)
      writer.write(section.themeLabels)
    }
    return Pipeline.digest(writer.bytes)
  }

  private init(whole: String, line: String, countries: [Named], themes: [Named]) {
    self.whole = whole
    self.line = line
    self.countries = countries
    self.themes = themes
  }
}

/// Digests of entries, gathered by a code.
private struct Gathered {
  private var hashes: [String: SHA256] = [:]

  mutating func add(_ digest: SHA256.Digest, of code: String) {
    digest.withUnsafeBytes { hashes[code, default: SHA256()].update(bufferPointer: $0) }
  }

  var digests: [PartDigests.Named] {
    hashes.sorted { $0.key < $1.key }.map { PartDigests.Named(code: $0.key, digest: hexadecimal($0.value.finalize())) }
  }
}

extension PartDigests: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(whole)
    writer.write(line)
    writer.write(countries)
    writer.write(themes)
  }

  init(from reader: inout CompactReader) {
    self.init(whole: reader.read(), line: reader.read(), countries: reader.read(), themes: reader.read())
  }
}

extension PartDigests.Named: CompactCodable {
  func write(to writer: inout CompactWriter) {
    writer.write(code)
    writer.write(digest)
  }

  init(from reader: inout CompactReader) { self.init(code: reader.read(), digest: reader.read()) }
}
