import Crypto
import Files
import Glibc

/// The lines of a file of the archive, read piece by piece: decades of issues are more than an input file may be.
enum ArchiveLines {
  private static let piece = 1 << 20

  /// The digest of a file's bytes, in hexadecimal digits.
  ///
  /// - Throws: `FileError` when it cannot be read.
  static func digest(of path: String) throws -> String { try read(path) { _ in } }

  /// Hands over each line of a file that is not empty, without its end.
  ///
  /// - Returns: The digest of the bytes that were read.
  /// - Throws: `FileError` when it cannot be read, and what `take` throws.
  static func each(of path: String, _ take: (ArraySlice<UInt8>) throws -> Void) throws -> String {
    var rest: [UInt8] = []
    let digest = try read(path) { bytes in
      rest += bytes
      var start = 0
      while let end = rest[start...].firstIndex(of: 0x0A) {
        if end > start { try take(rest[start..<end]) }
        start = end + 1
      }
      rest.removeFirst(start)
    }
    if !rest.isEmpty { try take(rest[...]) }
    return digest
  }

  private static func read(_ path: String, _ take: (UnsafeRawBufferPointer) throws -> Void) throws -> String {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(path, "could not be opened (the system reports error \(errno))") }
    defer { close(descriptor) }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: piece, alignment: 16)
    defer { buffer.deallocate() }
    var digest = SHA256()
    while true {
      let count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      if count < 0 {
        if errno == EINTR { continue }
        throw FileError(path, "could not be read (the system reports error \(errno))")
      }
      if count == 0 { return hexadecimal(digest.finalize()) }
      let bytes = UnsafeRawBufferPointer(rebasing: buffer[..<count])
      digest.update(bufferPointer: bytes)
      try take(bytes)
    }
  }

  private static func hexadecimal(_ digest: SHA256.Digest) -> String {
    digest.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }
}
