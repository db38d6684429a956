/// Shows what is kept of a file beside its fields, for those who want to see it.
struct KeptView {
  private let pieces: [String]

  /// What is kept of a development.
  init(_ form: DevelopmentForm) {
    var kept = [form.kept, form.headline.kept]
    kept += form.stages.map(\.kept) + [form.late.kept, form.bodyKept] + form.figures.map(\.kept)
    for act in form.acts { kept += [act.kept] + act.titles.map(\.kept) }
    kept += form.euActs.map(\.kept) + form.sources.map(\.kept) + form.follows.map(\.kept) + [form.note.kept]
    pieces = Self.pieces(of: kept)
  }

  /// What is kept of a submission, outside its developments.
  init(_ form: SubmissionForm) {
    let parts = ContactForm.parts.map { form.contact[keyPath: $0.path].kept }
    pieces =
      Self.pieces(of: [form.kept, form.contact.kept] + parts + [form.note.kept])
      + [form.keptAfter].filter { !$0.isEmpty }
  }

  private static func pieces(of kept: [Kept]) -> [String] {
    kept.flatMap { [$0.before, $0.attributes, $0.end] }.filter { !$0.isEmpty }
  }

  /// Whether there is anything.
  var isEmpty: Bool { pieces.isEmpty }

  /// Writes it.
  func write(to html: inout FieldPrinter) {
    if pieces.isEmpty { return }
    html.markup("<details class=\"keeps\">\n")
    html.text("summary", "write-keeps")
    html.text("p class=\"quiet\"", "write-keeps-lead")
    for piece in pieces { html.element("pre", piece) }
    html.markup("</details>\n")
  }
}
