import Pipeline

/// A part that was taken out of a form, as it travels with the form so that it can be put back: whatever else was typed
/// meanwhile stays.
struct RemovedPart {
  /// Where it stood, such as `d2` or `d1-stage2`; `new` behind a development without an id of its own.
  let path: String
  /// A submission in which nothing else stands, as a file.
  let text: String

  init(path: String, text: String) {
    self.path = path
    self.text = text
  }

  /// The part at a path; `nil` where there is none.
  init?(_ text: String, at path: ItemPath, of form: SubmissionForm) {
    guard form.developments.indices.contains(path.development) else { return nil }
    let whole = form.developments[path.development]
    var only = SubmissionForm()
    if path.steps.isEmpty {
      only.developments = [whole]
    } else {
      guard let place = path.steps.last?.place else { return nil }
      var development = DevelopmentForm()
      guard development.take(path.steps, place, from: whole) else { return nil }
      only.developments = [development]
    }
    self.path = path.steps.isEmpty && isBlankText(whole.id) ? "\(text) new" : text
    self.text = only.asText
  }

  /// A form with the part back in its place.
  ///
  /// - Returns: `nil` where it cannot be put back.
  func restored(to form: SubmissionForm, check: SubmissionCheck) -> SubmissionForm? {
    guard let earlier = try? FilledForm(Array(text.utf8), check: check).form else { return nil }
    if path == "forget" { return form.keeping(what: earlier) }
    let parts = path.split(separator: " ")
    guard let place = parts.first.flatMap({ ItemPath(String($0)) }), var part = earlier.developments.first else {
      return nil
    }
    var form = form
    if place.steps.isEmpty {
      if parts.count == 2 { part.id = "" }
      form.developments.insert(part, at: min(place.development, form.developments.count))
      return form
    }
    guard form.developments.indices.contains(place.development), let last = place.steps.last?.place else { return nil }
    return form.developments[place.development].put(place.steps, last, from: part) ? form : nil
  }
}

extension DevelopmentForm {
  /// Takes one part over from another development, as the only one of its sort; `false` where there is none.
  fileprivate mutating func take(
    _ steps: [(sort: String, place: Int?)], _ place: Int, from whole: DevelopmentForm
  ) -> Bool {
    func only<Item>(_ items: [Item], _ target: WritableKeyPath<DevelopmentForm, [Item]>) -> Bool {
      guard items.indices.contains(place) else { return false }
      self[keyPath: target] = [items[place]]
      return true
    }
    if steps.count == 2 {
      guard steps[0].sort == "act", let act = steps[0].place, whole.acts.indices.contains(act),
        whole.acts[act].titles.indices.contains(place)
      else { return false }
      var item = ActItem()
      item.titles = [whole.acts[act].titles[place]]
      acts = [item]
      return true
    }
    switch steps[0].sort {
    case "stage": return only(whole.stages, \.stages)
    case "figure": return only(whole.figures, \.figures)
    case "act": return only(whole.acts, \.acts)
    case "euact": return only(whole.euActs, \.euActs)
    case "source": return only(whole.sources, \.sources)
    case "follows": return only(whole.follows, \.follows)
    default: return false
    }
  }

  /// Puts the only part of a sort of another development back into its place; an empty one where that has none.
  fileprivate mutating func put(
    _ steps: [(sort: String, place: Int?)], _ place: Int, from part: DevelopmentForm
  ) -> Bool {
    func back<Item: FormItem>(_ source: [Item], _ target: WritableKeyPath<DevelopmentForm, [Item]>) {
      self[keyPath: target].insert(source.first ?? Item(), at: min(place, self[keyPath: target].count))
    }
    if steps.count == 2 {
      guard let act = steps[0].place, acts.indices.contains(act) else { return false }
      acts[act].titles.insert(part.acts.first?.titles.first ?? WordsItem(), at: min(place, acts[act].titles.count))
      return true
    }
    switch steps[0].sort {
    case "stage": back(part.stages, \.stages)
    case "figure": back(part.figures, \.figures)
    case "act": back(part.acts, \.acts)
    case "euact": back(part.euActs, \.euActs)
    case "source": back(part.sources, \.sources)
    case "follows": back(part.follows, \.follows)
    default: return false
    }
    return true
  }
}
