import ArgumentParser
import Pipeline
import Reference

struct SchemaCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "schema", abstract: "Print the schema (XSD 1.0) of a vocabulary, for XML editors.")

  enum Vocabulary: String, ExpressibleByArgument, CaseIterable {
    case submission, issue
  }

  @Argument(help: "Which vocabulary.")
  var vocabulary = Vocabulary.submission

  func run() {
    let text = vocabulary == .submission ? Schemas.submission : Schemas.issue
    Terminal.print(Array(text.utf8))
  }
}
