import Foundation
import PackagePlugin

/// Writes a Swift file with the text of every data file in a target's folders `Data` (with `Data/Earlier`), `Schemas` and `Templates`, so
/// that the executable needs no file beside it.
@main
struct EmbedData: BuildToolPlugin {
  func createBuildCommands(context: PluginContext, target: Target) throws -> [Command] {
    let folders = ["Data", "Data/Earlier", "Schemas", "Templates"].map { target.directoryURL.appending(path: $0) }
    let files = try folders.flatMap { folder -> [URL] in
      guard FileManager.default.fileExists(atPath: folder.path) else { return [] }
      return try FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)
    }
    let inputs = files.filter { !$0.lastPathComponent.hasPrefix(".") && !$0.pathExtension.isEmpty }.sorted {
      $0.path < $1.path
    }
    let output = context.pluginWorkDirectoryURL.appending(path: "Embedded.swift")
    return [
      .buildCommand(
        displayName: "Embedding \(inputs.count) data files of \(target.name)",
        executable: try context.tool(named: "embed-data").url,
        arguments: [output.path] + inputs.map(\.path),
        inputFiles: inputs,
        outputFiles: [output])
    ]
  }
}
