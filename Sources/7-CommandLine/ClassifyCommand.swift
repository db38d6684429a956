import ArgumentParser
import Emit
import Model
import Pipeline

struct ClassifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "classify", abstract: "Show each development's theme, who decides it, and why.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, json
  }

  /// A lexicon with which the one in use is compared.
  enum OtherLexicon: ExpressibleByArgument, CustomStringConvertible {
    /// The executable's own, with the newer one that stands in the folder `reference` of the inputs.
    case newer
    case file(String)

    init?(argument: String) { self = .file(argument) }

    var description: String {
      switch self {
      case .newer: "inputs/reference/lexicon.xml"
      case .file(let path): path
      }
    }
  }

  @Argument(help: "Submissions, or folders of them.")
  var paths: [String]

  @Option(help: "The form of the answer.")
  var format = Format.text

  @Option(
    defaultAsFlag: OtherLexicon.newer,
    help: ArgumentHelp(
      "Show only what another lexicon would propose otherwise: the file named here, or the newer one in the inputs.",
      valueName: "file"))
  var compare: OtherLexicon?

  @OptionGroup var options: CommonOptions

  func run() throws {
    let unreadable = try compare.map(showComparison) ?? showThemes()
    guard unreadable.isEmpty else {
      Terminal.printError(findingsAsText(unreadable, colour: Terminal.showsColourInErrors))
      throw ExitCode.inputHasErrors
    }
  }

  private func showThemes() throws -> [CheckedFile] {
    let themes = try performing { () throws(JobError) in
      try Classification(workshop: Workshop(inputs: options.inputsFolder)).classify(paths)
    }
    switch format {
    case .json: Terminal.print(themesAsJSON(themes.classified))
    case .text: Terminal.print(themesAsText(themes.classified))
    }
    return themes.unreadable
  }

  private func showComparison(_ other: OtherLexicon) throws -> [CheckedFile] {
    let path: String? = if case .file(let named) = other { named } else { nil }
    let (comparison, unreadable) = try performing { () throws(JobError) in
      try Classification(workshop: Workshop(inputs: options.inputsFolder))
        .compare(paths, with: path)
    }
    Terminal.print(format == .json ? comparisonAsJSON(comparison) : comparisonAsText(comparison))
    return unreadable
  }
}
