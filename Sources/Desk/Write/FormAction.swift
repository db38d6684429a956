/// What a button of the form asks for, as its value says it: `add d1-stage`, `up d2`, `remove d1-act2`.
enum FormAction: Equatable {
  /// To say what is found.
  case check
  /// To send it, when it is in order.
  case send
  /// Another part: a development (no path), or one among others of its sort.
  case add(String)
  /// A part taken away.
  case remove(String)
  /// A development before the one above it.
  case up(Int)
  /// A development behind the one below it.
  case down(Int)
  /// A development once more.
  case copy(Int)
  /// What the software proposes as the theme of a development.
  case take(Int)
  /// A reference to the earlier development that was chosen.
  case follow(Int)
  /// All that is kept of a file beside its fields taken away.
  case forget
  /// What was taken away last put back.
  case undo

  /// Reads a button's value; `nil` for any other.
  init?(_ value: String) {
    let parts = value.split(separator: " ", omittingEmptySubsequences: false)
    let place = parts.count == 2 && parts[1].hasPrefix("d") ? Int(parts[1].dropFirst()).map { $0 - 1 } : nil
    switch (parts.first, parts.count) {
    case ("check", 1): self = .check
    case ("send", 1): self = .send
    case ("forget", 1): self = .forget
    case ("undo", 1): self = .undo
    case ("add", 2): self = .add(String(parts[1]))
    case ("remove", 2): self = .remove(String(parts[1]))
    default:
      guard let place else { return nil }
      switch parts[0] {
      case "up": self = .up(place)
      case "down": self = .down(place)
      case "copy": self = .copy(place)
      case "take": self = .take(place)
      case "follow": self = .follow(place)
      default: return nil
      }
    }
  }
}

/// What came of an action: the form as it is now, what is said of it, and where the reader goes on.
struct FormChange {
  var form: SubmissionForm
  /// The id of what gets the focus; `nil` for the head of the page.
  var focus: String?
  /// What was done, by the id of its text, with values for it.
  var said: (text: String, values: [String: String])?
  /// What was taken away, to be put back.
  var removed: RemovedPart?
  /// Whether the desk should have kept the draft and could not.
  var isUnkept = false
}

extension SubmissionForm {
  /// Carries out what changes the parts of the form; what asks for something else leaves it as it is.
  ///
  /// - Parameters:
  ///   - action: What is asked for.
  ///   - chosen: The earlier development that was chosen beside a development, as `2015-Q4 id`.
  ///   - proposed: The theme that the software proposes for a development.
  func changed(
    by action: FormAction, chosen: (Int) -> String, proposed: (DevelopmentForm) -> String
  ) -> FormChange {
    var change = FormChange(form: self)
    switch action {
    case .add(let path): change.add(path)
    case .remove(let path): change.remove(path)
    case .up(let place): change.move(place, by: -1)
    case .down(let place): change.move(place, by: 1)
    case .copy(let place): change.copy(place)
    case .take(let place) where developments.indices.contains(place):
      change.form.developments[place].theme = proposed(developments[place])
      change.focus = "\(FieldName.development(place))-theme"
      change.said = ("write-said-taken", [:])
    case .follow(let place) where developments.indices.contains(place): change.follow(place, chosen(place))
    case .forget:
      change.removed = RemovedPart(path: "forget", text: asText)
      change.form = withoutKept
      change.focus = "undo"
      change.said = ("write-said-forgotten", [:])
    default: break
    }
    return change
  }

  /// The form as a file's text.
  var asText: String { String(decoding: SubmissionFile(self).bytes, as: UTF8.self) }
}

extension FormChange {
  fileprivate mutating func add(_ path: String) {
    if path == "d" {
      guard form.developments.count < SubmissionForm.mostDevelopments else {
        said = ("write-said-full", ["number": "\(SubmissionForm.mostDevelopments)"])
        return
      }
      form.developments.append(DevelopmentForm())
      focus = FieldName.development(form.developments.count - 1) + "-headline"
      said = ("write-said-added-development", ["number": "\(form.developments.count)"])
      return
    }
    guard let path = ItemPath(path), let first = path.first(in: form), form.add(at: path) else { return }
    focus = first
    said = ("write-said-added", [:])
  }

  fileprivate mutating func remove(_ text: String) {
    guard let path = ItemPath(text), let part = RemovedPart(text, at: path, of: form) else { return }
    if path.steps.isEmpty {
      let headline = foldedString(form.developments[path.development].headline.words[...])
      form.developments.remove(at: path.development)
      said = ("write-said-removed-development", ["number": "\(path.development + 1)", "headline": headline])
    } else {
      guard form.remove(at: path) else { return }
      said = ("write-said-removed", [:])
    }
    removed = part
    focus = "undo"
  }

  fileprivate mutating func move(_ place: Int, by distance: Int) {
    let target = place + distance
    guard form.developments.indices.contains(place), form.developments.indices.contains(target) else { return }
    form.developments.swapAt(place, target)
    let ends = distance < 0 ? target == 0 : target == form.developments.count - 1
    focus = "\(FieldName.development(target))-\((distance < 0) == ends ? "down" : "up")"
    said = ("write-said-moved", ["from": "\(place + 1)", "number": "\(target + 1)"])
  }

  fileprivate mutating func copy(_ place: Int) {
    guard form.developments.indices.contains(place), form.developments.count < SubmissionForm.mostDevelopments else {
      return
    }
    var copy = form.developments[place].withoutKept
    copy.id = ""
    form.developments.insert(copy, at: place + 1)
    focus = FieldName.development(place + 1) + "-headline"
    said = ("write-said-copied", ["from": "\(place + 1)", "number": "\(place + 2)"])
  }

  fileprivate mutating func follow(_ place: Int, _ chosen: String) {
    let parts = chosen.split(separator: " ")
    let name = FieldName.development(place)
    guard parts.count == 2 else {
      focus = "\(name)-earlier"
      said = ("write-said-not-chosen", [:])
      return
    }
    var item = FollowsItem()
    (item.period, item.id) = (String(parts[0]), String(parts[1]))
    if !form.developments[place].follows.contains(where: { $0.period == item.period && $0.id == item.id }) {
      form.developments[place].follows.append(item)
    }
    focus = "\(name)-earlier"
    said = ("write-said-followed", [:])
  }
}
