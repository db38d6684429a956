import Emit
import Model
import Pipeline

/// The part of the desk at which a submission is written in a form.
///
/// The form travels with each request, so nothing is kept between them but what a signed-in contact point saves.
public struct WriteDesk: Sendable {
  /// The most fields that a form may have: a hundred developments, each with all that one usually has.
  public static let mostFields = 12_000

  /// Who has signed in, and what the page to which a submission is sent needs to know that.
  public struct Session: Sendable {
    /// The country for which they may send.
    public var country: CountryCode
    /// Fields for the form that sends, such as a token against forged requests.
    public var fields: [(name: String, value: String)]
    /// What pages say of who has signed in, as HTML.
    public var strip: [UInt8]

    /// A session of the given parts.
    public init(country: CountryCode, fields: [(name: String, value: String)] = [], strip: [UInt8] = []) {
      self.country = country
      self.fields = fields
      self.strip = strip
    }
  }

  let check: SubmissionCheck
  let inputs: InputsFolder
  let drafts: DraftStore
  let texts: Texts
  let choices: FormChoices
  let pages: WritePages
  private let writer = FindingsPartsWriter()

  init(
    check: SubmissionCheck, workshop: Workshop, texts: Texts, frame: PageFrame, files: DeskFiles, data: String
  ) throws(DeskError) {
    self.check = check
    self.texts = texts
    inputs = InputsFolder("\(data)/inputs", largestFile: workshop.largestFile)
    drafts = DraftStore(data: data)
    choices = FormChoices(workshop)
    pages = try WritePages(texts: texts, frame: frame, files: files, choices: choices)
  }

  /// The first page, or the form for a country and period.
  ///
  /// - Parameters:
  ///   - country: The code that was asked for.
  ///   - period: The period that was asked for.
  ///   - session: Who has signed in.
  public func page(country: String?, period: String?, session: Session?) -> [UInt8] {
    let known = knownPeriods(inInputs: inputs.path)
    guard let country, !country.isEmpty else { return pages.first(periods: known, session: session) }
    if let draft = draft(of: CountryCode(country), period: period, session),
      let filled = try? FilledForm(draft, check: check)
    {
      return page(FormChange(form: filled.form, said: ("write-said-draft", [:])), isChecked: true, session: session)
    }
    var form = SubmissionForm()
    (form.country, form.period) = (country, period ?? "")
    form.developments = [DevelopmentForm()]
    return page(FormChange(form: form), isChecked: false, session: session)
  }

  /// The page that comes of a form that was sent: changed, checked, or filled from a file.
  ///
  /// - Throws: `Desk.Refusal` when there is nothing in it.
  public func page(of form: Form, session: Session?) throws(Desk.Refusal) -> [UInt8] {
    let fields = PostedFields(form)
    if fields["do"] == "open" { return try opened(form, session: session) }
    let submission = SubmissionForm(fields)
    guard fields.has("country") else { throw Desk.Refusal(problem: .empty) }
    var isChecked = !fields["checked"].isEmpty
    let action = FormAction(fields["do"])
    if action == .check || action == .send { isChecked = true }
    if action == .undo,
      let undone = RemovedPart(path: fields["undone"], text: fields["undo"]).restored(to: submission, check: check)
    {
      let change = FormChange(
        form: undone, focus: "write-said", said: ("write-said-undone", [:]), isUnkept: !save(undone, session))
      return page(change, isChecked: isChecked, session: session)
    }
    var change = submission.changed(
      by: action ?? .check, chosen: { fields["\(FieldName.development($0))-earlier"] },
      proposed: { proposal(for: $0)?.theme.rawValue ?? "" })
    if action == .check || action == .send { change.focus = "write-outcome" }
    change.isUnkept = !save(change.form, session)
    return page(change, isChecked: isChecked, session: session, sends: action == .send && session != nil)
  }

  /// What changes in the page while somebody types, as JSON: HTML by the ids of its places, and what the check comes to.
  public func live(_ form: Form, session: Session?) -> [UInt8] {
    let fields = PostedFields(form)
    let submission = SubmissionForm(fields)
    let isKept = save(submission, session)
    return pages.live(state(of: submission), preview: !fields["preview"].isEmpty, isKept: isKept)
  }

