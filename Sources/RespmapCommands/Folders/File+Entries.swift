import Glibc

extension File {
  /// What a folder holds.
  struct Entry {
    /// A link is neither, whatever it leads to.
    enum Kind { case file, folder, other }

    let name: String
    let kind: Kind
  }

  /// Whether the path leads to a folder.
  static func isFolder(_ path: String) -> Bool {
    var facts = stat()
    return unsafe stat(path, &facts) == 0 && facts.st_mode & S_IFMT == S_IFDIR
  }

  /// The entries of a folder, in no order, without itself and the folder above.
  static func entries(of path: String) throws(FileProblem) -> [Entry] {
    guard let folder = unsafe opendir(path) else { throw FileProblem("read", path, errno: errno) }
    defer { unsafe closedir(folder) }
    var entries: [Entry] = []
    while let entry = unsafe readdir(folder) {
      let name = unsafe withUnsafeBytes(of: &entry.pointee.d_name) { bytes in
        unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
      }
      guard name != ".", name != ".." else { continue }
      entries.append(Entry(name: name, kind: kind(of: "\(path)/\(name)")))
    }
    return entries
  }

  private static func kind(of path: String) -> Entry.Kind {
    var facts = stat()
    guard unsafe lstat(path, &facts) == 0 else { return .other }
    switch facts.st_mode & S_IFMT {
    case S_IFREG: return .file
    case S_IFDIR: return .folder
    default: return .other
    }
  }
}
