import Files
import Glibc

/// Writes the file of an index, whole or not at all.
enum IndexFile {
  /// Puts bytes into the place of a file.
  ///
  /// They are first written beside it, under a name that only one run at a time may use: a run that finds another at
  /// work leaves the file to that one. What a run that was killed left there is written over.
  /// - Throws: `FileError` when they cannot be written; the file is then as it was.
  static func replace(_ path: String, _ bytes: UnsafeRawBufferPointer) throws(FileError) {
    let slash = path.lastIndex(of: "/") ?? path.startIndex
    let draft = "\(path[..<slash])/.\(path[path.index(after: slash)...]).new"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o644)
    guard descriptor >= 0 else { throw FileError(path, reason("could not be written", errno)) }
    // Closing gives the lock back.
    defer { close(descriptor) }
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0, isStill(draft, descriptor) else { return }
    guard ftruncate(descriptor, 0) == 0, write(bytes, descriptor), rename(draft, path) == 0 else {
      let code = errno
      unlink(draft)
      throw FileError(path, reason("could not be written", code))
    }
  }

  /// Whether a path still leads to an open file: another run may have put it into its place meanwhile.
  private static func isStill(_ path: String, _ descriptor: Int32) -> Bool {
    var there = stat()
    var opened = stat()
    return stat(path, &there) == 0 && fstat(descriptor, &opened) == 0 && there.st_ino == opened.st_ino
  }

  private static func write(_ bytes: UnsafeRawBufferPointer, _ descriptor: Int32) -> Bool {
    var done = 0
    while done < bytes.count {
      let count = Glibc.write(descriptor, bytes.baseAddress?.advanced(by: done), bytes.count - done)
      if count < 0 && errno != EINTR { return false }
      done += max(count, 0)
    }
    return true
  }

  private static func reason(_ attempt: String, _ code: Int32) -> String {
    switch code {
    case EACCES, EPERM: "\(attempt): permission is denied"
    case EROFS: "\(attempt): the disk can only be read"
    case ENOSPC, EDQUOT: "\(attempt): the disk is full"
    default: "\(attempt): the system reports error \(code)"
    }
  }
}
