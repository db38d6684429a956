/// The part of the desk at which a submission is checked. It keeps nothing.
struct CheckDesk: Sendable {
  private let parts: ResultParts
  private let texts: Texts
  private let frame: PageFrame
  private let form: PageTemplate
  private let result: PageTemplate

  init(parts: ResultParts, texts: Texts, frame: PageFrame) throws(DeskError) {
    self.parts = parts
    self.texts = texts
    self.frame = frame
    form = try PageTemplate(Embedded.checkHTML, texts: texts)
    result = try PageTemplate(Embedded.resultHTML, texts: texts)
  }

  /// The page with the form.
  var page: [UInt8] { frame.page(title: texts.text("check-title"), content: form.filled(), at: .check) }

  /// A file that somebody wants to be checked.
  struct Request {
    var bytes: [UInt8]
    /// Its name, where it has one that counts.
    var fileName: String?
  }

  /// What a form asks for; `nil` when there is nothing in it.
  ///
  /// A chosen file goes before a text; the text keeps the name of the file that it came from.
  func request(in form: Form) -> Request? {
    guard let bytes = form.submittedFile else { return nil }
    let chosen = form.field("file").flatMap { $0.value.isEmpty ? nil : $0.fileName }
    return Request(bytes: bytes, fileName: (chosen ?? form.text("name")).flatMap(harmlessName))
  }

  /// The page that tells what was found.
  func result(of request: Request) -> [UInt8] {
    let found = parts.result(of: request.bytes, fileName: request.fileName)
    return frame.page(title: found.title, content: result.filled(found.slots), at: .check)
  }
}
