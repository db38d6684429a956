import Emit
import Files

/// A file of the site to come: what it is made of, and how.
struct SiteFile: Sendable {
  /// A run of its bytes.
  struct Piece: Sendable {
    /// The digest of all that it is made of.
    let key: String
    /// Makes it.
    let bytes: @Sendable () throws(FileError) -> [UInt8]
  }

  /// Its path below the folder of the site.
  let path: String
  /// The digest of all that it is made of.
  let key: String
  /// Its pieces, in order.
  let pieces: [Piece]

  /// A file of one piece.
  init(path: String, key: String, bytes: @escaping @Sendable () throws(FileError) -> [UInt8]) {
    self.path = path
    self.key = key
    pieces = [Piece(key: key, bytes: bytes)]
  }

  /// A page, with the keys of the site.
  init(_ page: SitePage, _ keys: SiteKeys) {
    path = page.path
    key = keys.key(of: page)
    pieces = page.pieces.map { piece in
      Piece(key: keys.key(of: piece)) { () throws(FileError) in piece.bytes() }
    }
  }
}

/// Puts the files of a site together beside the site that stands there, of which it takes what is the same.
struct SiteRenewal: Sendable {
  /// The folder of the site that stands there.
  let place: String
  /// The folder of the site to come.
  let workplace: String

  /// Puts a file into the site to come: the one that stands there, when it is the same.
  ///
  /// - Parameters:
  ///   - file: The file.
  ///   - before: What is known of the one that stands there.
  /// - Returns: What is to be known of it, and whether it is new or other than before.
  func put(_ file: SiteFile, before: SiteState.Page?) throws(FileError) -> (now: SiteState.Page, isNew: Bool) {
    let old = "\(place)/\(file.path)"
    let new = "\(workplace)/\(file.path)"
    if let before, before.key == file.key, size(ofFile: old) == before.size {
      if try take(old, as: new) { return (before, false) }
    }
    let (bytes, pieces) = try made(file, before: before)
    let now = SiteState.Page(key: file.key, size: bytes.count, pieces: pieces)
    if size(ofFile: old) == bytes.count, (try? readFile(old, atMost: bytes.count)) == bytes, try take(old, as: new) {
      return (now, false)
    }
    try writeUnseen(bytes, to: new)
    return (now, true)
  }

  private func take(_ old: String, as new: String) throws(FileError) -> Bool {
    if let slash = new.lastIndex(of: "/") { try makeFolder(String(new[..<slash])) }
    return giveSecondName(new, toFile: old)
  }

  /// The bytes of a file, with what is to be known of its pieces when there are several: those that stand in the file
  /// before are taken from there.
  private func made(
    _ file: SiteFile, before: SiteState.Page?
  ) throws(FileError) -> (bytes: [UInt8], pieces: [SiteState.Piece]) {
    guard file.pieces.count > 1 else { return (try file.pieces.first?.bytes() ?? [], []) }
    let old = before.map { OldFile("\(place)/\(file.path)", $0) }
    var bytes: [UInt8] = []
    bytes.reserveCapacity(before?.size ?? 0)
    var pieces: [SiteState.Piece] = []
    for piece in file.pieces {
      let start = bytes.count
      if let kept = old?[piece.key] { bytes += kept } else { bytes += try piece.bytes() }
      pieces.append(SiteState.Piece(key: piece.key, size: bytes.count - start))
    }
    return (bytes, pieces)
  }
}

/// The pieces of a file that stands there.
private struct OldFile {
  private var bytes: [UInt8] = []
  private var places: [String: Range<Int>] = [:]

  /// The pieces of a file; none when it is not as long as it was made.
  init(_ path: String, _ page: SiteState.Page) {
    guard !page.pieces.isEmpty, let bytes = try? readFile(path, atMost: page.size),
      bytes.count == page.size, page.pieces.reduce(0, { $0 + $1.size }) == page.size
    else { return }
    self.bytes = bytes
    var start = 0
    for piece in page.pieces {
      places[piece.key] = start..<start + piece.size
      start += piece.size
    }
  }

  /// The bytes of the piece of a key.
  subscript(key: String) -> ArraySlice<UInt8>? { places[key].map { bytes[$0] } }
}
