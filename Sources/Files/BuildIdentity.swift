import Glibc

/// The identity that the linker gave this executable, in hexadecimal digits: another build of other sources has another.
///
/// - Returns: The digits; nothing where the system does not tell.
public func buildIdentity() -> String {
  let descriptor = open("/proc/self/exe", O_RDONLY | O_CLOEXEC)
  guard descriptor >= 0 else { return "" }
  defer { close(descriptor) }
  let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 14) { buffer, filled in
    filled = max(read(descriptor, buffer.baseAddress, buffer.count), 0)
  }
  // A note of the GNU linker: the lengths of name and contents, type 3, the name (the ELF specification, "Note Section").
  let opening: [UInt8] = [4, 0, 0, 0, 20, 0, 0, 0, 3, 0, 0, 0] + Array("GNU\0".utf8)
  guard let note = bytes.indices.first(where: { bytes[$0...].starts(with: opening) }) else { return "" }
  let contents = bytes[(note + opening.count)...].prefix(20)
  return contents.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
}
