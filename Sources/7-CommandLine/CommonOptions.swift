import ArgumentParser

/// The options that all jobs share.
struct CommonOptions: ParsableArguments {
  @Option(help: "The folder of the inputs.")
  var inputs = "inputs"

  @Option(help: "The folder of the outputs.")
  var output = "output"

  @Flag(help: "Say nothing but what goes wrong.")
  var quiet = false

  @Flag(help: "Say more.")
  var verbose = false

  @Flag(help: "Count warnings as errors.")
  var strict = false
}
