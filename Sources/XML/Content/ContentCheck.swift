import Text

/// Compares a document with its vocabulary, element by element, and says what stands where it cannot and what is missing.
///
/// libxml2 stops looking at an element's content at its first mistake. This looks on, and gives the changes after which
/// libxml2 can check the values and attributes of all the rest.
struct ContentCheck {
  let model: ContentModel
  let text: MarkupText
  /// From here on the end tags were put in because the document breaks off: what they close is not complete.
  let cutAt: Int

  private(set) var faults: [(fault: SchemaFault, range: Range<Int>)] = []
  private(set) var edits: [Edit] = []

  /// The most faults that are looked for: nobody mends more in one go, and each costs a look at all its neighbours.
  static let mostFaults = 1000

  /// Whether more faults may be there than were looked for.
  var isCurtailed: Bool { faults.count >= ContentCheck.mostFaults }

  init(model: ContentModel, text: MarkupText, cutAt: Int) {
    self.model = model
    self.text = text
    self.cutAt = cutAt
  }

  /// Checks an element of a type and all inside it.
  mutating func check(_ element: XMLElement, type name: String) {
    if isCurtailed { return }
    guard let type = model.types[name] else { return refuseChildren(of: element) }
    let strayText = type.allowsText ? false : checkText(of: element, type)
    if type.particles.isEmpty { return refuseChildren(of: element) }
    var line = ChildLine(Array(element.children), type)
    if type.isChoice {
      checkChoice(element, &line, type)
    } else {
      checkSequence(element, &line, type, hasStrayText: strayText)
    }
    for (child, index) in zip(line.children, line.indices) {
      if let index { check(child, type: type.particles[index].type) }
    }
  }

  mutating func note(_ fault: SchemaFault, at element: XMLElement) {
    faults.append((fault, element.place..<text.nameEnd(element.place + 1)))
  }

  // MARK: What holds no elements

  private mutating func refuseChildren(of parent: XMLElement) {
    for child in parent.children { refuse(child, in: parent, keepsText: true) }
  }

  /// An element that has its place elsewhere, if anywhere. Its text stays where text may stand.
  private mutating func refuse(_ child: XMLElement, in parent: XMLElement, keepsText: Bool) {
    if model.knows(child.name) {
      note(.notAllowed(found: child.name, within: parent.name, belongsIn: model.parents(of: child.name)), at: child)
    } else {
      note(.unexpected(found: child.name, within: parent.name, expected: [], isNeeded: false), at: child)
    }
    remove(child, keepsText: keepsText)
  }

  private mutating func remove(_ element: XMLElement, keepsText: Bool) {
    guard keepsText else { return edits.append(Edit(element.place..<element.end)) }
    let tagEnd = StartTag.end(in: text.bytes, at: element.place)
    edits.append(Edit(element.place..<min(tagEnd, element.end)))
    if let close = text.endTag(endingAt: element.end, from: tagEnd) {
      edits.append(Edit(close..<element.end))
    }
    for child in element.children { remove(child, keepsText: true) }
  }

  /// Takes an element's tags away and leaves what it holds.
  private mutating func unwrap(_ element: XMLElement) {
    let tagEnd = StartTag.end(in: text.bytes, at: element.place)
    edits.append(Edit(element.place..<tagEnd))
    if let close = text.endTag(endingAt: element.end, from: tagEnd) { edits.append(Edit(close..<element.end)) }
  }

  private mutating func rename(_ element: XMLElement, to name: String) {
    let nameEnd = text.nameEnd(element.place + 1)
    edits.append(Edit(element.place + 1..<nameEnd, name))
    let tagEnd = StartTag.end(in: text.bytes, at: element.place)
    if let close = text.endTag(endingAt: element.end, from: tagEnd) {
      edits.append(Edit(close + 2..<text.nameEnd(close + 2), name))
    }
  }

  // MARK: Elements in any order

  private mutating func checkChoice(_ element: XMLElement, _ line: inout ChildLine, _ type: ContentModel.ComplexType) {
    let names = type.particles.map(\.name)
    for position in line.children.indices where line.indices[position] == nil && !isCurtailed {
      let child = line.children[position]
      if let near = nearestName(to: child.name, in: names) {
        note(.unexpected(found: child.name, within: element.name, expected: [near], isNeeded: false), at: child)
        rename(child, to: near)
        line.take(position, as: names.firstIndex(of: near))
      } else if model.knows(child.name) {
        refuse(child, in: element, keepsText: type.allowsText)
      } else {
        note(.unexpected(found: child.name, within: element.name, expected: names, isNeeded: false), at: child)
        remove(child, keepsText: type.allowsText)
      }
    }
    if type.minimum > 0, line.children.isEmpty, element.end <= cutAt {
      note(.missing(element: element.name, expected: names, isChoice: true, after: nil, before: nil), at: element)
    }
  }

  // MARK: Elements in a fixed order

