import Compile
import Emit
import Files
import Ingest
import Model

/// Makes a product of several issues and writes its page and its text.
///
/// The issues are compiled anew from their inputs, so that what they say of each other is as good as today's inputs; a
/// published one by the themes and reference data with which it was published.
public struct ProductJob: Sendable {
  /// Which product of which issues.
  public enum Request: Hashable, Sendable {
    /// The issues whose periods end in a year.
    case annual(year: Int)
    /// A country in a span of periods; without a first or a last one, from the earliest or to the newest in the inputs.
    case factsheet(CountryCode, from: Period?, to: Period?)
    /// A theme in a span of periods, as for a country.
    case digest(ThemeCode, from: Period?, to: Period?)
  }

  /// What came of the job.
  public struct Outcome: Sendable {
    /// The input files of all issues with their findings.
    public var files: [CheckedFile]
    /// The product; `nil` when errors stopped the job, and then nothing was written.
    public var product: CompiledProduct?
    /// The paths of the files that were written, in order.
    public var written: [String]
  }

  private let compilation: Compilation

  /// A job on the inputs of a compilation, with its settings.
  public init(_ compilation: Compilation) { self.compilation = compilation }

  /// Compiles the issues, makes the product of them and writes it.
  ///
  /// - Throws: `JobError` when the inputs have nothing to make it of, or a file cannot be read or written; the outputs
  ///   are then as they were.
  public func run(_ request: Request) throws(JobError) -> Outcome {
    do {
      let scope = try ProductScope(request, inputs: compilation.inputs.path)
      return try make(request, scope)
    } catch {
      throw JobError("\(error)")
    }
  }

  private func make(_ request: Request, _ scope: ProductScope) throws -> Outcome {
    let earlier = EarlierDevelopments(inputs: compilation.inputs)
    let jobs = ArchiveJobs(inputs: compilation.inputs, output: compilation.output)
    var issues: [(period: Period, contents: IssueContents)] = []
    var files: [CheckedFile] = []
    var compiled: [CompiledIssue] = []
    for period in scope.periods {
      let job = try jobs.job(for: period).with(settingsOf: compilation)
      let prepared = try job.prepare(period, earlier: earlier)
      earlier.keep(prepared.contents.submissions, of: period)
      files += prepared.checked.files
      issues.append((period, prepared.contents))
      if let issue = prepared.compiled { compiled.append(issue) }
    }
    // All issues are looked at first: an editor mends all errors in one go.
    guard compiled.count == issues.count else { return Outcome(files: files, product: nil, written: []) }
    guard let product = product(request, scope, compiled), !product.entries.isEmpty else {
      throw JobError(nothing(request, scope))
    }
    let name = product.kind.rawValue
    let outputs = [
      OutputFile(name: name + ".html", bytes: htmlProduct(of: product, templates: compilation.templates)),
      OutputFile(name: name + ".txt", bytes: textProduct(of: product)),
    ]
    let manifest = Manifest(
      product: product, code: scope.code, issues: issues, outputs: outputs,
      versions: compilation.versions(ofTemplates: compilation.templates.productFingerprint))
    let all = outputs + [OutputFile(name: "manifest.json", bytes: manifest.bytes)]
    let place = "\(compilation.output)/\(scope.folder)"
    try replaceFiles(all, inFolder: place)
    return Outcome(files: files, product: product, written: all.map { "\(place)/\($0.name)" })
  }

  private func product(_ request: Request, _ scope: ProductScope, _ issues: [CompiledIssue]) -> CompiledProduct? {
    let compiler = ProductCompiler(compilation.compiler)
    return switch request {
    case .annual(let year): compiler.annual(year, of: issues)
    case .factsheet(let country, _, _): compiler.factsheet(of: country, span: scope.span, issues: issues)
    case .digest(let theme, _, _): compiler.digest(of: theme, span: scope.span, issues: issues)
    }
  }

  private func nothing(_ request: Request, _ scope: ProductScope) -> String {
    let reference = compilation.workshop.reference
    let lack =
      switch request {
      case .annual: "no development"
      case .factsheet(let country, _, _):
        "no development from \(reference.network.name(of: country, on: scope.span.last))"
      case .digest(let theme, _, _): "no development under the theme “\(reference.taxonomy.label(of: theme))”"
      }
    return "The issues of \(scope.span.words) report \(lack)."
  }
}
