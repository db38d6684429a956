import Model

/// The rules as a page that stands alone: what each says, why it exists, how to mend what breaks it, an example.
///
/// Each rule has its id as the anchor `rule-ID`.
public func rulesPage(_ rules: [Rule]) -> [UInt8] {
  var writer = HTMLWriter(register: EntryRegister(), capacity: 1 << 17)
  let title = rules.count == 1 ? "The rule \(rules[0].id)" : "The rules for submissions and issues"
  writer.openDocument(title: title, style: Embedded.pageCSS + Embedded.findingsCSS)
  writer.markup("<header class=\"masthead\">\n")
  writer.element("<p class=\"network\">", Words.network, "</p>\n")
  writer.element("<h1>", rules.count == 1 ? rules[0].id : "Rules", "</h1>\n")
  writer.markup("<p class=\"lead\">What the files for the bulletin are checked by, and why.</p>\n</header>\n")
  if rules.count > 1 { writer.contents(of: rules) }
  writer.markup("<main id=\"page-main\">\n")
  for severity in Severity.allCases {
    let group = rules.filter { $0.severity == severity }
    if !group.isEmpty { writer.group(of: group, severity) }
  }
  writer.markup("</main>\n")
  writer.closeDocument()
  return writer.out.bytes
}

extension HTMLWriter {
  /// Writes the list of rules, each a link to its place.
  fileprivate mutating func contents(of rules: [Rule]) {
    markup("<nav aria-labelledby=\"page-contents\">\n")
    heading(2, "All \(rules.count) rules", id: "page-contents")
    markup("<ul class=\"index\">\n")
    for rule in rules.sorted(by: { $0.id < $1.id }) {
      markup("<li>")
      openLink(toAnchor: "rule-\(rule.id)")
      element("<code>", rule.id, "</code></a></li>\n")
    }
    markup("</ul>\n</nav>\n")
  }

  fileprivate mutating func group(of rules: [Rule], _ severity: Severity) {
    openPart(RuleLabel.group(severity))
    for rule in rules {
      markup("<article class=\"finding \(severity.rawValue)\"")
      id("rule-\(rule.id)")
      element(">\n<h3>", rule.plainMessage, "</h3>\n")
      element("<p class=\"place\"><code>", rule.id, "</code></p>\n<dl class=\"advice\">\n")
      advice(RuleLabel.help, rule.plainHelp)
      advice(RuleLabel.why, rule.plainWhy)
      markup("</dl>\n")
      if rule.hasExample { pieces(of: rule) }
      markup("</article>\n")
    }
    closePart()
  }
}