  /// The file of a form, finished or not, with the name under which it is offered.
  public func download(_ form: Form) -> (name: String, bytes: [UInt8]) {
    let submission = SubmissionForm(PostedFields(form))
    return (submission.fileName, SubmissionFile(submission, taken: taken(by: submission)).bytes)
  }

  // MARK: Parts

  /// A form filled from a file that was chosen or pasted.
  private func opened(_ form: Form, session: Session?) throws(Desk.Refusal) -> [UInt8] {
    guard let file = file(in: form) else { throw Desk.Refusal(problem: .empty) }
    do {
      let filled = try FilledForm(file.bytes, check: check)
      var state = state(of: filled.form)
      state.losses = filled.losses
      let change = FormChange(form: filled.form, focus: "write-outcome", said: ("write-said-opened", [:]))
      return pages.form(change, state, isChecked: true, session: session, sends: false)
    } catch {
      return pages.obstacle(
        error, text: String(decoding: file.bytes, as: UTF8.self), name: file.name, session: session)
    }
  }

  /// The file of a form: a chosen one goes before a text.
  private func file(in form: Form) -> (bytes: [UInt8], name: String)? {
    if let file = form.field("file"), let name = file.fileName, !file.value.isEmpty {
      return (Array(file.value), harmlessName(name) ?? "")
    }
    guard let text = form.field("text"), !text.value.isEmpty else { return nil }
    return (fileText(ofField: text.value), form.text("name").flatMap(harmlessName) ?? "")
  }

  private func page(_ change: FormChange, isChecked: Bool, session: Session?, sends: Bool = false) -> [UInt8] {
    pages.form(change, state(of: change.form), isChecked: isChecked, session: session, sends: sends)
  }

  /// All that is known of a form as it stands.
  private func state(of form: SubmissionForm) -> FormState {
    let earlier = earlier(for: form)
    let file = SubmissionFile(form, taken: Set(earlier.map(\.id)))
    let outcome = check.check(file.bytes, fileName: form.fileName, beside: inputs)
    var report = FindingsReport(
      files: [outcome.file], rules: check.rules, isStrict: false, version: bulletinVersion)
    report.previews = outcome.preview.map { [$0] } ?? []
    let findings = FormFindings(outcome.file.diagnostics, in: file, of: form, texts: texts)
    let live = LiveParts(
      form, file: file, findings: findings, proposals: form.developments.map { proposal(for: $0) }, texts: texts,
      themes: choices.themes)
    return FormState(
      file: file, findings: findings, earlier: earlier, live: live.parts, preview: writer.parts(of: report).preview)
  }

  private func earlier(for form: SubmissionForm) -> [EarlierEntry] {
    guard let period = Period(form.period) else { return [] }
    return earlierEntries(of: CountryCode(form.country), before: period, inInputs: inputs.path)
  }

  private func taken(by form: SubmissionForm) -> Set<String> { Set(earlier(for: form).map(\.id)) }

  private func proposal(for development: DevelopmentForm) -> ThemeDecision.Proposal? {
    let body = MarkedText(development.body).words
    if isBlankText(development.headline.words), isBlankText(body) { return nil }
    return check.proposal(headline: foldedString(development.headline.words[...]), body: body)
  }

  private func draft(of country: CountryCode, period: String?, _ session: Session?) -> [UInt8]? {
    guard session?.country == country, let period = period.flatMap({ Period($0) }) else { return nil }
    return (try? drafts.draft(of: country, for: period)).flatMap { $0 }
  }

  /// Keeps the draft of whoever has signed in for its country; whether it is kept where it should be. What cannot be
  /// kept is in the reader's browser still.
  private func save(_ form: SubmissionForm, _ session: Session?) -> Bool {
    guard let session, session.country.rawValue == form.country, let period = Period(form.period) else { return true }
    do { try drafts.keep(SubmissionFile(form).bytes, of: session.country, for: period) } catch { return false }
    return true
  }
}

/// All that is known of a form as it stands.
struct FormState: Sendable {
  var file: SubmissionFile
  var findings: FormFindings
  /// The country's earlier developments.
  var earlier: [EarlierEntry]
  /// What changes in the page while somebody types.
  var live: [String: [UInt8]]
  /// How it will read, as HTML.
  var preview: [UInt8]
  /// What could not be taken over from a file.
  var losses: Set<FormLoss> = []
}
