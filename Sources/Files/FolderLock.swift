import Glibc

/// Keeps other runs from writing into a folder at the same time. The system takes it away when the program ends.
public struct FolderLock: ~Copyable, Sendable {
  private let descriptor: Int32
  /// Between two attempts, in seconds.
  private static let pause = 0.01

  /// A lock on a folder.
  ///
  /// - Parameters:
  ///   - folder: The folder.
  ///   - isShared: Whether other runs that share it may go on at the same time.
  ///   - patience: For how many seconds to wait until another run has ended.
  /// - Throws: `FileError` when another run has it, or the folder cannot be locked.
  public init(_ folder: String, isShared: Bool = false, patience: Double = 0) throws(FileError) {
    var waits = Int(patience / Self.pause)
    while true {
      let descriptor = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
      guard descriptor >= 0 else { throw FileError(folder, "could not be opened", code: errno) }
      // Reading goes on where a disk knows no locks.
      let isLocked =
        flock(descriptor, (isShared ? LOCK_SH : LOCK_EX) | LOCK_NB) == 0 || isShared && errno != EWOULDBLOCK
      guard isLocked else {
        let code = errno
        close(descriptor)
        if code == EINTR { continue }
        guard code == EWOULDBLOCK else { throw FileError(folder, "could not be locked", code: code) }
        guard waits > 0 else {
          throw FileError(folder, "is being written by another run; wait until that has ended")
        }
        waits -= 1
        usleep(UInt32(Self.pause * 1_000_000))
        continue
      }
      // Another run may have put a new folder in the place of the one that was opened.
      if isSame(descriptor, folder) {
        self.descriptor = descriptor
        return
      }
      close(descriptor)
    }
  }

  deinit { close(descriptor) }
}

/// Whether a folder that was opened is still the one that is found at its path.
private func isSame(_ descriptor: Int32, _ path: String) -> Bool {
  var (opened, found) = (stat(), stat())
  return fstat(descriptor, &opened) == 0 && stat(path, &found) == 0 && opened.st_dev == found.st_dev
    && opened.st_ino == found.st_ino
}
