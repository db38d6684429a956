import Files
import Ingest
import Model
import Synchronization
import XML

/// The developments of earlier issues, for references to them: each submission is read once, when it is first asked for.
public final class EarlierDevelopments: Sendable {
  private let inputs: String
  private let schema: XMLSchema
  private let headlines = Mutex<[String: [String: Phrase]]>([:])

  /// The developments in a folder of inputs.
  init(inputs: String, schema: XMLSchema) {
    self.inputs = inputs
    self.schema = schema
  }

  /// The headline of a development; `nil` when the inputs do not have it.
  public func headline(of reference: DevelopmentReference) -> Phrase? {
    // The parts of a reference are checked by the schema, so a path cannot lead out of the inputs; a code or an id
    // that is malformed simply finds nothing.
    guard reference.country.rawValue.allSatisfy({ $0.isASCII && $0.isUppercase }) else { return nil }
    let path = "\(inputs)/\(reference.period.name)/\(reference.country.rawValue).xml"
    return headlines.withLock { known in
      if known[path] == nil { known[path] = read(path) }
      return known[path]?[reference.id]
    }
  }

  private func read(_ path: String) -> [String: Phrase] {
    guard let bytes = try? readFile(path) else { return [:] }
    let submission = ingestSubmission(bytes, name: path, schema: schema).content
    return (submission?.developments ?? []).reduce(into: [:]) { $0[$1.id] = $1.headline }
  }
}
