import Model
import XML

/// Turns the tree of an issue's file into values, and keeps the places of what findings may point to.
struct IssueDecoder {
  static let namespace = "urn:emn:bulletin:issue:1"

  private(set) var places: IssuePlaces?

  mutating func issue(_ root: XMLElement) -> Issue? {
    guard root.name == "issue", root.namespace == IssueDecoder.namespace else { return nil }
    places = IssuePlaces(root: root.place)
    note(root)
    guard let period = root["period"].flatMap({ Period($0) }), let edition = root["edition"].flatMap({ Int($0) })
    else { return nil }
    var issue = Issue(
      edition: edition, period: period, published: root.date("published"), issn: root.words("issn"),
      title: root.child("title")?.words ?? "", about: root.child("about")?.words ?? "",
      specialNote: root.child("special-note").map { specialNote($0) },
      colophon: root.child("colophon")?.paragraphs().paragraphs ?? [])
    issue.annex = Annex(
      statistics: items(root, "statistics").map { series($0) },
      transposition: items(root, "transposition").map { measure($0) },
      outputs: items(root, "outputs").map { output($0) },
      events: items(root, "events").compactMap { event($0) })
    issue.mailing = root.child("mail").map { mailing($0) }
    for child in items(root, "decisions") {
      guard let decision = decision(child) else { continue }
      issue.decisions.append(decision)
      places?.decisions.append(child.place)
    }
    return issue
  }

  private func items(_ root: XMLElement, _ name: String) -> [XMLElement] {
    root.child(name).map { Array($0.children) } ?? []
  }

  /// Elements whose text the editors keep to themselves.
  private static let unpublished: Set<String> = ["decisions", "mail", "note"]

  /// Notes the links, CELEX numbers, languages and published texts of an element and of all inside it.
  private mutating func note(_ element: XMLElement, in parent: String = "", isPublished: Bool = true) {
    if let href = element.words("href") { places?.links.append((element.place, "href", href)) }
    if let celex = element.words("celex") { places?.celexNumbers.append((element.place, celex)) }
    if let tag = element["xml:lang"] { places?.languages.append((element.place, tag, element.text)) }
    // The note of a series is printed beneath it; the editors' own stands in the root.
    let isPublished =
      isPublished && !(IssueDecoder.unpublished.contains(element.name) && parent == "issue")
    let holdsText = element.name == "p" || element.children.first { _ in true } == nil
    if isPublished, holdsText { note(textOf: element, in: parent) }
    for child in element.children {
      note(child, in: element.name == "p" ? parent : element.name, isPublished: isPublished && !holdsText)
    }
  }

  private mutating func note(textOf element: XMLElement, in parent: String) {
    let (text, _) = element.paragraph()
    places?.texts.append((element.place, element.name, parent, text, element.language))
  }

  private func specialNote(_ element: XMLElement) -> SpecialNote {
    SpecialNote(headline: element.child("headline")?.words ?? "", body: element.paragraphs().paragraphs)
  }

  private func series(_ element: XMLElement) -> Series {
    Series(
      title: element.child("title")?.words ?? "", unit: element.words("unit") ?? "", period: element.words("period"),
      values: element.children("value").map {
        Series.Value(
          label: $0.words, number: $0["number"] ?? "", period: $0.words("period"),
          isTotal: ["true", "1"].contains($0.words("total")))
      },
      sources: element.children("source").map(\.source), note: element.child("note")?.words)
  }

  private func measure(_ element: XMLElement) -> TranspositionMeasure {
    TranspositionMeasure(
      title: element.child("title")?.words ?? "", celex: element.words("celex") ?? "",
      deadline: element.date("deadline"),
      states: element.children("state").map {
        TranspositionMeasure.State(country: $0.country("country") ?? CountryCode(""), words: $0.words)
      },
      sources: element.children("source").map(\.source))
  }

  private func output(_ element: XMLElement) -> Output {
    Output(
      kind: element["type"].flatMap { Output.Kind(rawValue: $0) } ?? .other, title: element.phrase,
      date: element.date("date"), href: element.words("href"))
  }

  private mutating func event(_ element: XMLElement) -> Event? {
    guard let date = element.date("date") else { return nil }
    let end = element.date("end")
    if let end { places?.spans.append((element.place, date, end)) }
    return Event(
      title: element.phrase, date: date, end: end, place: element.words("place"),
      organiser: element.words("organiser"), href: element.words("href"))
  }

  private mutating func mailing(_ element: XMLElement) -> Mailing {
    for child in element.children { places?.mailboxes.append((child.place, child.words)) }
    let mailbox = { (child: XMLElement) in Mailing.Mailbox(address: child.words, name: child.words("name")) }
    return Mailing(
      from: element.child("from").map(mailbox), replyTo: element.child("reply-to").map(mailbox),
      to: element.children("to").map(mailbox))
  }

  private func decision(_ element: XMLElement) -> Decision? {
    guard let country = element.country("country") else { return nil }
    let id = element["id"]
    let action: Decision.Action
    switch (element.name, id) {
    case ("set-theme", let id?): action = .setTheme(id: id, ThemeCode(element["theme"] ?? ""))
    case ("leave-out", let id): action = .leaveOut(id: id)
    case ("merge", let id?): action = .merge(id: id, into: element["into"] ?? "")
    case ("place", let id?): action = .place(id: id, before: element["before"] ?? "")
    default: return nil
    }
    return Decision(country: country, action: action, reason: element.words)
  }
}
