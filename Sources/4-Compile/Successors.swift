import Model

/// Tells each entry which entries of the same issue continue it.
///
/// What continues an entry in a later issue is unknown when the issue is published, and so it never stands in it.
///
/// - Parameters:
///   - sections: The sections.
///   - period: The period of all entries that name none themselves.
func withSuccessors(_ sections: [Section], in period: Period?) -> [Section] {
  var successors: [DevelopmentReference: [Section.CrossReference]] = [:]
  for entry in sections.flatMap({ $0.groups.flatMap(\.entries) }) {
    for predecessor in entry.follows where period == nil || predecessor.reference.period == period {
      successors[predecessor.reference, default: []].append(
        Section.CrossReference(entry))
    }
  }
  if successors.isEmpty { return sections }
  var sections = sections
  for section in sections.indices {
    for group in sections[section].groups.indices {
      for place in sections[section].groups[group].entries.indices {
        let entry = sections[section].groups[group].entries[place]
        guard let period = entry.period ?? period else { continue }
        let address = DevelopmentReference(country: entry.country, period: period, id: entry.development.id)
        guard let found = successors[address] else { continue }
        sections[section].groups[group].entries[place].followedBy = found
      }
    }
  }
  return sections
}
