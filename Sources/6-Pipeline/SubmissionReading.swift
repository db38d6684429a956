import Ingest
import Model
import Validate
import XML

extension SubmissionCheck {
  /// A submission's values as the stages get them; `nil` where the file cannot be read that far.
  ///
  /// - Parameter bytes: The file.
  public func submission(in bytes: [UInt8]) -> Submission? {
    ingestSubmission(bytes, name: "-", schema: nil).content
  }

  /// Checks a submission as `check` does, and beside what is in a folder of inputs: references to earlier developments
  /// are looked up there, and what the same country submitted for the period before is compared.
  ///
  /// - Parameters:
  ///   - bytes: The file.
  ///   - fileName: Its name, such as `NO.xml`.
  ///   - inputs: The folder of the inputs, which need not be there.
  public func check(_ bytes: [UInt8], fileName: String, beside inputs: InputsFolder) -> Outcome {
    let submission = ingestSubmission(bytes, name: fileName, schema: workshop.submissionSchema)
    let earlier = EarlierDevelopments(inputs: inputs)
    var setting = Validator.Setting(fileName: fileName)
    setting.exists = { earlier.has($0) }
    if let period = submission.content?.period { setting.previous = { earlier.submission(of: $0, before: period) } }
    let file = workshop.check(submission, fileName, setting)
    return Outcome(file: file, source: submission.source, preview: previews.preview(of: submission, with: file))
  }

  /// What the classifier proposes for a text, with what speaks for it.
  ///
  /// - Parameters:
  ///   - headline: The headline.
  ///   - body: The body, a paragraph a line.
  public func proposal(headline: String, body: String) -> ThemeDecision.Proposal {
    previews.classifier.propose(headline: headline, body: body)
  }
}

/// A paragraph of a submission as the stages get it, with its white space folded and its marks read.
///
/// - Parameter element: The element `p`.
public func submissionParagraph(_ element: XMLElement) -> Paragraph { paragraphContent(of: element) }
