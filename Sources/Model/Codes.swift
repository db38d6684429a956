/// A contributor's code as the EU writes it (Interinstitutional Style Guide, 7.1): `EL`, `UK`; `EU` for the Commission.
public struct CountryCode: RawRepresentable, Hashable, Comparable, Sendable {
  /// The two capital letters.
  public let rawValue: String

  /// A code as it stands; whether the network knows it is for the reference data to say.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A code as it stands.
  public init(_ code: String) { rawValue = code }

  /// The contributor of the EU-level part.
  public static let europeanUnion = CountryCode("EU")

  /// Codes are ordered by their letters.
  public static func < (left: CountryCode, right: CountryCode) -> Bool { left.rawValue < right.rawValue }
}

/// A theme's code in the stable list of themes, such as `international-protection`.
public struct ThemeCode: RawRepresentable, Hashable, Sendable {
  /// The code's text.
  public let rawValue: String

  /// A code as it stands; whether the list has it is for the taxonomy to say.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// A code as it stands.
  public init(_ code: String) { rawValue = code }
}

/// What sort of development it is; the schema of submissions closes this list.
public enum Kind: String, CaseIterable, Sendable {
  case legislative, policy, institutional
  case caseLaw = "case-law"
  case agreement, programme
}

/// A step on the way from proposal to force; the schema of submissions closes this list.
public enum StageType: String, CaseIterable, Sendable {
  case announced, proposed, adopted, signed, ratified, published, decided, launched
  case inForce = "in-force"
  case applied, extended, suspended, resumed, repealed, ended
  case tookPlace = "took-place"
}

/// Whether a submission may be published.
public enum Status: String, CaseIterable, Sendable {
  case draft, final
}
