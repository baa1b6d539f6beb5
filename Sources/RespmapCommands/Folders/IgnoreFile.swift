/// The `.gitignore` of one folder.
struct IgnoreFile {
  /// The names that lead to the folder from the root of the file system.
  private let folder: [String]
  private let patterns: [IgnorePattern]

  /// nil where the folder has none that can be read.
  init?(in folder: [String]) {
    guard
      let contents = try? File.contents(of: "/" + (folder + [".gitignore"]).joined(separator: "/"))
    else { return nil }
    self.folder = folder
    patterns = String(decoding: contents, as: UTF8.self)
      .split(whereSeparator: \.isNewline).compactMap { IgnorePattern(line: String($0)) }
  }

  /// Whether git passes a file or folder over; nil where no line speaks of it. The last one that does
  /// counts.
  func ignores(_ path: [String], isFolder: Bool) -> Bool? {
    let names = Array(path.dropFirst(folder.count))
    return patterns.last { $0.matches(names, isFolder: isFolder) }.map { !$0.isException }
  }
}
