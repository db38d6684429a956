import Model

/// A file of the archive's site, made when it is asked for.
public struct SitePage: Sendable {
  /// Its path below the folder of the site, with `/` between folders.
  public let path: String
  /// What it shows: when none of it has changed, neither has the page.
  public let dependencies: Set<SiteDependency>
  /// Makes its bytes, which depend on what it shows alone.
  public let bytes: @Sendable () -> [UInt8]

  /// A page of the given parts.
  public init(path: String, dependencies: Set<SiteDependency>, bytes: @escaping @Sendable () -> [UInt8]) {
    self.path = path
    self.dependencies = dependencies
    self.bytes = bytes
  }
}

/// A part of the archive that pages of the site show.
public enum SiteDependency: Hashable, Sendable {
  /// One issue as a whole.
  case issue(Period)
  /// All entries of a contributor, in all issues.
  case country(CountryCode)
  /// All entries of a theme, in all issues.
  case theme(ThemeCode)
  /// The list of issues, with their titles, dates and numbers of entries.
  case issues
  /// Every entry of every issue.
  case everything
}
