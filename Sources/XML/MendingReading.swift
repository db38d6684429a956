import Text

/// Reads a document that has mistakes: names each, mends it in a copy, and reads on behind it.
struct MendingReading {
  private let source: [UInt8]
  private let schema: XMLSchema?
  private let relaxed: XMLSchema.Relaxed?
  private var text: MendedText
  private var problems: [XMLProblem] = []
  private var brokenFrom: Int?
  private var isCurtailed = false
  /// From here on the end tags of a document that breaks off were put in.
  private var cutAt = Int.max
  /// The tags in which something was mended, whose other faults may be the same mistake.
  private var touched: [Touched] = []
  private var mends = 0
  private var bytes = 0

  init(_ source: [UInt8], schema: XMLSchema?, encoding: XMLProblem?) {
    self.source = source
    self.schema = schema
    relaxed = schema?.relaxed
    text = MendedText(source)
    problems = encoding.map { [$0] } ?? []
  }

  /// Goes on from a first pass that found mistakes.
  mutating func read(_ first: ParserPass) -> XMLReading {
    let pass = mendText(first)
    for place in pass.oddities {
      let tag = MarkupText(bytes: text.bytes).tagStart(before: place) ?? place
      problems.append(XMLProblem(kind: .syntax(.unexplained), range: text.origin(of: tag..<place)))
    }
    if pass.doctype != nil { return finish(pass.document) }
    guard let relaxed, let schema else { return finish(pass.document) }
    return check(mendRoot(pass, relaxed.model, schema), relaxed)
  }

  private mutating func finish(_ document: XMLDocument) -> XMLReading {
    problems.removeAll { problem in touched.contains { $0.explains(problem) } }
    // Half a character at the end is part of what is missing there.
    if brokenFrom != nil, cutAt < .max {
      problems.removeAll { problem in
        guard case .encoding(.malformed) = problem.kind else { return false }
        return problem.range.lowerBound >= source.count
      }
    }
    let order = problems.enumerated().sorted {
      ($0.element.range.lowerBound, $0.offset) < ($1.element.range.lowerBound, $1.offset)
    }
    return XMLReading(
      document: mends == 0 ? document : document.placed(by: text), source: source, problems: order.map(\.element),
      brokenFrom: brokenFrom, isCurtailed: isCurtailed)
  }

  // MARK: What makes it no XML

  /// Mends one mistake after the other until the text can be read to its end.
  private mutating func mendText(_ first: ParserPass) -> ParserPass {
    var pass = first
    while true {
      if let doctype = pass.doctype {
        problems.append(XMLProblem(kind: .doctype, range: text.origin(of: doctype..<doctype + 9)))
        brokenFrom = problems.last?.range.lowerBound
        return pass
      }
      guard let (mend, failure) = nextMend(pass) else { return pass }
      let problem = XMLProblem(
        kind: .syntax(located(mend.fault)), range: text.origin(of: mend.range), code: failure?.code ?? 201,
        message: failure?.message ?? "")
      // The same mistake at the same place again: the change has not helped.
      if problems.contains(where: { $0.kind == problem.kind && $0.range.lowerBound == problem.range.lowerBound }) {
        breakOff(failure)
        return pass
      }
      problems.append(problem)
      if case .cutOff = mend.fault { markCut(failure) }
      touched.append(Touched(mend.fault, tag: tag(of: mend)))
      if mend.edits.isEmpty || !canGoOn() {
        isCurtailed = !mend.edits.isEmpty
        breakOff(failure)
        return pass
      }
      if case .cutOff = mend.fault { cutAt = mend.edits[0].range.lowerBound }
      text.apply(mend.edits)
      pass = XMLReader.parse(text.bytes, schema: schema)
    }
  }

  private func nextMend(_ pass: ParserPass) -> (Mend, ParserFailure?)? {
    let mending = Mending(text: MarkupText(bytes: text.bytes), model: relaxed?.model)
    for place in pass.prefixes {
      if let mend = mending.prefix(before: place) { return (mend, nil) }
    }
    return pass.failure.map { (mending.mend($0), $0) }
  }

  /// Where the tag stands, in the source, in which something is mended.
  private func tag(of mend: Mend) -> Int {
    let markup = MarkupText(bytes: text.bytes)
    return text.origin(of: markup.last("<", before: mend.range.lowerBound + 1) ?? mend.range.lowerBound)
  }

  private mutating func canGoOn() -> Bool {
    mends += 1
    bytes += text.bytes.count
    return mends < XMLReader.mostMends && bytes < max(XMLReader.mostBytes, source.count * 3)
  }

