import ArgumentParser
import Model

/// What can be asked of the search, as `bulletin search` and the program that it hands over to understand it.
public struct SearchOptions: ParsableArguments {
  /// A form in which results are given.
  public enum Format: String, ExpressibleByArgument, CaseIterable, Sendable {
    case text, json
  }

  /// What the help of the command says, in one line.
  public static let abstract =
    "Search the developments of all issues, in the archive that “bulletin archive build” made."

  /// What the help of the command says about words and filters.
  public static let discussion = """
    Every word must occur; capitals, accents and English plurals do not count. The last word may be the beginning of a \
    longer one. What stands in quotation marks within an argument must occur as it stands: \
    bulletin search '"safe country"'.

    A filter given several times lets any of its values through; each further filter narrows what is found. Without \
    words, all that the filters let through is listed, the newest first.
    """

  /// The words to search for.
  @Argument(help: "The words to search for.")
  public var words: [String] = []

  /// The codes or names of countries.
  @Option(name: .customLong("country"), help: "Only developments of a country: its code, such as NO, or its name.")
  public var countries: [String] = []

  /// The codes or names of themes.
  @Option(name: .customLong("theme"), help: "Only developments of a theme: its code, such as return, or its name.")
  public var themes: [String] = []

  /// The kinds.
  @Option(name: .customLong("kind"), help: "Only developments of a kind.")
  public var kinds: [Kind] = []

  /// The stages.
  @Option(name: .customLong("stage"), help: "Only developments with a stage.")
  public var stages: [StageType] = []

  /// The CELEX numbers of acts.
  @Option(
    name: .customLong("act"), help: "Only developments that concern an act of the EU: its CELEX number, as 32013L0033.")
  public var acts: [String] = []

  /// The years.
  @Option(name: .customLong("year"), help: "Only issues of a year.")
  public var years: [Int] = []

  /// The first period.
  @Option(help: "Only issues from a period on, such as 2015-Q4.", transform: readPeriod)
  public var since: Period?

  /// The last period.
  @Option(help: "Only issues up to a period, such as 2016-Q4.", transform: readPeriod)
  public var until: Period?

  /// The most developments that are shown; 0 for all.
  @Option(help: "The most developments that are shown; 0 shows all.")
  public var limit = 20

  /// The form of the results.
  @Option(help: "The form of the results.")
  public var format = Format.text

  /// The folder of the inputs.
  @Option(help: "The folder of the inputs, which the search does not read.")
  public var inputs = "inputs"

  /// The folder of the outputs.
  @Option(help: "The folder of the outputs, in which the archive stands.")
  public var output = "output"

  /// Whether nothing is said but what was found and what goes wrong.
  @Flag(help: "Say nothing but what was found and what goes wrong.")
  public var quiet = false

  /// Whether more is said.
  @Flag(help: "Say more.")
  public var verbose = false

  /// Options as they are before any is read.
  public init() {}

  /// Whether any filter is set.
  public var hasFilter: Bool {
    !(countries.isEmpty && themes.isEmpty && kinds.isEmpty && stages.isEmpty && acts.isEmpty && years.isEmpty)
      || since != nil || until != nil
  }

  /// Refuses what cannot be meant.
  public func validate() throws {
    if limit < 0 { throw ValidationError("--limit \(limit) is less than none; 0 shows all.") }
    if let since, let until, until.last < since.first {
      throw ValidationError("--since \(since.name) is after --until \(until.name).")
    }
  }
}
