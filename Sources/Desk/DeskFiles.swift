import Crypto
import Emit

/// The style sheet and the script of the desk. Their paths change with their bytes, so browsers may keep them for good.
public struct DeskFiles: Sendable {
  /// A file that pages ask for.
  public struct File: Sendable {
    /// Where the desk has it.
    public let path: String
    /// Its media type.
    public let type: String
    /// What it holds.
    public let bytes: [UInt8]

    init(_ stem: String, _ suffix: String, type: String, text: String) {
      bytes = Array(text.utf8)
      let digest = SHA256.hash(data: bytes).prefix(6).map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
      path = "/\(stem)-\(digest).\(suffix)"
      self.type = type
    }
  }

  /// The style sheet.
  public let style = File(
    "desk", "css", type: "text/css; charset=utf-8", text: findingsStyle + Embedded.deskCSS + Embedded.sendCSS)
  /// The script.
  public let script = File(
    "desk", "js", type: "text/javascript; charset=utf-8", text: Embedded.deskJS + Embedded.sendJS)

  /// The style sheet of the form for submissions.
  public let writeStyle = File("write", "css", type: "text/css; charset=utf-8", text: Embedded.writeCSS)
  /// The script of the form for submissions.
  public let writeScript = File("write", "js", type: "text/javascript; charset=utf-8", text: Embedded.writeJS)

  /// The files that the executable carries.
  public init() {}

  /// All of them.
  public var all: [File] { [style, script, writeStyle, writeScript] }
}
