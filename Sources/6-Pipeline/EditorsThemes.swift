import Model

extension Issue {
  /// The theme that the editors decided for an entry, with the reason; the last decision counts.
  func theme(of id: String, country: CountryCode) -> (ThemeCode, reason: String)? {
    for decision in decisions.reversed() where decision.country == country {
      if case .setTheme(id, let theme) = decision.action { return (theme, decision.reason) }
    }
    return nil
  }
}
