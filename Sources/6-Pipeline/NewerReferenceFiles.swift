import Emit
import Files
import Model
import Reference
import Validate
import XML

/// The reference files that an editor put into the inputs, each checked against its schema.
///
/// - Throws: `FileError` for one that cannot be read, `JobError` with the findings on one that is not as it should be.
func newerReferenceFiles(inInputs inputs: String?) throws -> [ReferenceFile: [UInt8]] {
  guard let inputs else { return [:] }
  let folder = "\(inputs)/\(Workshop.referenceFolder)"
  guard kind(ofPath: folder) == .folder else { return [:] }
  var files: [ReferenceFile: [UInt8]] = [:]
  var faulty: [CheckedFile] = []
  for file in ReferenceFile.allCases {
    let path = "\(folder)/\(file.fileName)"
    guard kind(ofPath: path) != .nothing else { continue }
    let bytes = try readFile(path)
    let diagnostics = try findings(on: bytes, as: file)
    if !diagnostics.isEmpty {
      faulty.append(CheckedFile(path: path, country: nil, period: nil, diagnostics: diagnostics))
    }
    files[file] = bytes
  }
  guard faulty.isEmpty else {
    let text = String(decoding: findingsAsText(faulty, colour: false), as: UTF8.self)
    throw JobError("the reference files in the inputs cannot be used.\n\n\(text)")
  }
  return files
}

/// The rules and the network that travel in the executable serve here, since the newer ones may be what is wrong.
private func findings(on bytes: [UInt8], as file: ReferenceFile) throws -> [Diagnostic] {
  let reading = XMLReader.read(bytes, schema: try XMLSchema(file.schema))
  if reading.problems.isEmpty { return [] }
  let validator = Validator(network: try ReferenceData.load().network, rules: RuleTable())
  return validator.validate(
    Validator.Reading(
      problems: reading.problems, source: reading.source, brokenFrom: reading.brokenFrom,
      isCurtailed: reading.isCurtailed))
}
