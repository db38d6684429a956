import Emit
import Model
import Text

/// A file's text as a page shows it: numbered lines, in which each place with a finding is marked and leads to it.
struct SourceListing {
  private let source: [UInt8]
  private let places: [Int: [Place]]
  private let flag: String

  /// The most lines that are listed: a text of very many short lines would make a page of many times its size.
  static let mostLines = 5_000

  /// A place with a finding in a line.
  private struct Place {
    var column: Int
    var length: Int
    var severity: Severity
    var anchor: String
  }

  /// A listing.
  ///
  /// - Parameters:
  ///   - source: The text in UTF-8.
  ///   - diagnostics: The findings, in the order in which the page tells them.
  ///   - flag: What the link from a line to its finding is called.
  init(_ source: [UInt8], diagnostics: [Diagnostic], flag: String) {
    self.source = source
    self.flag = flag
    var places: [Int: [Place]] = [:]
    for (number, diagnostic) in diagnostics.enumerated() {
      guard let line = diagnostic.line else { continue }
      places[line, default: []].append(
        Place(
          column: diagnostic.column ?? 1, length: diagnostic.length, severity: diagnostic.severity,
          anchor: FindingsParts.anchor(ofFinding: number)))
    }
    self.places = places.mapValues { $0.sorted { ($0.column, $0.length) < ($1.column, $1.length) } }
  }

  /// The items of the list, as HTML, and whether lines were left out.
  func items() -> (html: [UInt8], isCurtailed: Bool) {
    var out = OutputBuffer(capacity: source.count * 2)
    var number = 0
    for line in source.split(separator: 0x0A, omittingEmptySubsequences: false) {
      number += 1
      if number > Self.mostLines { return (out.bytes, true) }
      out.append("<li id=\"\(FindingsParts.anchor(ofLine: number))\"")
      let text = line.last == 0x0D ? line.dropLast() : line
      if let places = places[number] {
        write(text, places, to: &out)
      } else {
        out.append("><code>")
        out.append(escaped: visible(String(decoding: text, as: UTF8.self)))
        out.append("</code>")
      }
      out.append("</li>\n")
    }
    return (out.bytes, false)
  }

  private func write(_ line: ArraySlice<UInt8>, _ places: [Place], to out: inout OutputBuffer) {
    let gravest = places.map(\.severity).min() ?? .note
    out.append(" class=\"\(gravest.rawValue)\"><code>")
    let characters = Array(String(decoding: line, as: UTF8.self).unicodeScalars)
    func append(_ range: Range<Int>) {
      var words = String.UnicodeScalarView()
      words.append(contentsOf: characters[range])
      out.append(escaped: visible(String(words)))
    }
    var written = 0
    for place in places {
      // Of places that overlap, the later begins where the earlier ends.
      let start = min(max(place.column - 1, written), characters.count)
      let end = min(max(place.column - 1 + place.length, start), characters.count)
      append(written..<start)
      if end > start {
        out.append("<mark>")
        append(start..<end)
        out.append("</mark>")
      }
      written = end
    }
    append(written..<characters.count)
    out.append("</code>")
    for place in places {
      out.append(" <a class=\"flag\" href=\"#\(place.anchor)\"><b class=\"severity \(place.severity.rawValue)\">")
      out.append(place.severity.rawValue)
      out.append("</b><span class=\"unseen-words\"> ")
      out.append(escaped: flag)
      out.append("</span></a>")
    }
  }
}
