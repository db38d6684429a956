import Model

/// A numbered section as the template `section.html` shows it.
struct SectionView: TemplateView {
  enum Slot: String, TemplateSlot {
    case anchor, number, heading
    case nothing
    case european, europeanAnchor, europeanEntries
    case national, countries, countryAnchor, countryName, countryEntries
    case elsewhere, references, referenceAnchor, referenceNumber, referenceCountry, referenceHeadline

    var sort: SlotSort {
      switch self {
      case .number: .number
      case .nothing, .european, .national, .countries, .elsewhere, .references: .part
      case .europeanEntries, .countryEntries, .referenceHeadline: .markup
      default: .words
      }
    }

    var home: Slot? {
      switch self {
      case .europeanAnchor, .europeanEntries: .european
      case .countries: .national
      case .countryAnchor, .countryName, .countryEntries: .countries
      case .references: .elsewhere
      case .referenceAnchor, .referenceNumber, .referenceCountry, .referenceHeadline: .references
      default: nil
      }
    }

    var isIndispensable: Bool {
      [.anchor, .heading, .europeanEntries, .countryName, .countryEntries, .referenceHeadline].contains(self)
    }
  }

  private let section: Section
  private let european: Section.Group?
  private let national: [Section.Group]
  private let context: SectionsContext
  private let template: Template<EntryView.Slot>
  private var country = 0
  private var reference = 0

  /// A section of an issue, whose entries are written by their own template.
  init(_ section: Section, in context: SectionsContext, entry template: Template<EntryView.Slot>) {
    self.section = section
    self.context = context
    self.template = template
    european = section.european
    national = section.national
  }

  func count(of part: Slot) -> Int {
    switch part {
    case .nothing: european == nil && national.isEmpty ? 1 : 0
    case .european: european == nil ? 0 : 1
    case .national: national.isEmpty ? 0 : 1
    case .countries: national.count
    case .elsewhere: section.seeAlso.isEmpty ? 0 : 1
    case .references: section.seeAlso.count
    default: 0
    }
  }

  mutating func select(_ part: Slot, _ position: Int) {
    switch part {
    case .countries: country = position
    case .references: reference = position
    default: break
    }
  }

  func write(_ slot: Slot, to writer: inout HTMLWriter) {
    switch slot {
    case .anchor: writer.text(section.anchor)
    case .number: writer.number(section.number)
    case .heading: writer.text(section.heading)
    case .europeanAnchor: writer.text(european?.anchor ?? "")
    case .europeanEntries: write(european?.entries ?? [], level: 4, to: &writer)
    case .countryAnchor: writer.text(national[country].anchor)
    case .countryName: writer.text(national[country].name)
    case .countryEntries: write(national[country].entries, level: 5, to: &writer)
    case .referenceAnchor: writer.text(section.seeAlso[reference].anchor)
    case .referenceNumber: writer.text(section.seeAlso[reference].number)
    case .referenceCountry: writer.text(section.seeAlso[reference].country)
    case .referenceHeadline: writer.phrase(section.seeAlso[reference].headline)
    case .nothing, .european, .national, .countries, .elsewhere, .references: break
    }
  }

  private func write(_ entries: [Entry], level: Int, to writer: inout HTMLWriter) {
    for entry in entries { writer.write(template, EntryView(entry, level: level, in: context)) }
  }
}
