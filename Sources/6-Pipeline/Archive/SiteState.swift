import Files
import Text

/// What the files of the site were made of: what has not changed since is not made again.
///
/// It stands in the site's own folder and takes its place with it, so it never tells of another site. All is told by
/// digests of contents, never by times.
struct SiteState: Equatable, Sendable {
  /// The name of its file in the folder of the site.
  static let fileName = "build-state.json"

  /// One file of the site.
  struct Page: Equatable, Sendable {
    /// The digest of all that it was made of.
    var key: String
    /// How many bytes it has.
    var size: Int
    /// The pieces that it was put together from, in order; none for a file that was made as a whole.
    var pieces: [Piece] = []
  }

  /// A run of a file's bytes.
  struct Piece: Equatable, Sendable {
    /// The digest of all that it was made of.
    var key: String
    /// How many bytes it has.
    var size: Int
  }

  /// The digest of all that the site was made of.
  var site: String
  /// The site's files by their paths.
  var pages: [String: Page] = [:]

  /// The state of the site in a folder; none where there is none, or it cannot be understood.
  init?(inFolder folder: String) {
    guard let bytes = try? readFile("\(folder)/\(Self.fileName)", atMost: .max), let json = JSONReading(bytes),
      let site = json["site"]?.text
    else { return nil }
    self.site = site
    for (path, page) in json["pages"]?.members ?? [:] {
      guard let key = page["key"]?.text, let size = page["size"]?.integer else { continue }
      let pieces = page["pieces"]?.elements.compactMap { piece -> Piece? in
        guard let key = piece["key"]?.text, let size = piece["size"]?.integer, size >= 0 else { return nil }
        return Piece(key: key, size: size)
      }
      pages[path] = Page(key: key, size: size, pieces: pieces ?? [])
    }
  }

  /// A state of a site.
  init(site: String) { self.site = site }

  /// Whether all files of the site are there, as long as they were made.
  func isComplete(inFolder folder: String) -> Bool {
    pages.allSatisfy { size(ofFile: "\(folder)/\($0.key)") == $0.value.size }
  }

  /// The state as its file holds it.
  var bytes: [UInt8] {
    var json = JSONWriter()
    json.object { json in
      json.key("site")
      json.value(site)
      json.key("pages")
      json.object { json in
        for (path, page) in pages.sorted(by: { $0.key < $1.key }) {
          json.key(path)
          json.object { json in
            json.key("key")
            json.value(page.key)
            json.key("size")
            json.value(page.size)
            if !page.pieces.isEmpty { json.pieces(page.pieces) }
          }
        }
      }
    }
    return json.bytes
  }
}

extension JSONWriter {
  fileprivate mutating func pieces(_ pieces: [SiteState.Piece]) {
    key("pieces")
    array { json in
      for piece in pieces {
        json.object { json in
          json.key("key")
          json.value(piece.key)
          json.key("size")
          json.value(piece.size)
        }
      }
    }
  }
}
