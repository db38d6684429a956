import Glibc

/// Writes a file so that it outlasts a crash of the system: under another name first, then onto the disk, then in its
/// place, and the change of names onto the disk as well.
///
/// - Parameters:
///   - file: The file.
///   - folder: Its folder, which is made when it is not there.
/// - Throws: `FileError` when it could not be written; a file that stood there before is then left as it was.
public func replaceDurably(_ file: OutputFile, inFolder folder: String) throws(FileError) {
  try makeFolder(folder)
  let place = "\(folder)/\(file.name)"
  // Two at once must not write into the same file: the last one to finish is the one that stays.
  var template = Array("\(folder)/.\(file.name).XXXXXX".utf8CString)
  let descriptor = mkstemp(&template)
  guard descriptor >= 0 else { throw FileError(place, "could not be written", code: errno) }
  let draft = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  do {
    try fill(descriptor, with: file.bytes)
  } catch {
    unlink(draft)
    throw FileError(place, "could not be written", code: error.code)
  }
  guard rename(draft, place) == 0 else {
    let code = errno
    unlink(draft)
    throw FileError(place, "could not be put in its place", code: code)
  }
  let opened = open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
  guard opened >= 0 else { return }
  fsync(opened)
  close(opened)
}

/// Writes all bytes, sees them onto the disk and closes the file.
private func fill(_ descriptor: Int32, with bytes: [UInt8]) throws(WriteFailure) {
  var done = 0
  var code: Int32 = 0
  while done < bytes.count, code == 0 {
    let count = bytes.withUnsafeBytes { write(descriptor, $0.baseAddress?.advanced(by: done), bytes.count - done) }
    if count >= 0 { done += count } else if errno != EINTR { code = errno }
  }
  if code == 0, fchmod(descriptor, 0o644) != 0 || fsync(descriptor) != 0 { code = errno }
  if close(descriptor) != 0, code == 0 { code = errno }
  if code != 0 { throw WriteFailure(code: code, isOpen: true) }
}
