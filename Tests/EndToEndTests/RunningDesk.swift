import Foundation
import Glibc

/// The built desk, open on a free port with a folder of its own, until it is let go of.
final class RunningDesk {
  let port: UInt16
  let scratch: Scratch
  let process = Process()

  /// Opens a desk.
  ///
  /// - Parameter arguments: Options beside those for port and folder.
  init(_ arguments: [String] = []) throws {
    scratch = try Scratch()
    process.executableURL = Executable.url.deletingLastPathComponent().appending(path: "bulletin-desk")
    process.arguments = ["--port", "0", "--data", scratch.url.appending(path: "data").path] + arguments
    let output = Pipe()
    process.standardOutput = output
    try process.run()
    // It says where it is once it can be asked.
    var line = Data()
    while !line.contains(0x0A) {
      let more = output.fileHandleForReading.availableData
      if more.isEmpty { throw Failure() }
      line += more
    }
    let address = String(decoding: line, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
    guard let port = address.split(separator: ":").last.flatMap({ UInt16($0.dropLast()) }) else { throw Failure() }
    self.port = port
  }

  struct Failure: Error {}

  deinit {
    process.terminate()
    process.waitUntilExit()
  }

  struct Answer {
    var status: Int
    var head: String
    var body: String
  }

  /// Sends a request as it stands and reads the answer to the end of the connection.
  func send(_ request: Data) throws -> Answer {
    let descriptor = try connection()
    defer { close(descriptor) }
    var sent = 0
    while sent < request.count {
      let count = request.withUnsafeBytes {
        Glibc.send(descriptor, $0.baseAddress?.advanced(by: sent), $0.count - sent, Int32(MSG_NOSIGNAL))
      }
      // A server that has heard enough takes no more, but has answered.
      if count <= 0 { break }
      sent += count
    }
    return try read(descriptor)
  }

  func connection() throws -> Int32 {
    let descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
    var address = sockaddr_in()
    address.sin_family = sa_family_t(AF_INET)
    address.sin_port = port.bigEndian
    address.sin_addr.s_addr = inet_addr("127.0.0.1")
    let status = withUnsafePointer(to: &address) { pointer in
      pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
        connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
      }
    }
    guard status == 0 else { throw Failure() }
    var patience = timeval(tv_sec: 20, tv_usec: 0)
    setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
    return descriptor
  }

  private func read(_ descriptor: Int32) throws -> Answer {
    var bytes = Data()
    var buffer = [UInt8](repeating: 0, count: 1 << 16)
    while true {
      let count = recv(descriptor, &buffer, buffer.count, 0)
      if count <= 0 { break }
      bytes.append(contentsOf: buffer[..<count])
    }
    let text = String(decoding: bytes, as: UTF8.self)
    guard let end = text.range(of: "\r\n\r\n"), let status = Int(text.dropFirst(9).prefix(3)) else { throw Failure() }
    return Answer(status: status, head: text[..<end.lowerBound].lowercased(), body: String(text[end.upperBound...]))
  }

  func get(_ path: String, method: String = "GET") throws -> Answer {
    try send(Data("\(method) \(path) HTTP/1.1\r\nHost: 127.0.0.1:\(port)\r\nConnection: close\r\n\r\n".utf8))
  }

  /// Sends a form.
  func post(_ path: String, _ fields: [String: String], headers: [String] = []) throws -> Answer {
    let boundary = "cut"
    var body = ""
    for (name, value) in fields.sorted(by: { $0.key < $1.key }) {
      let file = name == "file" ? "; filename=\"NO.xml\"" : ""
      body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\(file)\r\n\r\n\(value)\r\n"
    }
    body += "--\(boundary)--\r\n"
    let lines =
      [
        "POST \(path) HTTP/1.1", "Host: 127.0.0.1:\(port)", "Connection: close",
        "Content-Type: multipart/form-data; boundary=\(boundary)", "Content-Length: \(body.utf8.count)",
      ] + headers
    return try send(Data((lines.joined(separator: "\r\n") + "\r\n\r\n" + body).utf8))
  }
}
