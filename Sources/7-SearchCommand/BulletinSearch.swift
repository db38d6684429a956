import ArgumentParser
import Console
import Files
import Model
import Search

/// The program that `bulletin search` hands over to: it reads arguments, asks the library and prints what was found. Its
/// exit statuses are those of `bulletin`.
@main
struct BulletinSearch: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "bulletin search", abstract: SearchOptions.abstract, discussion: SearchOptions.discussion,
    version: bulletinVersion)

  @OptionGroup var options: SearchOptions

  static func main() { start() }

  func run() throws {
    let query = SearchQuery(options.words.joined(separator: " "))
    if query.isEmpty && !options.hasFilter {
      throw ValidationError("Say what to search for: words, or a filter such as --country NO.")
    }
    do {
      let index = try SearchIndex(output: options.output, notify: tell)
      show(try index.search(request(query)))
    } catch let problem as SearchProblem {
      if case .unknown = problem { throw ValidationError("\(problem)") }
      try giveUp(problem)
    } catch let error as FileError {
      try giveUp(error)
    }
  }

  private func request(_ query: SearchQuery) -> SearchRequest {
    SearchRequest(
      query: query,
      filters: [
        .country: options.countries, .theme: options.themes, .kind: options.kinds.map(\.rawValue),
        .stage: options.stages.map(\.rawValue), .act: options.acts, .year: options.years.map(String.init),
      ],
      since: options.since, until: options.until, limit: options.limit)
  }

  private func show(_ results: SearchResults) {
    let site = options.output + "/archive"
    switch options.format {
    case .text: Terminal.print(resultsAsText(results, site: site, isBold: Terminal.showsColour))
    case .json: Terminal.print(resultsAsJSON(results, site: site))
    }
  }

  private func tell(_ notice: SearchIndex.Notice) {
    switch notice {
    case .made(let sentence): if options.verbose { Terminal.printError(sentence) }
    case .trouble(let sentence): Terminal.printError("bulletin: \(sentence)")
    }
  }

  private func giveUp(_ problem: some Error) throws {
    Terminal.printError("bulletin: \(problem)")
    throw ExitCode.jobNotDone
  }
}
