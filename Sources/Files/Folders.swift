import CExchange
import Glibc

/// Makes a folder, with those above it; one that is there stays as it is.
///
/// - Parameters:
///   - path: Its path.
///   - mode: The rights of the folders that are made.
/// - Throws: `FileError` when it cannot be made, or something else stands in its place.
public func makeFolder(_ path: String, mode: UInt32 = 0o755) throws(FileError) {
  if kind(ofPath: path) == .folder { return }
  if let slash = path.lastIndex(of: "/"), slash > path.startIndex {
    try makeFolder(String(path[..<slash]), mode: mode)
  }
  guard mkdir(path, mode) == 0 || errno == EEXIST else {
    throw FileError(path, "could not be made", code: errno)
  }
  guard kind(ofPath: path) == .folder else { throw FileError(path, "is in the way: a folder is needed there") }
}

/// Takes a folder away with all that is in it; one that is not there is no mistake. Links are not followed.
///
/// - Throws: `FileError` with what could not be removed.
public func removeFolder(_ path: String) throws(FileError) {
  guard let folder = opendir(path) else {
    if errno == ENOENT { return }
    throw FileError(path, "could not be opened", code: errno)
  }
  var names: [String] = []
  while let entry = readdir(folder) {
    let name = withUnsafePointer(to: &entry.pointee.d_name) { pointer in
      pointer.withMemoryRebound(to: CChar.self, capacity: 256) { String(cString: $0) }
    }
    if name != "." && name != ".." { names.append(name) }
  }
  closedir(folder)
  for name in names where unlink("\(path)/\(name)") != 0 {
    // A folder cannot be unlinked: POSIX says EPERM, Linux EISDIR.
    guard errno == EISDIR || errno == EPERM else {
      throw FileError("\(path)/\(name)", "could not be removed", code: errno)
    }
    try removeFolder("\(path)/\(name)")
  }
  guard rmdir(path) == 0 else { throw FileError(path, "could not be removed", code: errno) }
}

/// Takes a file away; one that is not there is no mistake.
///
/// - Throws: `FileError` when it could not be removed.
public func removeFile(_ path: String) throws(FileError) {
  guard unlink(path) == 0 || errno == ENOENT else { throw FileError(path, "could not be removed", code: errno) }
}

/// Gives a file another name, in the place of what had it before.
///
/// - Throws: `FileError` when that could not be done.
public func move(_ path: String, to new: String) throws(FileError) {
  guard rename(path, new) == 0 else { throw FileError(new, "could not be put in its place", code: errno) }
}

/// Gives a file a second name, so that no bytes are copied.
///
/// - Returns: Whether that went well; it does not between two disks, nor on those that know no second names.
public func giveSecondName(_ name: String, toFile path: String) -> Bool { link(path, name) == 0 }

/// Puts a folder in the place of another, in one step: a reader sees either the one or the other, at any moment.
///
/// - Parameters:
///   - new: The folder; afterwards the former one is found there, if there was one.
///   - place: Where it is to stand.
/// - Throws: `FileError` when it could not be put there; both are then as they were.
public func exchangeFolder(_ new: String, withThatAt place: String) throws(FileError) {
  if exchange_paths(new, place) == 0 { return }
  let code = errno
  if code == ENOENT, kind(ofPath: place) == .nothing {
    if rename(new, place) == 0 { return }
    throw FileError(place, "could not be put in its place", code: errno)
  }
  guard code == EINVAL || code == ENOSYS else { throw FileError(place, "could not be put in its place", code: code) }
  // Some disks of networks cannot exchange folders. There is nothing at the place between these two steps.
  let former = new + ".former"
  try removeFolder(former)
  guard rename(place, former) == 0 else { throw FileError(place, "could not be moved aside", code: errno) }
  guard rename(new, place) == 0 else {
    let code = errno
    rename(former, place)
    throw FileError(place, "could not be put in its place", code: code)
  }
  rename(former, new)
}
