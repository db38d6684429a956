import ArgumentParser
import Pipeline

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain", abstract: "Say what a rule means, why it exists and how to mend what breaks it.")

  @Argument(help: "The rule's id, as findings show it.")
  var rule: String

  func run() throws {
    let workshop = try performing { () throws(JobError) in try Workshop(inputs: nil) }
    switch workshop.explain(rule) {
    case .rule(let text): Terminal.print(text)
    case .unknown(let near):
      let offer = near.map { " Did you mean “\($0)”?" } ?? ""
      throw ValidationError("There is no rule “\(rule)”.\(offer)")
    }
  }
}
