/// A folder that is searched for mapping files as git would see it: what a `.gitignore` excludes is
/// passed over, and links are not followed.
struct MappingFolder {
  /// A folder that is still to be searched.
  private struct Visit {
    /// As the user would write it.
    let path: String
    /// From the root of the file system.
    let names: [String]
    /// Those of the folders around it, the nearest last.
    let ignoreFiles: [IgnoreFile]
  }

  private let path: String

  init(_ path: String) { self.path = path }

  /// The paths of all `.respmap` files below the folder, in the order of their names.
  func mappingFiles() throws(FileProblem) -> [String] {
    let names = File.resolved(path).split(separator: "/").map(String.init)
    var pending = [Visit(path: path, names: names, ignoreFiles: ignoreFiles(around: names))]
    var files: [String] = []
    while let visit = pending.popLast() { try search(visit, &files, &pending) }
    return files.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
  }

  private func search(
    _ visit: Visit, _ files: inout [String], _ pending: inout [Visit]
  ) throws(FileProblem) {
    let ignoreFiles =
      visit.ignoreFiles + (IgnoreFile(in: visit.names).map { [$0] } ?? [])
    for entry in try File.entries(of: visit.path) where entry.name != ".git" {
      let isFolder = entry.kind == .folder
      let isMapping = entry.kind == .file && entry.name.hasSuffix(".respmap")
      guard isFolder || isMapping else { continue }
      let names = visit.names + [entry.name]
      let verdict = ignoreFiles.reversed().lazy
        .compactMap { $0.ignores(names, isFolder: isFolder) }.first
      if verdict == true { continue }
      let path = visit.path.hasSuffix("/") ? visit.path + entry.name : "\(visit.path)/\(entry.name)"
      if isMapping {
        files.append(path)
      } else {
        pending.append(Visit(path: path, names: names, ignoreFiles: ignoreFiles))
      }
    }
  }

  /// From the root of the repository down to the folder, which is left out; none outside a repository.
  private func ignoreFiles(around names: [String]) -> [IgnoreFile] {
    let folders = names.indices.map { Array(names[..<$0]) }
    let root = (folders + [names]).lastIndex { folder in
      File.exists("/" + (folder + [".git"]).joined(separator: "/"))
    }
    guard let root else { return [] }
    return folders[min(root, folders.count)...].compactMap { IgnoreFile(in: $0) }
  }
}
