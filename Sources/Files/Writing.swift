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
/// The folder is exchanged for one that has them, in one step, so that nobody ever finds some of them beside some of
/// an earlier run. Where that cannot be done, and for a single file, all are first written beside their places; only
/// when that went well do they take their places, the last one last. When anything fails before, the folder is left as
/// it was.
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
  let isSeveral = files.count + stale.count > 1
  let isDone = isSeveral ? try exchangeFiles(files, inFolder: folder, removing: stale) : false
  if !isDone { try replaceOneByOne(files, inFolder: folder, removing: stale) }
  // It is held until all is in its place.
  _ = consume lock
}

/// The name of a file while it is written beside its place.
func draftName(of file: String) -> String { ".\(file).new" }

private func replaceOneByOne(_ files: [OutputFile], inFolder folder: String, removing stale: [String])
  throws(FileError)
{
  var written: [String] = []
  func discard() { for path in written { unlink(path) } }
  for file in files {
    let draft = "\(folder)/\(draftName(of: file.name))"
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

/// Writes a file whose folder nobody reads yet, with the folders above it.
///
/// - Throws: `FileError` when it could not be written.
public func writeUnseen(_ bytes: [UInt8], to path: String) throws(FileError) {
  if let slash = path.lastIndex(of: "/") { try makeFolder(String(path[..<slash])) }
  do {
    try write(bytes, to: path)
  } catch {
    throw FileError(path, "could not be written", code: error.code)
  }
}

struct WriteFailure: Error {
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

/// Writes a file, in the place of one that is there.
func write(_ bytes: [UInt8], to path: String, whenThere flag: Int32 = O_TRUNC) throws(WriteFailure) {
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
