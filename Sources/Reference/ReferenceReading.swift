import Model
import Text
import XML

extension ReferenceFile {
  /// The document to take the data from: the executable's own, or an editor's newer file.
  ///
  /// An editor's file is checked against its schema. The executable's own are not: the tests have done so, and
  /// compiling the schemas would take longer than all the rest of starting up.
  func document(overriding newer: [UInt8]?) throws(ReferenceError) -> XMLDocument {
    guard let newer else { return try wellFormed(XMLReader.read(Array(text.utf8))) }
    do {
      return try wellFormed(XMLReader.read(newer, schema: XMLSchema(schema)))
    } catch let error as ReferenceError {
      throw error
    } catch {
      throw ReferenceError(self, "The schema for this file is broken: \(error)")
    }
  }

  private func wellFormed(_ reading: XMLReading) throws(ReferenceError) -> XMLDocument {
    guard let problem = reading.problems.first else { return reading.document }
    let line = SourceText(reading.source).position(at: problem.range.lowerBound).line
    throw ReferenceError(self, "Line \(line) is not as it should be: \(problem.kind)")
  }

  /// The root of a document of this sort.
  func root(of document: XMLDocument) throws(ReferenceError) -> XMLElement {
    guard let root = document.root else { throw ReferenceError(self, "The file is empty.") }
    guard root.name == rawValue, root.namespace == "urn:emn:bulletin:\(rawValue):1" else {
      throw ReferenceError(self, "The root is <\(root.name)> in namespace \"\(root.namespace)\", not <\(rawValue)>.")
    }
    return root
  }

  /// An attribute that has to be there.
  func attribute(_ name: String, of element: XMLElement) throws(ReferenceError) -> String {
    guard let value = element[name], !value.isEmpty else {
      throw ReferenceError(self, "<\(element.name)> lacks the attribute \(name).")
    }
    return value
  }

  /// A day in an attribute; `nil` when the attribute is absent.
  func day(_ name: String, of element: XMLElement) throws(ReferenceError) -> Day? {
    guard let value = element[name] else { return nil }
    guard let day = Day(value) else { throw wrong(value, name, of: element) }
    return day
  }

  /// A decimal number in an attribute that has to be there.
  func number(_ name: String, of element: XMLElement) throws(ReferenceError) -> Double {
    let value = try attribute(name, of: element)
    guard let number = Double(value), number.isFinite else { throw wrong(value, name, of: element) }
    return number
  }

  /// A whole number in an attribute; `nil` when the attribute is absent.
  func integer(_ name: String, of element: XMLElement) throws(ReferenceError) -> Int? {
    guard let value = element[name] else { return nil }
    guard let number = Int(value) else { throw wrong(value, name, of: element) }
    return number
  }

  /// A value of a closed list in an attribute that has to be there.
  func choice<Value: RawRepresentable<String>>(
    _ name: String, of element: XMLElement, _ type: Value.Type = Value.self
  ) throws(ReferenceError) -> Value {
    let value = try attribute(name, of: element)
    guard let choice = Value(rawValue: value) else { throw wrong(value, name, of: element) }
    return choice
  }

  func wrong(_ value: String, _ attribute: String, of element: XMLElement) -> ReferenceError {
    ReferenceError(self, "\(attribute)=\"\(value)\" of <\(element.name)> is not a possible value.")
  }
}

extension XMLElement {
  /// Whether what it says is confirmed, which it is unless the file says otherwise.
  var isVerified: Bool { self["verified"].map { $0 == "true" || $0 == "1" } ?? true }
}
