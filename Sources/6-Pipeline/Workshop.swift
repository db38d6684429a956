import Compile
import Files
import Model
import Reference
import Threads
import Validate
import XML

/// What every job needs: the reference data, the rules and the compiled schemas, each made once, when it is first used.
public struct Workshop: Sendable {
  /// The reference data: those in the executable, or newer files that an editor put into the inputs.
  public let reference: ReferenceData
  /// Checks input files.
  public let validator: Validator
  private let lazyStyle: Lazy<Style>
  private let lazyGlossary: Lazy<Glossary>
  private let lazySubmissionSchema = Lazy { compiled(Schemas.submission) }
  private let lazyIssueSchema = Lazy { compiled(Schemas.issue) }
  let overriding: [ReferenceFile: [UInt8]]
  /// The most bytes that a submission or an issue's file may have.
  public let largestFile: Int
  /// Whether it works on one issue at a time. Where several are worked on at once, they fill the processors, and the
  /// files of an issue are read and checked one after the other.
  var isAlone = true

  /// The table of rules.
  public let rules: RuleTable
  /// The words of house style.
  public var style: Style { lazyStyle.value }
  /// The terms that issues explain.
  public var glossary: Glossary { lazyGlossary.value }
  /// A compiler of issues that goes by the reference data.
  ///
  /// - Parameter glossary: The terms that it marks and explains; `nil` for none.
  func compiler(glossary: Glossary?) -> IssueCompiler {
    IssueCompiler(
      network: reference.network, taxonomy: reference.taxonomy, plans: reference.sections,
      thirdCountries: reference.names, glossary: glossary)
  }
  var submissionSchema: XMLSchema { lazySubmissionSchema.value }
  var issueSchema: XMLSchema { lazyIssueSchema.value }

  /// The folder in the inputs in which an editor may put newer reference files.
  public static let referenceFolder = "reference"

  /// A workshop for jobs on inputs.
  ///
  /// - Parameters:
  ///   - inputs: The folder of the inputs, with the most that files may have; its folder `reference` may hold newer reference files.
  ///   - pinned: The versions of reference files that a published issue was made with; they go before newer ones.
  /// - Throws: `JobError` when a reference file there is not what it should be, or a pinned version is nowhere.
  public init(inputs: InputsFolder?, pinned: [ReferenceFile: String] = [:]) throws(JobError) {
    largestFile = inputs?.largestFile ?? InputsFolder.usualLargestFile
    do {
      overriding = try pinning(pinned, newer: newerReferenceFiles(inInputs: inputs?.path))
      let reference = try ReferenceData.load(overriding: overriding)
      let rules = try RuleTable(overriding: overriding[.rules])
      let style = try Lazy.reading(.style, overriding: overriding[.style], Style.init)
      let glossary = try Lazy.reading(.glossary, overriding: overriding[.glossary], Glossary.init)
      if overriding[.glossary] != nil { try glossary.value.check() }
      let prose = Lazy { ProseWords(style.value, names: reference.names, network: reference.network) }
      validator = Validator(network: reference.network, rules: rules, prose: prose)
      self.reference = reference
      self.rules = rules
      lazyStyle = style
      lazyGlossary = glossary
    } catch {
      throw JobError("\(error)")
    }
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

/// A schema that the executable carries; the tests have seen that it compiles.
private func compiled(_ schema: String) -> XMLSchema {
  do {
    return try XMLSchema(schema)
  } catch {
    fatalError("A schema that the executable carries is broken: \(error)")
  }
}

/// A job that could not be done, in a sentence for people.
public struct JobError: Error, CustomStringConvertible {
  /// What could not be done, and why.
  public let description: String

  /// A job that could not be done, and why.
  public init(_ description: String) { self.description = description }
}
