import Model
import Reference
import Text

/// Something asked for that there is not, with the sentences that say why.
public struct Refusal: Error, CustomStringConvertible {
  /// What is wrong, and what would be right.
  public let description: String
}

extension Workshop {
  /// The code of a contributor that somebody names by its code or its name.
  ///
  /// - Throws: `Refusal` with what may have been meant, when it is neither.
  func contributorCode(_ country: String) throws(Refusal) -> CountryCode {
    let code = CountryCode(country.uppercased())
    if reference.network.contributor(code) != nil || reference.network.correction(for: code) != nil { return code }
    var codes: [String: CountryCode] = [:]
    for contributor in reference.network.contributors {
      for name in contributor.names.map(\.name) + [contributor.longName, contributor.code.rawValue] {
        if let name { codes[name.lowercased()] = contributor.code }
      }
    }
    if let named = codes[country.lowercased()] { return named }
    let near = nearestName(to: country, in: codes.keys.sorted()).flatMap { codes[$0] }
    let offer = near.map { code in
      let name = reference.network.contributor(code)?.names.last?.name ?? code.rawValue
      return " Did you mean “\(code.rawValue)” (\(name))?"
    }
    throw Refusal(
      description: "“\(country)” is not the code of a contributor to the bulletin, nor its name.\(offer ?? "")")
  }

  /// The code of a country whose developments are asked for, by its code or its name.
  ///
  /// - Throws: `Refusal` with what may have been meant, when it is no contributor.
  public func country(named words: String) throws(Refusal) -> CountryCode {
    let code = try contributorCode(words)
    if let right = reference.network.correction(for: code) {
      throw Refusal(description: "“\(words)” is not a code of the bulletin. Did you mean “\(right.rawValue)”?")
    }
    if let sentence = reference.network.nonMemberSentence(of: code) { throw Refusal(description: sentence) }
    return code
  }

  /// The code of a theme of the list, by its code or its name for readers.
  ///
  /// - Throws: `Refusal` with what may have been meant, when the list has no such theme.
  public func theme(named words: String) throws(Refusal) -> ThemeCode {
    let themes = reference.taxonomy.themes
    let lowercased = words.lowercased()
    if let theme = themes.first(where: { $0.code.rawValue == lowercased || $0.label.lowercased() == lowercased }) {
      return theme.code
    }
    let names = themes.flatMap { [$0.code.rawValue, $0.label] }
    let near = nearestNames(to: words, in: names, limit: 1).first.flatMap { name in
      themes.first { $0.code.rawValue == name || $0.label == name }
    }
    let offer =
      near.map { "Did you mean “\($0.code.rawValue)” (\($0.label))?" }
      ?? "The themes are \(themes.map(\.code.rawValue).joined(separator: ", "))."
    throw Refusal(description: "“\(words)” is not a theme of the list. \(offer)")
  }
}
