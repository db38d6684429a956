import Model
import Text
import XML

extension FormReader {
  /// A development.
  mutating func development(_ element: XMLElement, before: String) -> DevelopmentForm {
    var form = DevelopmentForm()
    form.stages = []
    form.sources = []
    form.id = element["id"] ?? ""
    form.kind = element["kind"] ?? ""
    form.theme = element["theme"] ?? ""
    form.furtherThemes = element["further-themes"] ?? ""
    form.kept.before = before
    form.kept.attributes = attributes(of: element, beside: ["id", "kind", "theme", "further-themes"])
    var gaps = Gaps(element, source)
    var single: Set<String> = []
    for child in element.children where isOwn(child) && Self.parts.contains(child.name) {
      // A second part of a sort of which there is but one is kept as it stands.
      if Self.singleParts.contains(child.name), !single.insert(child.name).inserted { continue }
      read(child, before: gaps.pass(child), into: &form)
    }
    form.kept.end = gaps.rest()
    if form.stages.isEmpty { form.stages = [StageItem()] }
    if form.sources.isEmpty { form.sources = [SourceItem()] }
    return form
  }

  private static let singleParts: Set = ["headline", "late", "body", "note"]
  private static let parts = singleParts.union(["stage", "figure", "act", "eu-act", "source", "follows"])

  private mutating func read(_ child: XMLElement, before: String, into form: inout DevelopmentForm) {
    switch child.name {
    case "headline": form.headline = words(child, before: before)
    case "late": form.late = words(child, before: before)
    case "note": form.note = words(child, before: before)
    case "body":
      form.body = body(child, &form.bodyKept)
      form.bodyKept.before = before
    case "stage":
      form.stages.append(item(child, before: before, ["type": \StageItem.type, "date": \.date], words: nil))
    case "figure":
      form.figures.append(
        item(child, before: before, ["value": \FigureItem.value, "unit": \.unit], words: \.label))
    case "act": form.acts.append(act(child, before: before))
    case "eu-act":
      form.euActs.append(
        item(child, before: before, ["relation": \EUActItem.relation, "celex": \.celex], words: \.name))
    case "source":
      form.sources.append(
        item(child, before: before, ["href": \SourceItem.href, "xml:lang": \.language], words: \.title))
    default:
      form.follows.append(
        item(
          child, before: before, ["country": \FollowsItem.country, "period": \.period, "id": \.id], words: nil))
    }
  }

  /// A part by its attributes and, where it has some, its words.
  private mutating func item<Item: FormItem>(
    _ element: XMLElement, before: String, _ known: [String: WritableKeyPath<Item, String>],
    words: WritableKeyPath<Item, String>?
  ) -> Item {
    var item = Item()
    for (name, path) in known { item[keyPath: path] = element[name].map { normalised($0) } ?? "" }
    item.kept.before = before
    item.kept.attributes = attributes(of: element, beside: Set(known.keys))
    if let words {
      item[keyPath: words] = text(of: element, &item.kept)
    } else {
      // A part without words may hold something all the same, against the schema.
      let content = trimmed(StartTag.end(in: source, at: element.place)..<endTag(of: element))
      item.kept.before = joined(item.kept.before, content)
    }
    return item
  }

  private mutating func act(_ element: XMLElement, before: String) -> ActItem {
    var act = ActItem()
    act.titles = []
    for (name, path) in ActItem.fields { act[keyPath: path] = element[name].map { normalised($0) } ?? "" }
    act.kept.before = before
    act.kept.attributes = attributes(of: element, beside: Set(ActItem.fields.map(\.name)))
    var gaps = Gaps(element, source)
    for child in element.children where isOwn(child) && child.name == "title" {
      act.titles.append(words(child, before: gaps.pass(child)))
    }
    act.kept.end = gaps.rest()
    if act.titles.isEmpty { act.titles = [WordsItem()] }
    return act
  }

  /// The text, a paragraph a line, with an empty line between them.
  private mutating func body(_ element: XMLElement, _ kept: inout Kept) -> String {
    kept.attributes = attributes(of: element, beside: [])
    var lines: [String] = []
    func keep(_ xml: String) { if !xml.isEmpty { lines.append(MarkedText.line(verbatim: xml)) } }
    var gaps = Gaps(element, source)
    for child in element.children where isOwn(child) && child.name == "p" {
      let gap = gaps.pass(child)
      if gap.hasPrefix("<"), gap.hasSuffix(">") {
        keep(gap)
      } else {
        // Words beside the paragraphs are not allowed there, but they are not to be lost.
        kept.end = joined(kept.end, gap)
      }
      if let line = line(child) { lines.append(line) } else { keep(trimmed(child.place..<child.end)) }
    }
    kept.end = joined(kept.end, gaps.rest())
    return lines.joined(separator: "\n\n")
  }

  /// A paragraph as a line with marks; `nil` where it holds something for which there is no mark.
  private func line(_ element: XMLElement) -> String? {
    guard attributes(of: element, beside: []).isEmpty, remarks(in: element).isEmpty else { return nil }
    let known = ["em": [], "foreign": ["xml:lang"], "link": ["href"], "cite": ["celex", "xml:lang"], "term": []]
    for child in element.children {
      guard isOwn(child), let names = known[child.name], !child.children.contains(where: { _ in true }),
        attributes(of: child, beside: Set(names)).isEmpty, !child.text.isEmpty
      else { return nil }
    }
    return MarkedText.line(read(element))
  }
}
