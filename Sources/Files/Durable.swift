import Glibc

/// Makes a folder, with those above it, so that it is still there when the machine stops right after.
///
/// - Parameters:
///   - path: Its path.
///   - mode: The rights of the folders that are made.
/// - Throws: `FileError` when it cannot be made, or something else stands in its place.
public func makeLastingFolder(_ path: String, mode: UInt32 = 0o755) throws(FileError) {
  if kind(ofPath: path) == .folder { return }
  let above = folderAbove(path)
  if above != path { try makeLastingFolder(above, mode: mode) }
  try makeFolder(path, mode: mode)
  try settle(above)
}

/// Writes a file that nobody looks for yet, under a name that may have been left by a run that was ended by force.
///
/// - Throws: `FileError` when it cannot be written for good.
public func writeLasting(_ bytes: [UInt8], to path: String, mode: UInt32 = 0o644) throws(FileError) {
  let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, mode)
  guard descriptor >= 0 else { throw FileError(path, "could not be written", code: errno) }
  defer { close(descriptor) }
  try writeAll(bytes, to: descriptor, path)
  guard fsync(descriptor) == 0 else { throw FileError(path, "could not be written", code: errno) }
  try settle(folderAbove(path))
}

/// Puts a file into the place of another, or where none is, so that it is found there whole even when the machine stops
/// right after; a reader finds the one or the other at any moment.
///
/// - Parameters:
///   - bytes: What is to stand in the file.
///   - path: Its path, in a folder that is there.
///   - isContended: Whether others may do the same at the same time, who must not write into one file: the last one to
///     finish is the one that stays.
///   - mode: The rights of the file.
/// - Throws: `FileError` when it cannot be written; the place is then as it was.
public func replaceLasting(
  _ bytes: [UInt8], at path: String, isContended: Bool = false, mode: UInt32 = 0o644
) throws(FileError) {
  let folder = folderAbove(path)
  let name = path.lastIndex(of: "/").map { path[path.index(after: $0)...] } ?? path[...]
  let mark = isContended ? ".\(UInt64.random(in: .min ... .max))" : ""
  let draft = "\(folder)/.\(name)\(mark).new"
  do throws(FileError) {
    try writeLasting(bytes, to: draft, mode: mode)
    try move(draft, to: path)
  } catch {
    unlink(draft)
    throw error
  }
  try settle(folder)
}

/// Gives a file that was written for good its lasting name, in the place of which nothing may stand.
///
/// - Throws: `FileError` when something stands there, or that could not be done.
public func nameLasting(_ draft: String, _ path: String) throws(FileError) {
  // A second name for the same file: unlike another name for it, that replaces nothing.
  guard link(draft, path) == 0 else {
    if errno == EEXIST { throw FileError(path, "is there already and was left as it is") }
    throw FileError(path, "could not be put in its place", code: errno)
  }
  try settle(folderAbove(path))
}

/// A file to whose end lines are added, by one program at a time.
public struct LineFile: ~Copyable {
  private let descriptor: Int32
  private let path: String

  /// Opens a file, which is made for its owner's eyes alone when it is not there, and waits until no other program
  /// adds to it.
  ///
  /// - Throws: `FileError` when it cannot be opened.
  public init(_ path: String) throws(FileError) {
    self.path = path
    let isNew = kind(ofPath: path) == .nothing
    descriptor = open(path, O_RDWR | O_CREAT | O_APPEND | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { throw FileError(path, "could not be opened", code: errno) }
    while flock(descriptor, LOCK_EX) != 0 {
      guard errno == EINTR else { throw FileError(path, "could not be locked", code: errno) }
    }
    if isNew { try settle(folderAbove(path)) }
  }

  deinit { close(descriptor) }

  /// The last bytes of the file, so many at most.
  ///
  /// - Throws: `FileError` when they cannot be read.
  public func end(_ most: Int) throws(FileError) -> [UInt8] {
    let size = lseek(descriptor, 0, SEEK_END)
    guard size >= 0 else { throw FileError(path, "could not be read", code: errno) }
    let wanted = min(Int(size), most)
    var count = 0
    let bytes = [UInt8](unsafeUninitializedCapacity: wanted) { buffer, filled in
      count = pread(descriptor, buffer.baseAddress, wanted, size - wanted)
      filled = max(count, 0)
    }
    guard count == wanted else { throw FileError(path, "could not be read", code: errno) }
    return bytes
  }

  /// Adds bytes, which are on the disk when this returns.
  ///
  /// - Throws: `FileError` when they cannot be written; some of them may then be.
  public func add(_ bytes: [UInt8]) throws(FileError) {
    try writeAll(bytes, to: descriptor, path)
    guard fsync(descriptor) == 0 else { throw FileError(path, "could not be written", code: errno) }
  }
}

private func writeAll(_ bytes: [UInt8], to descriptor: Int32, _ path: String) throws(FileError) {
  var done = 0
  while done < bytes.count {
    let count = bytes.withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
    }
    if count < 0, errno == EINTR { continue }
    guard count > 0 else { throw FileError(path, "could not be written", code: errno) }
    done += count
  }
}

/// Makes the names in a folder last.
private func settle(_ folder: String) throws(FileError) {
  let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard descriptor >= 0 else { throw FileError(folder, "could not be opened", code: errno) }
  defer { close(descriptor) }
  guard fsync(descriptor) == 0 else { throw FileError(folder, "could not be written", code: errno) }
}

private func folderAbove(_ path: String) -> String {
  guard let slash = path.lastIndex(of: "/") else { return "." }
  return slash == path.startIndex ? "/" : String(path[..<slash])
}
