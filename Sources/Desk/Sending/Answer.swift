/// What the desk answers to somebody who may be signed in.
public enum Answer: Sendable {
  /// How a page came to be, in the terms of HTTP.
  public enum Standing: Sendable {
    /// It is what was asked for.
    case good
    /// What was sent was not taken as it is.
    case refused
    /// Whoever asks may not have it.
    case forbidden
  }

  /// A page.
  case page([UInt8], Standing)
  /// Another page is to be asked for.
  case see(String)
  /// A file to be kept, under a name and of a media type.
  case file([UInt8], name: String, type: String)
  /// A document that is shown by itself, of a media type, with a policy of its own where it has one.
  case document([UInt8], type: String, policy: String?)
}
