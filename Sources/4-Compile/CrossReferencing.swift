import Model

/// Gives each section pointers to the entries that stand in another one but touch one of its themes too, in reading
/// order.
func withCrossReferences(_ sections: [Section]) -> [Section] {
  var places: [ThemeCode: Int] = [:]
  for (place, section) in sections.enumerated() { for code in section.themeCodes { places[code] = place } }
  var result = sections
  for (home, section) in sections.enumerated() {
    for entry in section.groups.flatMap(\.entries) {
      let touched = Set(entry.development.furtherThemes.compactMap { places[$0] })
      for place in touched.sorted() where place != home {
        result[place].seeAlso.append(
          Section.CrossReference(entry))
      }
    }
  }
  return result
}
