import Desk
import Fuzzing
import Pipeline
import Properties

private let desk = sound {
  try Desk(workshop: try Workshop(inputs: nil), registry: Registry(data: ""), largestFile: 1 << 20)
}

/// Takes the first line of the bytes as the content type of a request and the others as its form, and answers as the
/// desk does.
@main
struct FuzzForm {
  static func main() { fuzz { test(bytes($0, $1)) } }
}

private func test(_ input: [UInt8]) -> Int32 {
  let request = input
  let line = request.prefix { $0 != 0x0A }
  let body = Array(request.dropFirst(line.count + 1))
  guard let form = Form(body, contentType: String(decoding: line, as: UTF8.self)) else { return 0 }
  expect(form.largestField <= body.count, "a field is larger than its form")
  do {
    let file = try desk.download(of: form)
    expect(!file.name.isEmpty && !file.name.contains("/"), "a file is offered as \(file.name)")
    let page = try desk.result(of: form)
    for link in sound({ try Page(page) }).links where !link.hasPrefix("#") && !link.hasPrefix("/") {
      expect(link.hasPrefix("https://") || link.hasPrefix("http://"), "a page of the desk leads to \(link)")
    }
  } catch {
    return 0
  }
  return 0
}
