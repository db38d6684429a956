import Text

/// The templates, style sheets and the script that pages are made of: those in the executable, or an editor's own.
public struct Templates: Sendable {
  let bulletin: Template<BulletinView.Slot>
  let overview: Template<OverviewView.Slot>
  let filter: Template<FilterView.Slot>
  let section: Template<SectionView.Slot>
  let entry: Template<EntryView.Slot>
  let countries: Template<CountriesView.Slot>
  let annex: Template<AnnexView.Slot>
  let statistics: Template<StatisticsView.Slot>
  let glossary: Template<GlossaryView.Slot>
  let product: Template<ProductView.Slot>
  let pageStyle: String
  let entryStyle: String
  let bulletinStyle: String
  let productStyle: String
  let script: String

  /// What tells these templates from any others: the bytes of all of them, one after another, each with its name before
  /// it. Its digest is the version of the editions' look.
  public let fingerprint: [UInt8]
  /// The same for the pages of products, which have templates of their own beside these.
  public let productFingerprint: [UInt8]

  /// Reads the templates.
  ///
  /// - Parameter overriding: An editor's own files, which take the place of the executable's.
  /// - Throws: `TemplateErrors` with all that is wrong with any of them.
  public init(overriding: [TemplateFile: [UInt8]] = [:]) throws(TemplateErrors) {
    var reading = Reading(overriding: overriding)
    let bulletin: Template<BulletinView.Slot>? = reading.template(.bulletin)
    let overview: Template<OverviewView.Slot>? = reading.template(.overview)
    let filter: Template<FilterView.Slot>? = reading.template(.filter)
    let section: Template<SectionView.Slot>? = reading.template(.section)
    let entry: Template<EntryView.Slot>? = reading.template(.entry)
    let countries: Template<CountriesView.Slot>? = reading.template(.countries)
    let annex: Template<AnnexView.Slot>? = reading.template(.annex)
    let statistics: Template<StatisticsView.Slot>? = reading.template(.statistics)
    let glossary: Template<GlossaryView.Slot>? = reading.template(.glossary)
    pageStyle = reading.code(.pageStyle)
    entryStyle = reading.code(.entryStyle)
    bulletinStyle = reading.code(.bulletinStyle)
    script = reading.code(.script)
    fingerprint = reading.fingerprint
    let product: Template<ProductView.Slot>? = reading.template(.product)
    productStyle = reading.code(.productStyle)
    productFingerprint = reading.fingerprint
    guard reading.errors.isEmpty, let bulletin, let overview, let filter, let section, let entry, let countries,
      let annex, let statistics, let glossary, let product
    else { throw TemplateErrors(errors: reading.errors) }
    self.bulletin = bulletin
    self.overview = overview
    self.filter = filter
    self.section = section
    self.entry = entry
    self.countries = countries
    self.annex = annex
    self.statistics = statistics
    self.glossary = glossary
    self.product = product
  }

  /// The executable's own templates.
  ///
  /// - Returns: The templates; that they are right is a matter of the build's tests.
  public static func own() -> Templates {
    do { return try Templates() } catch { fatalError("A template that the executable carries is broken:\n\(error)") }
  }
}

/// The templates that cannot be used.
public struct TemplateErrors: Error, Sendable, CustomStringConvertible {
  /// What is wrong, file by file.
  public let errors: [TemplateError]

  /// One line for each fault.
  public var description: String { errors.map(\.description).joined(separator: "\n") }
}

/// Reads one file after another and gathers what is wrong.
private struct Reading {
  let overriding: [TemplateFile: [UInt8]]
  var errors: [TemplateError] = []
  var fingerprint: [UInt8] = []

  init(overriding: [TemplateFile: [UInt8]]) { self.overriding = overriding }

  mutating func template<Slot: TemplateSlot>(_ file: TemplateFile) -> Template<Slot>? {
    do throws(TemplateError) {
      return try Template<Slot>(text(of: file), file: file.rawValue)
    } catch {
      errors.append(error)
      return nil
    }
  }

  /// A style sheet or a script, which must not end the element that it stands in.
  mutating func code(_ file: TemplateFile) -> String {
    var text = text(of: file)
    if let end = text.withUTF8({ $0.position(of: "</".utf8) }) {
      let before = text.utf8.prefix(end)
      let line = before.count { $0 == 0x0A } + 1
      let column = before.split(separator: 0x0A, omittingEmptySubsequences: false).last.map { Substring($0).count } ?? 0
      let message = "“</” would end the element in which the file stands: write it otherwise, such as “<\\/”."
      errors.append(
        TemplateError(file: file.rawValue, faults: [.init(line: line, column: column + 1, message: message)]))
    }
    return slimmed(text)
  }

  private mutating func text(of file: TemplateFile) -> String {
    let text = overriding[file].map { String(decoding: $0, as: UTF8.self) } ?? file.own
    fingerprint += Array(file.rawValue.utf8) + [0] + Array(text.utf8) + [0]
    return text
  }
}
