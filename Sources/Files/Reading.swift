import Glibc

/// The most bytes that a file of an editor's own may have, such as a template, a table or a record: 16 MiB.
public let largestOwnFile = 16 << 20

/// What stands at a path.
public enum PathKind: Sendable {
  case file, folder, nothing
  /// A device, a pipe or a socket.
  case other
}

/// What stands at a path; links are followed.
public func kind(ofPath path: String) -> PathKind {
  var status = stat()
  guard stat(path, &status) == 0 else { return .nothing }
  switch status.st_mode & S_IFMT {
  case S_IFREG: return .file
  case S_IFDIR: return .folder
  default: return .other
  }
}

/// How many bytes a file has; `nil` when there is no file at the path.
public func size(ofFile path: String) -> Int? {
  var status = stat()
  guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return nil }
  return Int(status.st_size)
}

/// The path of a folder or a file from the root on, without links in it; `nil` where there is none.
public func wholePath(_ path: String) -> String? {
  guard let whole = realpath(path, nil) else { return nil }
  defer { free(whole) }
  return String(cString: whole)
}

/// The bytes of a file.
///
/// - Parameters:
///   - path: Its path.
///   - most: The most bytes that it may have.
/// - Throws: `FileError` when it is missing, unreadable, no regular file, or larger than that.
public func readFile(_ path: String, atMost most: Int = largestOwnFile) throws(FileError) -> [UInt8] {
  // Without blocking: a pipe that nobody writes to must not hold the job up before it is seen to be one.
  let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
  guard descriptor >= 0 else { throw FileError(path, "could not be opened", code: errno) }
  defer { close(descriptor) }
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw FileError(path, "could not be examined", code: errno) }
  guard status.st_mode & S_IFMT == S_IFREG else {
    throw FileError(path, "is not a file but a folder, a device or a pipe")
  }
  guard status.st_size <= most else {
    throw FileError(path, "has more than \(inWords(most)), the most that it may have")
  }
  return try read(descriptor, path, expecting: Int(status.st_size), atMost: most)
}

/// Everything that standard input gives.
///
/// - Parameter most: The most bytes that it may give.
/// - Throws: `FileError` when it cannot be read or gives more than that.
public func readStandardInput(atMost most: Int) throws(FileError) -> [UInt8] {
  try read(STDIN_FILENO, "standard input", expecting: 1 << 16, atMost: most)
}

private func read(_ descriptor: Int32, _ path: String, expecting size: Int, atMost most: Int) throws(FileError)
  -> [UInt8]
{
  var bytes: [UInt8] = []
  // One byte more than expected, so that the end of the file shows in the first read.
  var room = size + 1
  while true {
    var count = 0
    let chunk = [UInt8](unsafeUninitializedCapacity: room) { buffer, filled in
      count = Glibc.read(descriptor, buffer.baseAddress, buffer.count)
      filled = max(count, 0)
    }
    if count < 0 {
      if errno == EINTR { continue }
      throw FileError(path, "could not be read", code: errno)
    }
    if count == 0 { return bytes }
    if bytes.isEmpty { bytes = chunk } else { bytes += chunk }
    if bytes.count > most {
      throw FileError(path, "gives more than \(inWords(most)), the most that it may have")
    }
    room = max(size + 1 - bytes.count, 4096)
  }
}

/// A number of bytes in words.
private func inWords(_ bytes: Int) -> String {
  bytes & (1 << 20 - 1) == 0 ? "\(bytes >> 20) MiB" : "\(bytes >> 10) KiB"
}

/// The names in a folder, sorted by their bytes; names that begin with a dot are left out.
///
/// - Throws: `FileError` when the folder is missing or unreadable.
public func names(inFolder path: String) throws(FileError) -> [String] {
  try allNames(inFolder: path).filter { !$0.hasPrefix(".") }
}

/// All names in a folder, sorted by their bytes, but those by which it names itself and the one above.
///
/// - Throws: `FileError` when the folder is missing or unreadable.
func allNames(inFolder path: String) throws(FileError) -> [String] {
  guard let folder = opendir(path) else { throw FileError(path, "could not be opened", code: errno) }
  defer { closedir(folder) }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  return names.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
}

/// The system's words for an error number, in English whatever the locale.
func reason(of code: Int32) -> String {
  switch code {
  case ENOENT: "there is no such file or folder"
  case EACCES, EPERM: "permission is denied"
  case ENOSPC, EDQUOT: "the disk is full"
  case EROFS: "the disk can only be read"
  case ENOTDIR: "a part of its path is not a folder"
  case EISDIR: "it is a folder"
  case EMFILE, ENFILE: "too many files are open"
  case ELOOP: "its links lead in a circle"
  case ENAMETOOLONG: "its name is too long"
  case EFBIG: "it is larger than files may become here"
  case ENXIO, ENODEV: "there is no device behind it"
  case ENOLCK, EOPNOTSUPP: "the disk knows no such thing"
  default: "the system reports error \(code)"
  }
}
