import CExchange
import Glibc

/// Puts files into a folder in one step: a second folder is made beside it, with the new files and with second names for
/// all others, and takes its place.
///
/// - Parameters:
///   - files: The files.
///   - folder: A folder that is there, and locked by this run.
///   - stale: Names of files that the folder is not to have any more.
/// - Returns: `false` when this cannot be done here, as where folders stand in the folder, or where the disk does not
///   exchange folders; all is then as it was.
/// - Throws: `FileError` when a file cannot be written; all is then as it was.
func exchangeFiles(_ files: [OutputFile], inFolder folder: String, removing stale: [String]) throws(FileError) -> Bool {
  guard let mode = modeOfFolder(folder), let others = filesToKeep(in: folder, beside: files, stale) else {
    return false
  }
  let new = besidePath(of: folder)
  // A run that was broken off may have left something.
  guard (try? removeFolder(new)) != nil, mkdir(new, mode) == 0 else { return false }
  // The system takes from a folder that is made what nobody is to have of new ones.
  guard modeOfFolder(new) == mode || chmod(new, mode) == 0 else {
    try? removeFolder(new)
    return false
  }
  do throws(FileError) {
    // Who locks the folder by its path from now on waits for this run, before the exchange and after it.
    let lock = try FolderLock(new)
    for file in files {
      do {
        try write(file.bytes, to: "\(new)/\(file.name)")
      } catch {
        throw FileError("\(folder)/\(file.name)", "could not be written", code: error.code)
      }
    }
    let isComplete = others.allSatisfy { giveSecondName("\(new)/\($0)", toFile: "\(folder)/\($0)") }
    let isDone = isComplete && exchange_paths(new, folder) == 0
    // What has this name now is the one of the two that nobody needs; should it stay, the next run takes it away.
    try? removeFolder(new)
    _ = consume lock
    return isDone
  } catch {
    try? removeFolder(new)
    throw error
  }
}

/// Where the second folder of a folder stands.
private func besidePath(of folder: String) -> String {
  var path = Substring(folder)
  while path.hasSuffix("/"), path.count > 1 { path.removeLast() }
  guard let slash = path.lastIndex(of: "/") else { return ".\(path).new" }
  return "\(path[...slash]).\(path[path.index(after: slash)...]).new"
}

/// The rights of a folder; `nil` for a link to one, which would be exchanged itself, and for the working folder.
private func modeOfFolder(_ folder: String) -> mode_t? {
  var status = stat()
  guard lstat(folder, &status) == 0, status.st_mode & S_IFMT == S_IFDIR else { return nil }
  guard let last = folder.split(separator: "/").last, last != ".", last != ".." else { return nil }
  return status.st_mode & 0o7777
}

/// The names of the files in a folder that stay as they are, those that begin with a dot among them; `nil` when
/// something there is no file.
private func filesToKeep(in folder: String, beside files: [OutputFile], _ stale: [String]) -> [String]? {
  let written = files.map(\.name) + stale
  let replaced = Set(written + written.map(draftName))
  guard let names = try? allNames(inFolder: folder) else { return nil }
  let others = names.filter { !replaced.contains($0) }
  return others.allSatisfy { kind(ofPath: "\(folder)/\($0)") == .file } ? others : nil
}
