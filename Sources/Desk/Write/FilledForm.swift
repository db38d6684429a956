import Model
import Pipeline
import XML

/// A form that was filled from a file, and what is to be said of it.
public struct FilledForm: Sendable {
  /// The form.
  public let form: SubmissionForm
  /// What it could not take over as it stands.
  public let losses: Set<FormLoss>

  /// Why a file cannot fill the form.
  public enum Obstacle: Error {
    /// It is no XML, or breaks off.
    case unreadable
    /// Its outermost element is not that of a submission.
    case otherKind
    /// It has more developments than a form shows.
    case tooLong
  }

  /// Fills a form from a file.
  ///
  /// - Parameters:
  ///   - bytes: The file, in any encoding that the parser knows.
  ///   - check: Reads the file and the form written anew, to compare them.
  /// - Throws: `Obstacle` when that is not possible; the file is then for the page that checks files.
  public init(_ bytes: [UInt8], check: SubmissionCheck) throws(Obstacle) {
    let reading = XMLReader.read(bytes)
    guard reading.problems.isEmpty, reading.brokenFrom == nil, let root = reading.document.root else {
      throw .unreadable
    }
    guard root.name == "submission", root.namespace == submissionNamespace else { throw .otherKind }
    guard root.children("development").reduce(0, { count, _ in count + 1 }) <= SubmissionForm.mostDevelopments else {
      throw .tooLong
    }
    var reader = FormReader(source: reading.source, paragraph: submissionParagraph)
    form = reader.form(root)
    var losses = reader.losses
    let written = SubmissionFile(form)
    if Self.differs(check.submission(in: bytes), check.submission(in: written.bytes))
      || !form.kept.attributes.isEmpty && KeptCheck(rootAttributes: form.kept.attributes).rootAttributes.isEmpty
    {
      losses.insert(.content)
    }
    self.losses = losses
  }

  /// Whether two submissions differ, apart from what was blank: ids are made then, the rest is left out.
  private static func differs(_ file: Submission?, _ written: Submission?) -> Bool {
    guard var file, let written else { return file != written }
    for place in file.developments.indices {
      guard written.developments.indices.contains(place) else { return true }
      if file.developments[place].id.isEmpty { file.developments[place].id = written.developments[place].id }
      file.developments[place].leaveBlanksOut()
    }
    return file != written
  }
}

extension Development {
  /// Leaves out what is there without words, as the form does.
  fileprivate mutating func leaveBlanksOut() {
    if theme?.rawValue == "" { theme = nil }
    if late == "" { late = nil }
    figures.removeAll { $0.label.isEmpty && $0.value.isEmpty && $0.unit.isEmpty }
    acts.removeAll { act in
      act.titles.allSatisfy { $0.words.isEmpty && $0.language == nil }
        && [act.number, act.gazette, act.celex, act.eli].allSatisfy { $0 == nil }
    }
    sources.removeAll { $0.title.words.isEmpty && $0.title.language == nil && $0.href == nil }
  }
}
