/// A mistake in a text, where it is, and the changes after which reading can go on; without any it cannot.
struct Mend: Sendable {
  var fault: SyntaxFault
  var range: Range<Int>
  var edits: [Edit]

  init(_ fault: SyntaxFault, _ range: Range<Int>, _ edits: Edit...) {
    self.fault = fault
    self.range = range
    self.edits = edits
  }
}

/// An element that is open at some place of a document.
struct OpenElement: Sendable {
  var name: String
  var place: Int
}

/// What libxml2 says when it can read no further.
struct ParserFailure: Sendable {
  var code: Int
  var message: String
  /// How far it had come.
  var position: Int
  /// The elements that were open, outermost first.
  var open: [OpenElement]
}

/// Finds out what a person did wrong at the place where libxml2 could not go on, and how reading can go on after it.
///
/// The numbers are libxml2's (`xmlParserErrors`). They tell little of what was meant, so each leads to a look at the
/// text itself.
struct Mending {
  let text: MarkupText
  /// The vocabulary that the document should have, which tells names that were meant.
  let model: ContentModel?

  func mend(_ failure: ParserFailure) -> Mend {
    let place = failure.position
    switch failure.code {
    case 1, 110, 114, 117: return Mend(.limit, text.clamped(place, 1))
    case 4: return beforeRoot(place)
    case 5: return afterRoot(place)
    case 6...9: return character(place)
    case 21...23, 26, 27: return reference(before: place)
    case 32...34, 56, 57, 78, 96, 101, 108: return declaration()
    case 45, 80: return comment(place, isOpen: failure.code == 45)
    case 62, 63: return section(place, isOpen: failure.code == 63)
    case 46, 47: return instruction(place)
    case 64: return misplacedDeclaration(place)
    case 76: return mismatch(failure)
    case 77: return text.hasPrefix("<xml ", at: 0) ? declaration() : cutOff(failure)
    default: return inTag(failure)
    }
  }

  /// The codes from 38 on come up inside tags, and a few of them elsewhere too.
  private func inTag(_ failure: ParserFailure) -> Mend {
    let place = failure.position
    if text[place - 1] == UInt8(ascii: "&") { return reference(before: place) }
    if let declared = text.declarationEnd, place <= declared { return declaration() }
    guard let tag = text.tagStart(before: place) else { return Mend(.unexplained, text.clamped(place, 1)) }
    if text.hasPrefix("<?", at: tag) { return instruction(place) }
    if text.hasPrefix("</", at: tag) { return endTag(tag, failure) }
    if !isNameStart(text[tag + 1]) { return strayLessThan(tag, failure) }
    return startTag(tag, failure)
  }
}
