import Glibc

extension File {
  /// Writes a file as a whole: whoever reads it meets the old contents or the new, and when writing fails
  /// the old are left. A file that exists keeps its permissions, a link stays a link.
  ///
  /// What is no regular file, such as a terminal or a pipe, is written to as it is.
  static func replace(_ path: String, with contents: [UInt8]) throws(FileProblem) {
    var status = stat()
    let exists = unsafe stat(path, &status) == 0
    guard exists || errno == ENOENT else { throw FileProblem("write", path, errno: errno) }
    if exists, status.st_mode & S_IFMT != S_IFREG {
      return try overwrite(path, with: contents)
    }
    if exists, unsafe access(path, W_OK) != 0 {
      throw FileProblem("write", path, errno: errno)
    }
    let mode = exists ? status.st_mode & 0o7777 : 0o666 & ~creationMask
    try replaceRegular(exists ? resolved(path) : path, named: path, with: contents, mode)
  }

  private static func overwrite(_ path: String, with contents: [UInt8]) throws(FileProblem) {
    let descriptor = unsafe open(path, O_WRONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem("write", path, errno: errno) }
    defer { close(descriptor) }
    try write(contents, toDescriptor: descriptor, name: path)
  }

  /// Writes a new file beside the old one and puts it in its place.
  private static func replaceRegular(
    _ path: String, named name: String, with contents: [UInt8], _ mode: mode_t
  ) throws(FileProblem) {
    var template = Array("\(path).XXXXXX".utf8CString)
    let descriptor = unsafe mkstemp(&template)
    guard descriptor >= 0 else { throw FileProblem("write", name, errno: errno) }
    defer { close(descriptor) }
    do throws(FileProblem) {
      try write(contents, toDescriptor: descriptor, name: name)
      guard fchmod(descriptor, mode) == 0, fsync(descriptor) == 0,
        unsafe rename(template, path) == 0
      else { throw FileProblem("write", name, errno: errno) }
    } catch {
      unsafe unlink(template)
      throw error
    }
  }

  /// The bits that a new file is not given. They can be asked for by setting them only.
  private static var creationMask: mode_t {
    let mask = umask(0o077)
    umask(mask)
    return mask
  }

  /// The file that a link leads to in the end; the path itself where that is not known.
  static func resolved(_ path: String) -> String {
    guard let real = unsafe realpath(path, nil) else { return path }
    defer { unsafe free(real) }
    return unsafe String(cString: real)
  }
}
