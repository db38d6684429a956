import Model
import Text
import XML

/// The namespace of submissions.
let submissionNamespace = "urn:emn:bulletin:submission:1"

/// Fills a form from a file that was read, and keeps what it has no field for.
struct FormReader {
  let source: [UInt8]
  private let paragraph: (XMLElement) -> Paragraph
  /// What could not be taken over as it stands, by what the page says of it.
  private(set) var losses: Set<FormLoss> = []

  /// A reader.
  ///
  /// - Parameters:
  ///   - source: The file's text, whose bytes the places of elements count.
  ///   - paragraph: Reads a paragraph as all stages do.
  init(source: [UInt8], paragraph: @escaping (XMLElement) -> Paragraph) {
    self.source = source
    self.paragraph = paragraph
  }

  /// The form of a submission.
  mutating func form(_ root: XMLElement) -> SubmissionForm {
    var form = SubmissionForm()
    form.country = root["country"] ?? ""
    form.period = root["period"] ?? ""
    form.status = root["status"] ?? ""
    form.date = root["date"] ?? ""
    form.kept.attributes = attributes(of: root, beside: ["country", "period", "status", "date", "xmlns"])
    form.kept.before = trimmed(afterDeclaration..<root.place)
    form.keptAfter = trimmed(root.end..<source.count)
    var gaps = Gaps(root, source)
    for child in root.children where isOwn(child) {
      switch child.name {
      case "contact" where form.contact == ContactForm():
        form.contact = contact(child, before: gaps.pass(child))
      case "note" where form.note == WordsItem():
        form.note = words(child, before: gaps.pass(child))
      case "development":
        form.developments.append(development(child, before: gaps.pass(child)))
      default: break
      }
    }
    form.kept.end = gaps.rest()
    return form
  }

  /// Where what stands before the root begins: behind the XML declaration, which every file gets anew.
  private var afterDeclaration: Int {
    guard source.starts(with: "<?xml".utf8), source.count > 5, isBlank(source[5]),
      let end = source.firstIndex(of: UInt8(ascii: ">"))
    else { return 0 }
    return end + 1
  }

  func isOwn(_ element: XMLElement) -> Bool { element.namespace == submissionNamespace }

  private mutating func contact(_ element: XMLElement, before: String) -> ContactForm {
    var contact = ContactForm()
    contact.kept.before = before
    contact.kept.attributes = attributes(of: element, beside: [])
    var gaps = Gaps(element, source)
    for child in element.children where isOwn(child) {
      guard let path = ContactForm.parts.first(where: { $0.name == child.name })?.path,
        contact[keyPath: path] == WordsItem()
      else { continue }
      contact[keyPath: path] = words(child, before: gaps.pass(child))
    }
    contact.kept.end = gaps.rest()
    return contact
  }

  /// An element of words. A comment among them goes before them; markup among them is lost, and that is told.
  mutating func words(_ element: XMLElement, before: String) -> WordsItem {
    var item = WordsItem()
    item.words = text(of: element, &item.kept)
    item.language = element["xml:lang"] ?? ""
    item.kept.before = joined(before, item.kept.before)
    item.kept.attributes = attributes(of: element, beside: ["xml:lang"])
    return item
  }

  /// The words of an element; what stands among them that is no words goes before it.
  mutating func text(of element: XMLElement, _ kept: inout Kept) -> String {
    if element.children.contains(where: { _ in true }) { losses.insert(.markup) }
    for remark in remarks(in: element) {
      losses.insert(.moved)
      kept.before = joined(kept.before, remark)
    }
    return normalised(element.text)
  }

  /// The comments and instructions in an element, whether or not there are elements around them.
  func remarks(in element: XMLElement) -> [String] {
    var remarks: [String] = []
    var index = StartTag.end(in: source, at: element.place)
    while index < element.end {
      if source[index] == UInt8(ascii: "<"), let end = endOfRemark(at: index) {
        if source[index...].starts(with: "<![CDATA[".utf8) == false { remarks.append(string(index..<end)) }
        index = end
      } else {
        index += 1
      }
    }
    return remarks
  }

  /// Where a comment, an instruction or a section of plain characters ends that begins here.
  private func endOfRemark(at index: Int) -> Int? {
    for (opening, closing) in [("<!--", "-->"), ("<?", "?>"), ("<![CDATA[", "]]>")]
    where source[index...].starts(with: opening.utf8) {
      var end = index + opening.utf8.count
      while end < source.count, !source[end...].starts(with: closing.utf8) { end += 1 }
      return min(end + closing.utf8.count, source.count)
    }
    return nil
  }

  /// The attributes of an element that the form has no field for, as they stand.
  func attributes(of element: XMLElement, beside known: Set<String>) -> String {
    StartTag.attributes(in: source, at: element.place).filter { attribute in
      let name = string(attribute.name)
      return !known.contains(name) || name == "xmlns" && string(attribute.value) != submissionNamespace
    }.map { string($0.name.lowerBound..<$0.value.upperBound + 1) }.joined(separator: " ")
  }

  /// Where the end tag of an element begins; its end where it has none.
  func endTag(of element: XMLElement) -> Int {
    let start = StartTag.end(in: source, at: element.place)
    guard start < element.end else { return element.end }
    var end = element.end - 1
    while end > start, source[end] != UInt8(ascii: "<") { end -= 1 }
    return end
  }

  func string(_ range: Range<Int>) -> String { String(decoding: source[range], as: UTF8.self) }

  func trimmed(_ range: Range<Int>) -> String { trimmedText(source[range]) }

  /// Two pieces that are kept, one below the other.
  func joined(_ first: String, _ second: String) -> String {
    first.isEmpty ? second : second.isEmpty ? first : "\(first)\n\(second)"
  }

  func read(_ element: XMLElement) -> Paragraph { paragraph(element) }
}

/// What a form could not take over from a file as it stands.
public enum FormLoss: Hashable, Sendable, CaseIterable {
  /// Markup among words that take none.
  case markup
  /// Comments among words, which now stand before them.
  case moved
  /// Something else: the file written anew does not read as the file did.
  case content
}

/// What stands between the parts of an element that the form knows.
struct Gaps {
  private let source: [UInt8]
  private let end: Int
  private var place: Int

  init(_ element: XMLElement, _ source: [UInt8]) {
    self.source = source
    place = StartTag.end(in: source, at: element.place)
    var end = element.end
    if place < end {
      end -= 1
      while end > place, source[end] != UInt8(ascii: "<") { end -= 1 }
    }
    self.end = end
  }

  /// What stands between the part before and this one.
  mutating func pass(_ element: XMLElement) -> String {
    let gap = trimmedText(source[min(place, element.place)..<element.place])
    place = element.end
    return gap
  }

  /// What stands behind the last part.
  func rest() -> String { place < end ? trimmedText(source[place..<end]) : "" }
}

/// A text without blanks around it.
func trimmedText(_ bytes: ArraySlice<UInt8>) -> String {
  var bytes = bytes
  while let first = bytes.first, isBlank(first) { bytes.removeFirst() }
  while let last = bytes.last, isBlank(last) { bytes.removeLast() }
  return String(decoding: bytes, as: UTF8.self).replacing("\r\n", with: "\n")
}