  private mutating func checkSequence(
    _ element: XMLElement, _ line: inout ChildLine, _ type: ContentModel.ComplexType, hasStrayText: Bool
  ) {
    for position in line.children.indices where line.indices[position] == nil && !isCurtailed {
      stranger(at: position, of: element, &line, type)
    }
    let isRepeated = repeated(in: element, line, type)
    let inOrder = line.inOrder(leavingOut: isRepeated)
    for position in line.children.indices where !isRepeated[position] && !inOrder[position] {
      guard let index = line.indices[position] else { continue }
      let (before, after) = line.neighbours(of: position, index, inOrder)
      note(
        .misplaced(
          found: line.children[position].name, within: element.name, before: before.map { type.particles[$0].name },
          after: after.map { type.particles[$0].name }, order: type.particles.map(\.name)),
        at: line.children[position])
    }
    // Text that has lost its tags is what is missing.
    if element.end <= cutAt, !hasStrayText || !line.children.isEmpty { noteMissing(in: element, line, type) }
  }

  private mutating func noteMissing(in element: XMLElement, _ line: ChildLine, _ type: ContentModel.ComplexType) {
    let missing = type.particles.indices.filter { type.particles[$0].minimum > 0 && line.lacks($0) }
    guard let first = missing.first, let last = missing.last else { return }
    let present = line.indices.compactMap { $0 }
    let isRun = !present.contains { first < $0 && $0 < last }
    let after = isRun ? present.filter { $0 < first }.max() : nil
    let before = isRun ? present.filter { $0 > last }.min() : nil
    note(
      .missing(
        element: element.name, expected: missing.map { type.particles[$0].name }, isChoice: false,
        after: after.map { type.particles[$0].name }, before: before.map { type.particles[$0].name }),
      at: element)
  }

  /// An element whose name cannot stand here: mistyped, in place of another that is missing, or of another place.
  private mutating func stranger(
    at position: Int, of element: XMLElement, _ line: inout ChildLine, _ type: ContentModel.ComplexType
  ) {
    let child = line.children[position]
    let missing = line.missing(at: position, type)
    let open = type.particles.indices.filter { !line.isFull($0, type) || missing.contains($0) }
    let names = open.map { type.particles[$0].name }
    let near = nearestName(to: child.name, in: names).flatMap { name in open.first { type.particles[$0].name == name } }
    guard let meant = near ?? missing.first else {
      if model.knows(child.name) { return refuse(child, in: element, keepsText: false) }
      note(.unexpected(found: child.name, within: element.name, expected: names, isNeeded: false), at: child)
      return remove(child, keepsText: false)
    }
    let name = type.particles[meant].name
    if child.children.contains(where: { $0.name == name }) {
      note(.unexpected(found: child.name, within: element.name, expected: [name], isNeeded: false), at: child)
      line.take(position, as: nil)
      return unwrap(child)
    }
    note(.unexpected(found: child.name, within: element.name, expected: [name], isNeeded: near == nil), at: child)
    rename(child, to: name)
    line.take(position, as: meant)
  }

  private mutating func repeated(in element: XMLElement, _ line: ChildLine, _ type: ContentModel.ComplexType) -> [Bool]
  {
    var first: [Int: XMLElement] = [:]
    var count: [Int: Int] = [:]
    return zip(line.children, line.indices).map { child, index in
      guard let index else { return false }
      count[index, default: 0] += 1
      if let original = first[index], count[index, default: 0] > type.particles[index].maximum {
        note(.repeated(found: child.name, within: element.name, first: original.place), at: child)
        return true
      }
      first[index] = first[index] ?? child
      return false
    }
  }

  // MARK: Text

  /// Notes text that stands directly in an element that holds only others, and tells whether there is any.
  private mutating func checkText(of element: XMLElement, _ type: ContentModel.ComplexType) -> Bool {
    var gap = min(StartTag.end(in: text.bytes, at: element.place), element.end)
    var isNoted = false
    for child in element.children {
      if gap < child.place { checkText(gap..<child.place, of: element, type, &isNoted) }
      gap = child.end
    }
    let end = text.endTag(endingAt: element.end, from: gap) ?? element.end
    if gap < end { checkText(gap..<end, of: element, type, &isNoted) }
    return isNoted
  }

  private mutating func checkText(
    _ gap: Range<Int>, of element: XMLElement, _ type: ContentModel.ComplexType, _ isNoted: inout Bool
  ) {
    var place = gap.lowerBound
    while place < gap.upperBound {
      place = text.skipBlanks(place)
      if place >= gap.upperBound { return }
      if text.hasPrefix("<!--", at: place) || text.hasPrefix("<?", at: place) {
        let mark = text[place + 1] == UInt8(ascii: "!") ? "-->" : "?>"
        place = text.next(mark, from: place).map { $0 + mark.utf8.count } ?? gap.upperBound
        continue
      }
      let start = place
      let isSection = text.hasPrefix("<![CDATA[", at: place)
      let stop = isSection ? text.next("]]>", from: place).map { $0 + 3 } : text.next("<", from: place)
      let end = text.trimBlanks(before: min(stop ?? gap.upperBound, gap.upperBound))
      // A tag in the gap belongs to what was not read any more.
      guard end > start else { return }
      // One finding an element: the pieces of a sentence that was put at the wrong place are one mistake.
      if !isNoted { faults.append((.text(element: element.name, allowed: type.particles.map(\.name)), start..<end)) }
      isNoted = true
      edits.append(Edit(start..<end))
      place = end
    }
  }
}
