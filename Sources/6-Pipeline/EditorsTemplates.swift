import Emit
import Files
import Text

/// The folder in the inputs in which an editor may put templates of her own.
public let templatesFolder = "templates"

/// The templates of the editions: the executable's, each replaced by the editor's own where the inputs have one.
///
/// - Throws: `JobError` with all that is wrong, file by file, line by line.
func templates(inInputs inputs: String) throws(JobError) -> Templates {
  let folder = "\(inputs)/\(templatesFolder)"
  guard kind(ofPath: folder) == .folder else { return .own() }
  do {
    let names = try Files.names(inFolder: folder).filter { !$0.hasPrefix(".") }
    let strangers = names.filter { TemplateFile(rawValue: $0) == nil }.map { "\(folder)/\($0): \(stranger($0))" }
    guard strangers.isEmpty else { throw JobError(refusal(strangers.joined(separator: "\n"))) }
    var own: [TemplateFile: [UInt8]] = [:]
    for name in names { own[TemplateFile(rawValue: name) ?? .bulletin] = try readFile("\(folder)/\(name)") }
    return try Templates(overriding: own)
  } catch let error as TemplateErrors {
    let lines = error.errors.map { "\(folder)/\($0)".split(separator: "\n").joined(separator: "\n\(folder)/") }
    throw JobError(refusal(lines.joined(separator: "\n")))
  } catch let error as JobError {
    throw error
  } catch {
    throw JobError("\(error)")
  }
}

private func refusal(_ lines: String) -> String { "the templates in the inputs cannot be used.\n\n\(lines)" }

private func stranger(_ name: String) -> String {
  let names = TemplateFile.allCases.map(\.rawValue)
  let hint = nearestName(to: name, in: names).map { "did you mean \($0)?" }
  return "there is no template of this name: " + (hint ?? "there are \(names.joined(separator: ", ")).")
}
