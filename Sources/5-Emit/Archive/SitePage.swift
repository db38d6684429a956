import Model

/// A file of the archive's site, made when it is asked for.
public struct SitePage: Sendable {
  /// Its path below the folder of the site, with `/` between folders.
  public let path: String
  /// What it shows: when none of it has changed, neither has the page.
  public let dependencies: Set<SiteDependency>
  /// What its bytes are put together from, in order: one piece, but for files of which most is as before when one
  /// issue has changed.
  public let pieces: [SitePiece]

  /// A file that is made as a whole.
  ///
  /// - Parameter bytes: Makes its bytes, which depend on what it shows alone.
  public init(path: String, dependencies: Set<SiteDependency>, bytes: @escaping @Sendable () -> [UInt8]) {
    self.init(path: path, dependencies: dependencies, pieces: [SitePiece(shows: [], bytes: bytes)])
  }

  /// A file of pieces, which together show no more than the file.
  public init(path: String, dependencies: Set<SiteDependency>, pieces: [SitePiece]) {
    self.path = path
    self.dependencies = dependencies
    self.pieces = pieces
  }

  /// Makes its bytes.
  public func bytes() -> [UInt8] { pieces.count == 1 ? pieces[0].bytes() : pieces.flatMap { $0.bytes() } }
}

/// A run of a file's bytes, made when it is asked for.
public struct SitePiece: Sendable {
  /// The issue that it shows, where it shows one as a whole.
  public let issue: Period?
  /// All else that it shows, in texts that are others when it has changed.
  public let shows: [String]
  /// Makes its bytes, which depend on what it shows alone.
  public let bytes: @Sendable () -> [UInt8]

  /// A piece that shows an issue, and something of others.
  public init(issue: Period? = nil, shows: [String], bytes: @escaping @Sendable () -> [UInt8]) {
    self.issue = issue
    self.shows = shows
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
