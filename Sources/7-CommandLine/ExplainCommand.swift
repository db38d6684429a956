import ArgumentParser
import Emit
import Model
import Pipeline

struct ExplainCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "explain",
    abstract: "Say what a rule means, why it exists and how to mend what breaks it; without a rule, list them all.")

  enum Format: String, ExpressibleByArgument, CaseIterable {
    case text, html
  }

  @Argument(help: "The rule's id, as findings show it; all rules when left out.")
  var rule: String?

  @Option(help: "The form of the answer.")
  var format = Format.text

  @Option(help: "The folder of the inputs, whose reference files count.")
  var inputs = "inputs"

  func run() throws {
    let workshop = try performing { () throws(JobError) in try Workshop(inputs: InputsFolder(inputs)) }
    guard let rule else {
      let rules = workshop.rules.rules
      return Terminal.print(format == .html ? rulesPage(rules) : rulesAsText(rules))
    }
    switch workshop.explain(rule) {
    case .rule(let rule): Terminal.print(format == .html ? rulesPage([rule]) : ruleAsText(rule))
    case .unknown(let near):
      throw ValidationError("There is no rule “\(rule)”.\(offer(near)) “bulletin explain” lists them all.")
    }
  }

  private func offer(_ near: [String]) -> String {
    guard let last = near.last else { return "" }
    let others = near.dropLast().map { "“\($0)”" }.joined(separator: ", ")
    return " Did you mean \(others.isEmpty ? "" : others + " or ")“\(last)”?"
  }
}
