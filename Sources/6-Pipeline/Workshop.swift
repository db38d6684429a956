import Files
import Model
import Reference
import Validate
import XML

/// What every job needs: the reference data, the rules and the compiled schemas, loaded once.
public struct Workshop: Sendable {
  /// The reference data: those in the executable, or newer files that an editor put into the inputs.
  public let reference: ReferenceData
  /// The table of rules.
  public let rules: RuleTable
  /// Checks input files.
  public let validator: Validator
  let submissionSchema: XMLSchema
  let issueSchema: XMLSchema
  let overriding: [ReferenceFile: [UInt8]]

  /// The folder in the inputs in which an editor may put newer reference files.
  public static let referenceFolder = "reference"

  /// Loads everything.
  ///
  /// - Parameter inputs: The folder of the inputs, whose folder `reference` may hold newer reference files.
  /// - Throws: `JobError` when a reference file there is not what it should be.
  public init(inputs: String?) throws(JobError) {
    do {
      overriding = try newerReferenceFiles(inInputs: inputs)
      reference = try ReferenceData.load(overriding: overriding)
      rules = try RuleTable.load(overriding: overriding[.rules])
      submissionSchema = try XMLSchema(Schemas.submission)
      issueSchema = try XMLSchema(Schemas.issue)
    } catch {
      throw JobError("\(error)")
    }
    validator = Validator(network: reference.network, rules: rules)
  }

  /// The lexicon: the executable's own, or an editor's newer one. Only the jobs that classify load it.
  func lexicon() throws(JobError) -> Lexicon {
    do { return try Lexicon.load(overriding: overriding[.lexicon]) } catch { throw JobError("\(error)") }
  }

  /// The coding manual: the executable's own, or an editor's newer one.
  func manual() throws(JobError) -> Manual {
    do { return try Manual.load(overriding: overriding[.manual]) } catch { throw JobError("\(error)") }
  }
}

/// A job that could not be done, in a sentence for people.
public struct JobError: Error, CustomStringConvertible {
  /// What could not be done, and why.
  public let description: String

  /// A job that could not be done, and why.
  public init(_ description: String) { self.description = description }
}
