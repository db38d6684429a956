/// What makes a document not well-formed, as a person would say it who looks at the place.
///
/// libxml2 says at which byte it could not go on; what somebody wrote there, and meant, is found out by looking.
public enum SyntaxFault: Hashable, Sendable {
  /// It is something else than XML.
  case notXML
  /// Text stands before or after the outermost element.
  case textOutside
  /// A second outermost element follows the first.
  case rootTwice
  /// The XML declaration is not at the very beginning.
  case declarationMisplaced
  /// The XML declaration is not one.
  case declarationMalformed
  /// A comment is not opened or closed as it should be, or holds two hyphens.
  case commentMalformed
  /// A CDATA section is not closed, or its end stands in text.
  case sectionMalformed
  /// A processing instruction is not one.
  case instructionMalformed
  /// An ampersand begins no reference.
  case ampersand
  /// A reference names a character that only HTML knows.
  case entityUnknown(name: String)
  /// A reference by number is not one, or to no character.
  case characterReference(found: String)
  /// A character that XML forbids.
  case characterForbidden(code: UInt32)
  /// A less-than sign opens no tag.
  case lessThan
  /// An attribute's value stands in quotation marks of print.
  case quotesCurly(attribute: String)
  /// An attribute's value stands in no quotation marks.
  case attributeUnquoted(attribute: String, value: String)
  /// One of the quotation marks around an attribute's value is missing.
  case attributeUnfinished(attribute: String)
  /// An attribute's value holds its own quotation mark.
  case quoteInside(attribute: String)
  /// An attribute stands twice in a tag.
  case attributeTwice(attribute: String)
  /// An attribute has no value.
  case attributeWithoutValue(attribute: String)
  /// No blank stands before an attribute.
  case blankMissing(attribute: String)
  /// A character has no business in a tag.
  case strayCharacter(found: String, element: String)
  /// A tag is not closed.
  case tagUnfinished(element: String)
  /// A tag's name cannot be one, or has blanks in or before it.
  case tagNameMalformed(found: String)
  /// An element is not closed: where its end was probably meant, and which tag follows there.
  case endTagMissing(element: String, meantAt: Int, next: String)
  /// An end tag has another name than the start tag.
  case endTagMistyped(element: String, openedAt: Int, found: String)
  /// An end tag closes nothing.
  case endTagSurplus(element: String)
  /// A start tag stands where the end tag was meant.
  case endTagSlash(element: String, openedAt: Int)
  /// Two elements end in the wrong order.
  case endTagsCrossed(inner: String, outer: String)
  /// The document ends before its elements do.
  case cutOff(element: String, openedAt: Int)
  /// A name has a prefix that is not declared.
  case prefixUnknown(prefix: String)
  /// libxml2's limits on depth and length, which stay on.
  case limit
  /// A complaint of libxml2 for which nobody has found plain words yet.
  case unexplained
}
