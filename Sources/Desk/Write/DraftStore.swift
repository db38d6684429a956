import Files
import Model

/// The drafts that the desk keeps: for each country and period the text as it was saved last, under
/// `drafts/PERIOD/NO.xml` in the desk's folder.
public struct DraftStore: Sendable {
  private let folder: String

  /// The drafts of a desk.
  ///
  /// - Parameter data: The desk's folder, which need not be there yet.
  public init(data: String) { folder = "\(data)/drafts" }

  /// A draft; `nil` where there is none.
  ///
  /// - Throws: `DraftError` when it is there but cannot be read.
  public func draft(of country: CountryCode, for period: Period) throws(DraftError) -> [UInt8]? {
    guard let path = path(of: country, for: period) else { return nil }
    let whole = "\(path.folder)/\(path.name)"
    guard kind(ofPath: whole) != .nothing else { return nil }
    do { return try readFile(whole) } catch { throw DraftError("\(error)") }
  }

  /// Keeps a draft in the place of an earlier one. It is written whole under another name and then takes its place, so
  /// that nobody ever finds half of it, whatever happens meanwhile.
  ///
  /// - Parameters:
  ///   - bytes: The draft.
  ///   - country: Whose it is.
  ///   - period: For which period.
  /// - Throws: `DraftError` when it could not be kept; the earlier one is then still there.
  public func keep(_ bytes: [UInt8], of country: CountryCode, for period: Period) throws(DraftError) {
    guard let path = path(of: country, for: period) else {
      throw DraftError("“\(country.rawValue)” is not the code of a country.")
    }
    do {
      // Contact details stand in them.
      try makeLastingFolder(path.folder, mode: 0o700)
      // Two pages of one person may save at once.
      try replaceLasting(bytes, at: "\(path.folder)/\(path.name)", isContended: true, mode: 0o600)
    } catch {
      throw DraftError("\(error)")
    }
  }

  /// Where a draft stands; `nil` for what is no code, which must not become part of a path. A period's name is always
  /// one that the program itself has written.
  private func path(of country: CountryCode, for period: Period) -> (folder: String, name: String)? {
    let code = country.rawValue.utf8
    guard code.count == 2, code.allSatisfy({ (0x41...0x5A).contains($0) }) else { return nil }
    return ("\(folder)/\(period.name)", "\(country.rawValue).xml")
  }
}

/// A draft that could not be read or kept, in a sentence for people.
public struct DraftError: Error, CustomStringConvertible, Sendable {
  /// What could not be done.
  public let description: String

  init(_ description: String) { self.description = description }
}