  /// Places inside a fault are those of the source too.
  private func located(_ fault: SyntaxFault) -> SyntaxFault {
    switch fault {
    case .endTagMissing(let element, let place, let next):
      .endTagMissing(element: element, meantAt: text.origin(of: place), next: next)
    case .endTagMistyped(let element, let place, let found):
      .endTagMistyped(element: element, openedAt: text.origin(of: place), found: found)
    case .endTagSlash(let element, let place): .endTagSlash(element: element, openedAt: text.origin(of: place))
    case .cutOff(let element, let place): .cutOff(element: element, openedAt: text.origin(of: place))
    default: fault
    }
  }

  /// What a document breaks off in is incomplete: the child of the root that is open there.
  private mutating func markCut(_ failure: ParserFailure?) {
    guard let open = failure?.open else { return }
    brokenFrom = text.origin(of: open.count > 1 ? open[1].place : text.bytes.count)
  }

  private mutating func breakOff(_ failure: ParserFailure?) {
    let open = failure?.open ?? []
    brokenFrom = text.origin(of: open.count > 1 ? open[1].place : failure?.position ?? 0)
    cutAt = open.last?.place ?? 0
  }

  // MARK: What the schema does not allow

  /// A root of another name or namespace keeps the schema from looking at anything: it is put right first.
  private mutating func mendRoot(_ pass: ParserPass, _ model: ContentModel, _ schema: XMLSchema) -> ParserPass {
    guard let root = pass.document.root else { return pass }
    guard root.namespace != model.namespace || model.roots[root.name] == nil else { return pass }
    let mend = RootMending(root: root, model: model, text: MarkupText(bytes: text.bytes)).mend()
    problems.append(XMLProblem(kind: .schema(mend.fault), range: text.origin(of: mend.range)))
    // A document that breaks off may have been mended all the same.
    guard !mend.edits.isEmpty, brokenFrom == nil || cutAt < .max, canGoOn() else {
      brokenFrom = brokenFrom ?? text.origin(of: root.place)
      return pass
    }
    text.apply(mend.edits)
    return XMLReader.parse(text.bytes, schema: schema)
  }

  /// Where elements stand that cannot, or are missing, all is compared with the vocabulary; values are libxml2's to
  /// check, in a copy that has its elements in place.
  private mutating func check(_ pass: ParserPass, _ relaxed: XMLSchema.Relaxed) -> XMLReading {
    guard let root = pass.document.root, root.namespace == relaxed.model.namespace,
      let type = relaxed.model.roots[root.name]
    else { return finish(pass.document) }
    var pass = pass
    let known = problems.count
    let isStructured = pass.complaints.allSatisfy(\.isOfValue)
    if !isStructured {
      var check = ContentCheck(model: relaxed.model, text: MarkupText(bytes: text.bytes), cutAt: cutAt)
      check.check(root, type: type)
      isCurtailed = isCurtailed || check.isCurtailed
      problems += check.faults.map { XMLProblem(kind: .schema($0.fault), range: text.origin(of: $0.range)) }
      // There is enough to mend: values need not be looked at before that is done.
      if check.isCurtailed { return finish(pass.document) }
      // An element that is missing needs no change: the relaxed schema does not ask for it.
      text.apply(outermost(check.edits))
      mends += 1
      pass = XMLReader.parse(text.bytes, schema: relaxed.schema)
    }
    let faults = SchemaFaults(model: relaxed.model, document: pass.document, text: MarkupText(bytes: text.bytes))
    var seen: Set<ValuePlace> = []
    for complaint in pass.complaints {
      if problems.count >= ContentCheck.mostFaults {
        isCurtailed = true
        break
      }
      let (fault, range) = faults.fault(complaint)
      // What stands where has been said in the vocabulary's terms.
      if !isStructured && !complaint.isOfValue || faults.isMistyped(complaint, among: pass.complaints) { continue }
      if case .value = fault, !seen.insert(ValuePlace(node: complaint.node, attribute: complaint.attribute)).inserted {
        continue
      }
      problems.append(
        XMLProblem(
          kind: .schema(fault), range: text.origin(of: range), code: complaint.code, message: complaint.message))
    }
    if problems.count == known, known == 0 { problems.append(unexplained(pass.document)) }
    return finish(pass.document)
  }

  /// One value may fail several facets of its type: they are one mistake.
  private struct ValuePlace: Hashable {
    var node: UInt32
    var attribute: String?
  }

  /// libxml2 has refused the document, so it stays refused, whatever the reason.
  private func unexplained(_ document: XMLDocument) -> XMLProblem {
    let root = document.root
    let place = root?.place ?? 0
    return XMLProblem(kind: .schema(.unexplained(element: root?.name ?? "")), range: text.origin(of: place..<place + 1))
  }

  /// Changes without those that lie inside what another one takes away.
  private func outermost(_ edits: [Edit]) -> [Edit] {
    var kept: [Edit] = []
    for edit in edits.sorted(by: { ($0.range.lowerBound, -$0.range.count) < ($1.range.lowerBound, -$1.range.count) }) {
      if let last = kept.last, edit.range.lowerBound < last.range.upperBound { continue }
      kept.append(edit)
    }
    return kept
  }
}
