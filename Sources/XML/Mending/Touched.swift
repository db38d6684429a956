import Text

/// A tag in which a mistake was mended, so that what the schema says of the same thing is not said a second time.
struct Touched: Sendable {
  /// Where the tag stands in the source.
  let tag: Int
  private let attribute: String?
  private let isWhole: Bool

  init(_ fault: SyntaxFault, tag: Int) {
    self.tag = tag
    switch fault {
    case .attributeWithoutValue(let name), .attributeUnfinished(let name), .quoteInside(let name):
      attribute = name
      isWhole = false
    case .prefixUnknown, .tagNameMalformed, .strayCharacter, .cutOff:
      attribute = nil
      isWhole = true
    default:
      attribute = nil
      isWhole = false
    }
  }

  /// Whether what the schema says of the tag comes from the mistake.
  func explains(_ problem: XMLProblem) -> Bool {
    guard case .schema(let fault) = problem.kind, problem.range.lowerBound == tag else { return false }
    switch fault {
    case .attributeMissing(_, let name, _): return isWhole || name == attribute
    case .attributeUnknown(_, let name, _): return isWhole || name == attribute
    case .value(let value): return value.attribute != nil && (isWhole || value.attribute == attribute)
    case .unexpected, .notAllowed: return isWhole
    default: return false
    }
  }
}
