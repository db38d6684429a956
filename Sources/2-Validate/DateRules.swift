import Model

/// Dates in a text that are written otherwise than the house does, and days that no calendar has.
func dateHits(_ passage: Passage) -> [Hit] {
  guard passage.role.isProse else { return [] }
  var hits: [Hit] = []
  var next = 0
  for index in passage.words.indices where index >= next {
    let word = passage.words[index]
    guard !word.shape.isDisjoint(with: [.digit, .number, .known]), !word.shape.contains(.marked),
      let date = passage.dayWritten(at: index)
    else { continue }
    next = date.words.upperBound + 1
    let found = passage.quoted(date.words)
    if date.isImpossible {
      hits.append(Hit("date-nonexistent", at: word.start, ["found": found, "month": monthName(date.month ?? 1)]))
    } else if date.form != .house, !word.shape.contains(.quoted), let right = date.date {
      hits.append(Hit("date-style", at: word.start, ["found": found, "right": right.words]))
    }
  }
  return hits
}

/// Sentences that give a stage another date than the data do.
///
/// A sentence may speak of another act. So a date counts only in the words right after those that name the step, with
/// no sign of another act before them in the sentence: no citation, no number of an act, no other date, no word such as
/// “previously”. A sentence counts once.
func contradictionHits(_ passage: Passage, _ stages: [Stage], _ known: ProseWords) -> [Hit] {
  guard passage.role == .body else { return [] }
  var hits: [Hit] = []
  var settled = -1
  for index in passage.words.indices where passage.words[index].sentence != settled {
    let word = passage.words[index]
    if speaksOfAnother(index, passage) {
      settled = word.sentence
      continue
    }
    passage.forEachMeaning(at: index) { meaning, count in
      guard case .step(let number) = meaning, settled != word.sentence, passage.isOwn(word),
        let date = passage.dateWritten(at: index + count), let written = date.date
      else { return }
      settled = word.sentence
      let step = known.style.steps[number]
      let given = stages.filter { step.stages.contains($0.type) }.map(\.date)
      if given.isEmpty || given.contains(where: { isCompatible($0, written) }) { return }
      hits.append(
        Hit(
          "date-contradiction", at: word.start,
          [
            "words": passage.quoted(index...date.words.upperBound), "stage": given.count > 1 ? "stages" : "stage",
            "dates": given.map(\.words).joined(separator: " and "),
          ]))
    }
  }
  return hits
}

/// Whether a word shows that its sentence may tell of another act.
private func speaksOfAnother(_ index: Int, _ passage: Passage) -> Bool {
  let word = passage.words[index]
  if !passage.isOwn(word) || passage.has(.elsewhere, at: index) { return true }
  return word.shape.contains(.number) && (word.count == 4 || passage.byte(after: word) == UInt8(ascii: "/"))
}

/// Whether two dates can mean the same day.
private func isCompatible(_ left: PartialDate, _ right: PartialDate) -> Bool {
  left.earliest <= right.latest && right.earliest <= left.latest
}
