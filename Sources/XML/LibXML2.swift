import CLibXML2

/// libxml2 as a whole: its set-up and its version.
public enum LibXML2 {
  private static let initialised: Void = {
    xmlInitParser()
    // What it has to say comes as errors that are looked at; by itself it would print some of it.
    bulletin_silence()
  }()
  private static let knowsTypes: Void = xmlSchemaInitTypes()

  /// Makes the library's own types of schemas, once: two threads that compile their first schemas at the same time would
  /// else each find half of them.
  static func prepareSchemas() {
    prepare()
    _ = knowsTypes
  }

  /// Sets the library up, once in a process, before any thread uses it.
  static func prepare() { initialised }

  /// The version that is linked, such as `2.9.14`.
  public static var version: String {
    let number = Int(bulletin_libxml2_version())
    return "\(number / 10000).\(number / 100 % 100).\(number % 100)"
  }

  /// What a submission may make the parser do, which is nothing but read it: no network, no external DTD, no
  /// substitution of entities, no XInclude. The limits of libxml2 on depth and size stay on (there is no
  /// `XML_PARSE_HUGE`). The encoding is not sniffed again, since documents are decoded before.
  static let options = Int32(XML_PARSE_NONET.rawValue | XML_PARSE_IGNORE_ENC.rawValue)
}
