extension ItemPath {
  /// The id of the first field of the part that would be added at a path; `nil` where there is no such sort.
  func first(in form: SubmissionForm) -> String? {
    guard form.developments.indices.contains(development) else { return nil }
    let owner = FieldName.development(development)
    let whole = form.developments[development]
    switch (steps.first?.sort, steps.count) {
    case ("stage", 1): return FieldName.item(owner, "stage", whole.stages.count) + "-type"
    case ("figure", 1): return FieldName.item(owner, "figure", whole.figures.count) + "-value"
    case ("euact", 1): return FieldName.item(owner, "euact", whole.euActs.count) + "-name"
    case ("source", 1): return FieldName.item(owner, "source", whole.sources.count) + "-title"
    case ("follows", 1): return FieldName.item(owner, "follows", whole.follows.count) + "-period"
    case ("act", 1): return FieldName.item(FieldName.item(owner, "act", whole.acts.count), "title", 0)
    case ("act", 2):
      guard let act = steps[0].place, whole.acts.indices.contains(act), steps[1].sort == "title" else { return nil }
      return FieldName.item(FieldName.item(owner, "act", act), "title", whole.acts[act].titles.count)
    default: return nil
    }
  }
}

extension SubmissionForm {
  /// Adds an empty part of a sort behind the others; `false` where there is no such sort.
  mutating func add(at path: ItemPath) -> Bool {
    guard developments.indices.contains(path.development) else { return false }
    let isInAct = path.steps.count == 2 && path.steps[1].sort == "title"
    guard path.steps.count == 1 || isInAct else { return false }
    switch path.steps[0].sort {
    case "stage": developments[path.development].stages.append(StageItem())
    case "figure": developments[path.development].figures.append(FigureItem())
    case "euact": developments[path.development].euActs.append(EUActItem())
    case "source": developments[path.development].sources.append(SourceItem())
    case "follows": developments[path.development].follows.append(FollowsItem())
    case "act" where isInAct:
      guard let act = path.steps[0].place, developments[path.development].acts.indices.contains(act) else {
        return false
      }
      developments[path.development].acts[act].titles.append(WordsItem())
    case "act": developments[path.development].acts.append(ActItem())
    default: return false
    }
    return true
  }

  /// Takes a part away; `false` where there is none.
  mutating func remove(at path: ItemPath) -> Bool {
    guard developments.indices.contains(path.development), let place = path.steps.last?.place else { return false }
    if path.steps.count == 2 {
      guard let act = path.steps[0].place, path.steps[0].sort == "act",
        developments[path.development].acts.indices.contains(act)
      else { return false }
      return removed(&developments[path.development].acts[act].titles, place)
    }
    guard path.steps.count == 1 else { return false }
    return developments[path.development].remove(path.steps[0].sort, place)
  }

  /// The form without what is kept of a file beside its fields.
  var withoutKept: SubmissionForm {
    var form = self
    (form.kept, form.keptAfter, form.note.kept, form.contact.kept) = (Kept(), "", Kept(), Kept())
    for (_, path) in ContactForm.parts { form.contact[keyPath: path].kept = Kept() }
    form.developments = developments.map(\.withoutKept)
    return form
  }
}

extension SubmissionForm {
  /// The form with what an earlier one kept of a file beside its fields, part by part; the earlier one as a whole where
  /// developments have come or gone since.
  func keeping(what earlier: SubmissionForm) -> SubmissionForm {
    guard developments.count == earlier.developments.count else { return earlier }
    var form = self
    (form.kept, form.keptAfter, form.note.kept, form.contact.kept) = (
      earlier.kept, earlier.keptAfter, earlier.note.kept, earlier.contact.kept
    )
    for (_, path) in ContactForm.parts { form.contact[keyPath: path].kept = earlier.contact[keyPath: path].kept }
    for place in developments.indices { form.developments[place].keep(what: earlier.developments[place]) }
    return form
  }
}

extension DevelopmentForm {
  fileprivate mutating func keep(what earlier: DevelopmentForm) {
    (kept, bodyKept, headline.kept, late.kept, note.kept) = (
      earlier.kept, earlier.bodyKept, earlier.headline.kept, earlier.late.kept, earlier.note.kept
    )
    keepParts(&stages, earlier.stages)
    keepParts(&figures, earlier.figures)
    keepParts(&acts, earlier.acts)
    for (place, act) in earlier.acts.enumerated() where acts.indices.contains(place) {
      keepParts(&acts[place].titles, act.titles)
    }
    keepParts(&euActs, earlier.euActs)
    keepParts(&sources, earlier.sources)
    keepParts(&follows, earlier.follows)
  }

  fileprivate mutating func remove(_ sort: String, _ place: Int) -> Bool {
    switch sort {
    case "stage": removed(&stages, place)
    case "figure": removed(&figures, place)
    case "act": removed(&acts, place)
    case "euact": removed(&euActs, place)
    case "source": removed(&sources, place)
    case "follows": removed(&follows, place)
    default: false
    }
  }

  /// The development without what is kept of it beside its fields.
  var withoutKept: DevelopmentForm {
    var form = self
    (form.kept, form.bodyKept, form.headline.kept, form.late.kept, form.note.kept) = (
      Kept(), Kept(), Kept(), Kept(), Kept()
    )
    form.stages = stages.map(unkept)
    form.figures = figures.map(unkept)
    form.acts = acts.map { act in
      var act = unkept(act)
      act.titles = act.titles.map(unkept)
      return act
    }
    form.euActs = euActs.map(unkept)
    form.sources = sources.map(unkept)
    form.follows = follows.map(unkept)
    return form
  }
}

private func unkept<Item: FormItem>(_ item: Item) -> Item {
  var item = item
  item.kept = Kept()
  return item
}

/// Gives parts what earlier ones kept; what has no part any more gets an empty one, so that nothing is lost.
private func keepParts<Item: FormItem>(_ items: inout [Item], _ earlier: [Item]) {
  for (place, item) in earlier.enumerated() where !item.kept.isEmpty {
    while items.count <= place { items.append(Item()) }
    items[place].kept = item.kept
  }
}

/// Takes a part out of a list; `false` where there is none.
private func removed<Item: FormItem>(_ items: inout [Item], _ place: Int) -> Bool {
  guard items.indices.contains(place) else { return false }
  items.remove(at: place)
  return true
}
