// swift-tools-version: 6.1
import PackageDescription

/// Links the Swift runtime statically, with libraries of Foundation's: programs start faster and run where Swift is not
/// installed. Sanitizers see what the runtime allocates only where it is not.
func runtime(with libraries: [String]) -> [LinkerSetting] {
  if Context.environment["SANITIZE"] != nil { return [] }
  return [
    .unsafeFlags(
      ["-static-stdlib"] + libraries.map { "-l" + $0 }, .when(platforms: [.linux], configuration: .release))
  ]
}

/// What the libraries of the server and of the database use of Foundation.
let wholeFoundation = [
  "FoundationInternationalization", "FoundationEssentials", "CoreFoundation", "_FoundationICU",
  "_FoundationCollections", "_FoundationCShims", "swiftSynchronization",
]

/// The stages are numbered in the order in which data flows; the modules without a number are what they stand on.
let stages: [Target] = [
  .target(name: "Ingest", dependencies: ["Model", "Files", "XML", "Text"], path: "Sources/1-Ingest"),
  .target(
    name: "Validate", dependencies: ["Model", "Reference", "XML", "Text", "Threads"], path: "Sources/2-Validate"),
  .target(name: "Classify", dependencies: ["Model", "Reference"], path: "Sources/3-Classify"),
  .target(name: "Compile", dependencies: ["Model", "Reference", "Text"], path: "Sources/4-Compile"),
  .target(
    name: "Emit", dependencies: ["Model", "Text", "Threads", .product(name: "Crypto", package: "swift-crypto")],
    path: "Sources/5-Emit", exclude: ["Templates"],
    plugins: ["EmbedDataPlugin"]),
  .target(
    name: "Pipeline",
    dependencies: [
      "Ingest", "Validate", "Classify", "Compile", "Emit", "Files", "Model", "Reference", "Text", "Threads", "XML",
      .product(name: "Crypto", package: "swift-crypto"),
    ],
    path: "Sources/6-Pipeline"),
  .executableTarget(
    name: "bulletin",
    dependencies: [
      "Pipeline", "Emit", "Model", "Reference", "Console",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    path: "Sources/7-CommandLine",
    linkerSettings: runtime(with: ["_FoundationCollections", "_FoundationCShims"]) + [
      // By its identity the archive knows whether another program made what is there.
      .unsafeFlags(["-Xlinker", "--build-id=sha1"], .when(platforms: [.linux], configuration: .release))
    ]),
]

/// The search over the archive: a program of its own, as the database would slow the start of `bulletin`, which hands over
/// to it.
let search: [Target] = [
  .target(
    name: "Search",
    dependencies: [
      "Model", "Text", "Files", .product(name: "Crypto", package: "swift-crypto"),
      .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
    ]),
  .executableTarget(
    name: "bulletin-search",
    dependencies: [
      "Search", "Console", "Files", "Model", .product(name: "ArgumentParser", package: "swift-argument-parser"),
    ],
    path: "Sources/7-SearchCommand",
    linkerSettings: runtime(with: wholeFoundation)),
]

/// The desk: a program of its own, so that its server slows nothing that the command line does.
let desk: [Target] = [
  .target(
    name: "DeskStore",
    dependencies: [
      "Files", "Model", "Text", .product(name: "Crypto", package: "swift-crypto"),
      .product(name: "GRDB", package: "GRDB.swift"), .product(name: "GRDBSQLite", package: "GRDB.swift"),
    ]),
  .target(
    name: "Desk",
    dependencies: [
      "DeskStore", "Pipeline", "Emit", "Model", "Reference", "Text", "Threads", "XML", "Files",
      .product(name: "Crypto", package: "swift-crypto"),
    ],
    exclude: ["Data", "Schemas", "Templates"],
    plugins: ["EmbedDataPlugin"]),
  .executableTarget(
    name: "bulletin-desk",
    dependencies: [
      "Desk", "DeskStore", "Pipeline", "Console", "Files", "Model", "Text",
      .product(name: "ArgumentParser", package: "swift-argument-parser"),
      .product(name: "Hummingbird", package: "hummingbird"),
    ],
    path: "Sources/7-DeskCommand",
    linkerSettings: runtime(with: wholeFoundation)),
]

let foundations: [Target] = [
  .target(name: "Model", dependencies: ["Text"]),
  .target(
    name: "Reference", dependencies: ["Model", "Text", "Threads", "XML"], exclude: ["Data", "Schemas"],
    plugins: ["EmbedDataPlugin"]),
  .target(name: "Text"),
  .target(name: "Files", dependencies: ["CExchange"]),
  // What the programs of the command line share.
  .target(
    name: "Console",
    dependencies: ["Model", "Text", .product(name: "ArgumentParser", package: "swift-argument-parser")]),
  .target(name: "XML", dependencies: ["CLibXML2", "Text", "Threads"]),
  .target(name: "Threads"),
  .systemLibrary(name: "CExchange"),
  .systemLibrary(name: "CLibXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
]

let tools: [Target] = [
  .target(name: "Training", dependencies: ["Classify", "Text"]),
  .executableTarget(
    name: "train-classifier",
    dependencies: ["Training", "Classify", "Pipeline", "Files", "Model", "Reference", "Text", "XML"],
    path: "Sources/Tools/TrainClassifier"),
  .executableTarget(name: "embed-data", path: "Sources/Tools/EmbedData"),
  .plugin(
    name: "EmbedDataPlugin", capability: .buildTool(), dependencies: ["embed-data"], path: "Sources/Plugins/EmbedData"),
]

/// Tests stand beside the stage or module that they test.
let tests: [Target] = [
  .testTarget(name: "ModelTests", dependencies: ["Model"]),
  .testTarget(name: "TextTests", dependencies: ["Text"]),
  .testTarget(name: "ThreadsTests", dependencies: ["Threads"]),
  .testTarget(name: "XMLTests", dependencies: ["XML"]),
  .testTarget(name: "ReferenceTests", dependencies: ["Reference", "Model", "XML"]),
  .testTarget(name: "IngestTests", dependencies: ["Ingest", "Model", "Reference", "XML"], path: "Tests/1-IngestTests"),
  .testTarget(
    name: "ValidateTests", dependencies: ["Validate", "Ingest", "Model", "Reference", "Threads", "XML"],
    path: "Tests/2-ValidateTests", exclude: ["Broken"]),
  .testTarget(
    name: "ClassifyTests", dependencies: ["Classify", "Model", "Reference", "Training", "XML"],
    path: "Tests/3-ClassifyTests"),
  .testTarget(
    name: "CompileTests", dependencies: ["Compile", "Model", "Reference", "XML"], path: "Tests/4-CompileTests"),
  .testTarget(name: "EmitTests", dependencies: ["Emit", "Model", "Text"], path: "Tests/5-EmitTests"),
  .testTarget(
    name: "PipelineTests", dependencies: ["Pipeline", "Model", "Reference"], path: "Tests/6-PipelineTests"),
  .testTarget(name: "DeskTests", dependencies: ["Desk", "DeskStore", "Files", "Model", "Pipeline"]),
  .testTarget(name: "SearchTests", dependencies: ["Search", "Model", "Text"]),
  .testTarget(name: "PropertyTests", dependencies: ["Properties", "Compile", "Model"]),
  // They run the executables and depend on nothing of them: a build of the tests makes them too.
  .testTarget(name: "EndToEndTests", exclude: ["Golden"]),
  // The peer of the desk when it is measured under load.
  .executableTarget(
    name: "hello-server", dependencies: [.product(name: "Hummingbird", package: "hummingbird")],
    path: "Tests/Desk/Hello"),
]

/// What must hold of issues whatever goes in: tried with texts drawn by lot in the tests, with a fuzzer's in `make fuzz`.
let properties: Target = .target(
  name: "Properties",
  dependencies: ["Pipeline", "Ingest", "Validate", "Classify", "Compile", "Emit", "Model", "Reference", "Text", "XML"],
  path: "Tests/Properties")

/// What `make fuzz` tries, each a program that libFuzzer calls with bytes. They take the place of the tests where the
/// environment has `FUZZ`, since all that they call is then compiled with the fuzzer's counters.
let fuzzing: [Target] =
  ["submission", "editions", "issue", "table", "form"].map { name in
    .executableTarget(
      name: "fuzz-\(name)",
      dependencies: [
        "Fuzzing", "Properties", "Pipeline", "Ingest", "Classify", "Emit", "Desk", "Model", "Reference", "Text",
      ],
      path: "Tests/Fuzz/\(name)", linkerSettings: [.unsafeFlags(["-sanitize=fuzzer", "-use-ld=lld"])])
  } + [
    .target(name: "Fuzzing", dependencies: ["CFuzzer", "Text"], path: "Tests/Fuzz/Fuzzing"),
    .systemLibrary(name: "CFuzzer", path: "Tests/Fuzz/CFuzzer"),
  ]

let isFuzzing = Context.environment["FUZZ"] != nil
if isFuzzing {
  for target in stages + desk + foundations + fuzzing + [properties] where target.type != .system {
    target.swiftSettings = [.unsafeFlags(["-sanitize=fuzzer"])]
  }
}

let package = Package(
  name: "bulletin",
  products: [
    .executable(name: "bulletin", targets: ["bulletin"]),
    .executable(name: "bulletin-search", targets: ["bulletin-search"]),
    .executable(name: "bulletin-desk", targets: ["bulletin-desk"]),
    .library(name: "Pipeline", targets: ["Pipeline"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", exact: "4.5.2"),
    .package(url: "https://github.com/groue/GRDB.swift", exact: "7.10.0"),
    // Without its traits: the desk reads no configuration files, and needs of Foundation only the essentials.
    .package(url: "https://github.com/hummingbird-project/hummingbird", exact: "2.28.1", traits: []),
  ],
  targets: stages + search + desk + foundations + tools + [properties] + (isFuzzing ? fuzzing : tests),
  swiftLanguageModes: [.v6]
)
