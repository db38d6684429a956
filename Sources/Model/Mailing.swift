/// Who sends the mail form of an issue to whom. It is never printed in an edition.
public struct Mailing: Hashable, Sendable {
  /// A mailbox.
  public struct Mailbox: Hashable, Sendable {
    /// The address.
    public var address: String
    /// Whose it is, where that is said.
    public var name: String?

    /// A mailbox of the given parts.
    public init(address: String, name: String? = nil) {
      self.address = address
      self.name = name
    }
  }

  /// Who sends it.
  public var from: Mailbox?
  /// Where answers go, when not to the sender.
  public var replyTo: Mailbox?
  /// Who receives it.
  public var to: [Mailbox]

  /// A mailing of the given parts.
  public init(from: Mailbox? = nil, replyTo: Mailbox? = nil, to: [Mailbox] = []) {
    self.from = from
    self.replyTo = replyTo
    self.to = to
  }
}
