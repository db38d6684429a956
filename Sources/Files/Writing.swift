import Glibc

/// A file to be written.
public struct OutputFile: Sendable {
  /// The name in its folder.
  public var name: String
  /// What it holds.
  public var bytes: [UInt8]

  /// A file of a name with its bytes.
  public init(name: String, bytes: [UInt8]) {
    self.name = name
    self.bytes = bytes
  }
}

/// Writes files into a folder, whole or not at all.
///
/// All are first written beside their places; only when that went well do they take their
/// places, the last one last. When anything fails before, the folder is left as it was.
///
/// - Parameters:
///   - files: The files to be written.
///   - folder: The folder, which is made when it is not there.
///   - stale: Names of files of an earlier run that must not stay beside the new ones.
/// - Throws: `FileError` with what could not be written.
public func replaceFiles(_ files: [OutputFile], inFolder folder: String, removing stale: [String] = [])
  throws(FileError)
{
  try makeFolder(folder)
  let lock = try FolderLock(folder)
  defer { lock.release() }
  var written: [String] = []
  func discard() { for path in written { unlink(path) } }
  for file in files {
    let draft = "\(folder)/.\(file.name).new"
    written.append(draft)
    do {
      try write(file.bytes, to: draft)
    } catch {
      discard()
      throw FileError("\(folder)/\(file.name)", "could not be written", code: error.code)
    }
  }
  for name in stale where unlink("\(folder)/\(name)") != 0 && errno != ENOENT {
    let code = errno
    discard()
    throw FileError("\(folder)/\(name)", "could not be removed", code: code)
  }
  for (file, draft) in zip(files, written) {
    guard rename(draft, "\(folder)/\(file.name)") == 0 else {
      let code = errno
      discard()
      throw FileError("\(folder)/\(file.name)", "could not be put in its place", code: code)
    }
  }
}

/// Writes files below a folder that are not there yet or hold something else, each whole or not at all.
///
/// - Parameter files: The files; a name may have folders in it, which are made.
/// - Returns: The names of those that were written.
/// - Throws: `FileError` with what could not be written.
public func writeChanged(_ files: [OutputFile], below folder: String) throws(FileError) -> [String] {
  var written: [String] = []
  for file in files {
    let path = "\(folder)/\(file.name)"
    if kind(ofPath: path) == .file, (try? readFile(path)) == file.bytes { continue }
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    try replaceFiles(
      [OutputFile(name: String(path[path.index(after: slash)...]), bytes: file.bytes)], inFolder: String(path[..<slash])
    )
    written.append(file.name)
  }
  return written
}

private struct WriteFailure: Error {
  let code: Int32
  /// Whether the file was there to be written when it failed.
  let isOpen: Bool
}

/// Writes a file that is not there yet.
///
/// - Throws: `FileError` when there is something at the path already, or it cannot be written; then nothing is left.
public func writeNewFile(_ bytes: [UInt8], to path: String) throws(FileError) {
  do {
    try write(bytes, to: path, whenThere: O_EXCL)
  } catch {
    if error.code == EEXIST { throw FileError(path, "is there already and was left as it is") }
    if error.isOpen { unlink(path) }
    throw FileError(path, "could not be written", code: error.code)
  }
}

private func write(_ bytes: [UInt8], to path: String, whenThere flag: Int32 = O_TRUNC) throws(WriteFailure) {
  let descriptor = open(path, O_WRONLY | O_CREAT | flag | O_CLOEXEC, 0o644)
  guard descriptor >= 0 else { throw WriteFailure(code: errno, isOpen: false) }
  var done = 0
  while done < bytes.count {
    let count = bytes.withUnsafeBytes {
      Glibc.write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done)
    }
    if count < 0 {
      let code = errno
      if code == EINTR { continue }
      close(descriptor)
      throw WriteFailure(code: code, isOpen: true)
    }
    done += count
  }
  // Some file systems report a full disk only here.
  guard close(descriptor) == 0 else { throw WriteFailure(code: errno, isOpen: true) }
}

private func makeFolder(_ path: String) throws(FileError) {
  if kind(ofPath: path) == .folder { return }
  if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
    try makeFolder(String(path[..<slash]))
  }
  guard mkdir(path, 0o755) == 0 || errno == EEXIST else {
    throw FileError(path, "could not be made", code: errno)
  }
  guard kind(ofPath: path) == .folder else { throw FileError(path, "is in the way: a folder is needed there") }
}

/// Keeps two runs from writing into one folder at the same time.
private struct FolderLock {
  private let descriptor: Int32

  init(_ folder: String) throws(FileError) {
    descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileError(folder, "could not be opened", code: errno) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
      close(descriptor)
      throw FileError(folder, "is being written by another run; wait until that has ended")
    }
  }

  func release() { close(descriptor) }
}
