internal import Diagnostics

extension Console {
  /// The mapping files that arguments mean: a folder stands for those in it, anything else for itself, even
  /// if a `.gitignore` excludes it. A folder without any is said on standard error.
  ///
  /// - Parameter status: becomes `unreadable` where a folder cannot be read, which is said, too.
  func mappingFiles(at paths: [String], _ status: inout CommandStatus) -> [String] {
    var files: [String] = []
    for path in paths {
      guard path != "-", File.isFolder(path) else {
        files.append(path)
        continue
      }
      do throws(FileProblem) {
        let found = try MappingFolder(path).mappingFiles()
        if found.isEmpty {
          writeError("respmap: note: no .respmap files in `\(path.asFileName)`\n")
        }
        files += found
      } catch {
        report(error)
        status = status.graver(.unreadable)
      }
    }
    return files
  }
}
