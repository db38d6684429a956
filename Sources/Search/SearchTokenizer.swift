import GRDB
import Text

/// Takes texts and queries apart for SQLite's full-text index as the archive's site does it, so that both find the same.
///
/// A text that is made of several has `SearchTokenizer.gap` between them; no phrase reaches across it.
final class SearchTokenizer: FTS5CustomTokenizer {
  static let name = "bulletin"
  /// What stands between texts: the record separator, which XML does not let into any.
  static let gap: Unicode.Scalar = "\u{1E}"

  private var reader = SearchWords()

  init(db: Database, arguments: [String]) throws {}

  func tokenize(
    context: UnsafeMutableRawPointer?, tokenization: FTS5Tokenization, pText: UnsafePointer<CChar>?, nText: CInt,
    tokenCallback: @escaping FTS5TokenCallback
  ) -> CInt {
    guard let pText, nText > 0 else { return ResultCode.SQLITE_OK.rawValue }
    let text = pText.withMemoryRebound(to: UInt8.self, capacity: Int(nText)) {
      String(decoding: UnsafeBufferPointer(start: $0, count: Int(nText)), as: UTF8.self)
    }
    // What is no UTF-8 came from a damaged file; places in it would be wrong.
    guard text.utf8.count == Int(nText) else { return ResultCode.SQLITE_CORRUPT.rawValue }
    var result = ResultCode.SQLITE_OK.rawValue
    func hand(_ token: String, _ place: Range<Int>) {
      guard result == ResultCode.SQLITE_OK.rawValue else { return }
      var token = token
      result = token.withUTF8 { bytes in
        bytes.withMemoryRebound(to: CChar.self) {
          tokenCallback(context, 0, $0.baseAddress, CInt($0.count), CInt(place.lowerBound), CInt(place.upperBound))
        }
      }
    }
    var end = 0
    reader.eachPlace(in: text) { word, place in
      let between = UnsafeBufferPointer(
        rebasing: UnsafeBufferPointer(start: pText, count: Int(nText))[end..<place.lowerBound])
      if between.contains(CChar(Self.gap.value)) { hand(String(Self.gap), place.lowerBound..<place.lowerBound) }
      hand(tokenization.contains(.prefix) ? word.beginning : word.whole, place)
      end = place.upperBound
    }
    return result
  }
}
