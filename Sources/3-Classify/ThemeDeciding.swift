import Model

/// Decides the theme of a development: the editor's word counts first, then the contributor's, then the classifier's.
///
/// The classifier is asked in any case, so that an editor can see where it would have differed.
///
/// - Parameters:
///   - development: The development as submitted.
///   - editor: The theme that an editor set, with the reason.
///   - classifier: The classifier to ask.
public func decideTheme(
  of development: Development, editor: (ThemeCode, reason: String)?, by classifier: Classifier
) -> ThemeDecision {
  let body = development.body.map(\.words).joined(separator: "\n")
  let proposal = classifier.propose(headline: development.headline.words, body: body)
  if let (theme, reason) = editor {
    return ThemeDecision(
      theme: theme, decidedBy: .editor, declared: development.theme, reason: reason, proposal: proposal)
  }
  if let declared = development.theme {
    return ThemeDecision(theme: declared, decidedBy: .submission, declared: declared, proposal: proposal)
  }
  return ThemeDecision(theme: proposal.theme, decidedBy: .classifier, declared: nil, proposal: proposal)
}
