import Model
import Text
import XML

extension Validator {
  /// Translates what makes a file no XML.
  func finding(_ fault: SyntaxFault, at range: Range<Int>, in text: SourceText) -> Finding {
    func finding(_ rule: String, _ values: [String: String] = [:]) -> Finding {
      Finding(rule, at: .range(range.lowerBound, range.upperBound), values)
    }
    func line(_ place: Int) -> String { "\(text.position(at: place).line)" }
    return switch fault {
    case .notXML: finding("not-xml")
    case .textOutside: finding("text-outside")
    case .rootTwice: finding("root-twice")
    case .declarationMisplaced: finding("xml-declaration-misplaced")
    case .declarationMalformed: finding("xml-declaration-malformed")
    case .commentMalformed: finding("comment-malformed")
    case .sectionMalformed: finding("cdata-malformed")
    case .instructionMalformed: finding("instruction-malformed")
    case .ampersand: finding("ampersand")
    case .entityUnknown(let name): finding("entity-unknown", ["name": name])
    case .characterReference(let found): finding("character-reference-malformed", ["found": found])
    case .characterForbidden(let code): finding("character-forbidden", ["code": hexadecimal(code)])
    case .lessThan: finding("less-than-stray")
    case .quotesCurly(let attribute): finding("quotes-curly", ["name": attribute])
    case .attributeUnquoted(let attribute, let value):
      finding("attribute-unquoted", ["name": attribute, "found": value])
    case .attributeUnfinished(let attribute): finding("attribute-unfinished", ["name": attribute])
    case .quoteInside(let attribute): finding("quote-inside", ["name": attribute])
    case .attributeTwice(let attribute): finding("attribute-twice", ["name": attribute])
    case .attributeWithoutValue(let attribute): finding("attribute-without-value", ["name": attribute])
    case .blankMissing(let attribute): finding("blank-missing", ["name": attribute])
    case .strayCharacter(let found, let element):
      finding("character-stray", ["found": visible(found), "element": element])
    case .tagUnfinished(let element): finding("tag-unfinished", ["element": element])
    case .tagNameMalformed(let found): finding("tag-name-malformed", ["found": visible(found)])
    case .endTagMissing(let element, let place, let next):
      finding("end-tag-missing", ["element": element, "next": next, "line": line(place)])
    case .endTagMistyped(let element, let place, let found):
      finding("end-tag-mistyped", ["element": element, "line": line(place), "found": found])
    case .endTagSurplus(let element): finding("end-tag-surplus", ["element": element])
    case .endTagSlash(let element, let place):
      finding("end-tag-slash-missing", ["element": element, "line": line(place)])
    case .endTagsCrossed(let inner, let outer): finding("end-tags-crossed", ["element": inner, "outer": outer])
    case .cutOff(let element, let place):
      element.isEmpty
        ? finding("file-unbegun") : finding("file-cut-off", ["element": element, "line": line(place)])
    case .prefixUnknown(let prefix): finding("prefix-unknown", ["prefix": prefix])
    case .limit: finding("file-too-deep")
    case .unexplained: finding("unexplained")
    }
  }

  /// A character's number as Unicode writes it, without the `U+`.
  private func hexadecimal(_ code: UInt32) -> String {
    let digits = String(code, radix: 16, uppercase: true)
    return String(repeating: "0", count: max(0, 4 - digits.utf8.count)) + digits
  }
}
