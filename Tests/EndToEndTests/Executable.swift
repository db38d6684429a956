import Foundation
import Testing

/// The built executable, run as a user would.
struct Executable {
  struct Outcome {
    var status: Int32
    var output: String
    var errors: String
  }

  /// The folder of the package.
  static let package = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent()

  /// The executable that stands beside the tests' own, or the one that `BULLETIN_EXECUTABLE` names, such as one that was
  /// built with a sanitizer.
  static let url: URL = {
    if let path = ProcessInfo.processInfo.environment["BULLETIN_EXECUTABLE"] {
      return URL(fileURLWithPath: path, relativeTo: package).absoluteURL
    }
    let folder = Bundle.allBundles.first { $0.bundlePath.hasSuffix(".xctest") }?.bundleURL.deletingLastPathComponent()
    let beside = (folder ?? URL(fileURLWithPath: CommandLine.arguments[0]).deletingLastPathComponent())
      .appending(path: "bulletin")
    let built = package.appending(path: ".build/release/bulletin")
    return FileManager.default.isExecutableFile(atPath: beside.path) ? beside : built
  }()

  static func run(
    _ arguments: [String], in folder: URL = package, environment: [String: String] = [:], input: Data? = nil,
    through wrapper: [String] = []
  ) throws -> Outcome {
    let process = Process()
    let command = wrapper + [url.path] + arguments
    process.executableURL = URL(fileURLWithPath: "/usr/bin/env")
    process.arguments = command
    process.currentDirectoryURL = folder
    process.environment = ProcessInfo.processInfo.environment.merging(environment) { $1 }
    let scratch = try Scratch()
    let output = scratch.url.appending(path: "out")
    let errors = scratch.url.appending(path: "err")
    let feed = scratch.url.appending(path: "in")
    try (input ?? Data()).write(to: feed)
    for file in [output, errors] { try Data().write(to: file) }
    process.standardInput = try FileHandle(forReadingFrom: feed)
    process.standardOutput = try FileHandle(forWritingTo: output)
    process.standardError = try FileHandle(forWritingTo: errors)
    try process.run()
    process.waitUntilExit()
    return Outcome(
      status: process.terminationStatus, output: try String(contentsOf: output, encoding: .utf8),
      errors: try String(contentsOf: errors, encoding: .utf8))
  }
}

/// A folder for one test, removed with it.
final class Scratch {
  let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "bulletin-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: url) }

  /// Copies folders of the package's inputs into `inputs`.
  ///
  /// - Parameter recorded: Whether what is on record of them as published is copied too.
  func copyInputs(_ periods: [String], recorded: Bool = false) throws {
    let inputs = url.appending(path: "inputs")
    try FileManager.default.createDirectory(at: inputs, withIntermediateDirectories: true)
    for period in periods {
      try FileManager.default.copyItem(
        at: Executable.package.appending(path: "inputs/\(period)"), to: inputs.appending(path: period))
      let record = inputs.appending(path: "\(period)/published.json")
      if !recorded { try FileManager.default.removeItem(at: record) }
    }
  }

  func read(_ path: String) throws -> String {
    try String(contentsOf: url.appending(path: path), encoding: .utf8)
  }

  func write(_ text: String, _ path: String) throws {
    let file = url.appending(path: path)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try Data(text.utf8).write(to: file)
  }

  func edit(_ path: String, _ change: (String) -> String) throws { try write(change(try read(path)), path) }

  /// Every file below a folder with its bytes, by its path in it.
  func files(_ folder: String) throws -> [String: Data] {
    let root = url.appending(path: folder)
    let paths = (try? FileManager.default.subpathsOfDirectory(atPath: root.path)) ?? []
    var files: [String: Data] = [:]
    for path in paths {
      let file = root.appending(path: path)
      var isFolder: ObjCBool = false
      if FileManager.default.fileExists(atPath: file.path, isDirectory: &isFolder), !isFolder.boolValue {
        files[path] = try Data(contentsOf: file)
      }
    }
    return files
  }
}

/// The periods for which the package has inputs.
let allPeriods = ["2015-Q4", "2016-Q1", "2016-Q2", "2016-Q3", "2016-Q4", "2022-Q4"]
