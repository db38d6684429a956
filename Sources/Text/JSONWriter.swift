/// Writes JSON in the order in which it is told, so that the same values give the same bytes.
public struct JSONWriter: Sendable {
  private var buffer: OutputBuffer
  /// For each open object or array, whether it has a member yet.
  private var open: [Bool] = []
  private var afterKey = false
  private let form: Form

  /// For whom JSON is written.
  public enum Form: Sendable {
    /// For people too: a member a line, indented, with a line break at the end.
    case indented
    /// For a page's element `script`: without white space, and with no `<` or `&` that a reader of HTML could mistake.
    case inPage
    /// For files with an object a line: without white space, and without a line break at the end.
    case line
  }

  /// A writer that has written nothing, with room for so many bytes.
  public init(form: Form = .indented, capacity: Int = 0) {
    self.form = form
    buffer = OutputBuffer(capacity: capacity)
  }

  /// What was written.
  public var bytes: [UInt8] { form == .indented ? buffer.bytes + [0x0A] : buffer.bytes }

  /// Opens an object, closes it after its members.
  public mutating func object(_ members: (inout JSONWriter) -> Void) { nested("{", "}", members) }

  /// Opens an array, closes it after its elements.
  public mutating func array(_ elements: (inout JSONWriter) -> Void) { nested("[", "]", elements) }

  /// The key of the member that is written next.
  public mutating func key(_ name: String) {
    separate()
    quoted(name)
    buffer.append(form == .indented ? ": " : ":")
    afterKey = true
  }

  /// A text, or null.
  public mutating func value(_ text: String?) {
    separate()
    if let text { quoted(text) } else { buffer.append("null") }
  }

  /// A whole number, or null.
  public mutating func value(_ number: Int?) {
    separate()
    if let number { buffer.append(number) } else { buffer.append("null") }
  }

  /// A truth value.
  public mutating func value(_ truth: Bool) {
    separate()
    buffer.append(truth ? "true" : "false")
  }

  /// A number with so many digits after the point, rounded.
  public mutating func value(_ number: Double, digits: Int) {
    separate()
    buffer.append(decimal(number, digits: digits))
  }

  /// Ends a line between two objects.
  public mutating func endLine() { buffer.newline() }

  private mutating func nested(_ left: String, _ right: String, _ inner: (inout JSONWriter) -> Void) {
    separate()
    buffer.append(left)
    open.append(false)
    inner(&self)
    if open.removeLast() { indent() }
    buffer.append(right)
  }

  private mutating func separate() {
    if afterKey {
      afterKey = false
      return
    }
    guard let hasMember = open.last else { return }
    if hasMember { buffer.append(",") }
    open[open.count - 1] = true
    indent()
  }

  private mutating func indent() {
    guard form == .indented else { return }
    buffer.newline()
    for _ in open { buffer.append("  ") }
  }

  private mutating func quoted(_ text: String) {
    buffer.append(byte: UInt8(ascii: "\""))
    var text = text
    let isInPage = bit(form == .inPage)
    let mark = { (byte: UInt8) in mayBeEscaped(byte) | isMarkup(byte) & isInPage }
    text.withUTF8 { bytes in
      var start = 0
      var position = bytes.position(from: 0, mark)
      while position < bytes.count {
        // What shows as nothing is written by number: it is read as the same, and harms no terminal on the way.
        let (scalar, length) = bytes.character(at: position) ?? (" ", 1)
        if isHidden(scalar) || length == 1 {
          buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start..<position]))
          for unit in String(scalar).utf16 { buffer.append(escape(of: unit)) }
          start = position + length
        }
        position = bytes.position(from: position + length, mark)
      }
      buffer.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[start...]))
    }
    buffer.append(byte: UInt8(ascii: "\""))
  }
}

/// Marks a byte that begins a character which may be escaped: hidden ones begin with some of these.
private func mayBeEscaped(_ byte: UInt8) -> UInt8 {
  bit(byte < 0x20) | bit(byte == 0x7F) | bit(byte == UInt8(ascii: "\"")) | bit(byte == UInt8(ascii: "\\"))
    | bit(byte == 0xC2) | bit(byte == 0xD8) | bit(byte &- 0xE1 < 3) | bit(byte >= 0xEF)
}

/// Marks what HTML could take for markup.
private func isMarkup(_ byte: UInt8) -> UInt8 {
  bit(byte == UInt8(ascii: "<")) | bit(byte == UInt8(ascii: ">")) | bit(byte == UInt8(ascii: "&"))
}

/// What stands for a character's unit that cannot stand as it is.
private func escape(of unit: UInt16) -> String {
  switch unit {
  case UInt16(UInt8(ascii: "\"")): "\\\""
  case UInt16(UInt8(ascii: "\\")): "\\\\"
  case 0x0A: "\\n"
  default:
    "\\u" + String(repeating: "0", count: unit < 16 ? 3 : unit < 256 ? 2 : unit < 4096 ? 1 : 0)
      + String(unit, radix: 16)
  }
}

/// A number as a decimal numeral with so many digits after the point, rounded half away from zero, in no locale.
public func decimal(_ number: Double, digits: Int) -> String {
  var scale = 1.0
  for _ in 0..<digits { scale *= 10 }
  let scaled = Int((number.magnitude * scale).rounded())
  let sign = number < 0 && scaled != 0 ? "-" : ""
  guard digits > 0 else { return sign + String(scaled) }
  let whole = String(scaled / Int(scale))
  let fraction = String(scaled % Int(scale))
  return sign + whole + "." + String(repeating: "0", count: digits - fraction.utf8.count) + fraction
}
