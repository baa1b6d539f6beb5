internal import ResponseMapping

extension Console {
  /// Compiles a mapping file that a command needs. If it has errors they go to standard error and
  /// nil comes back; warnings are for `check` to give.
  func mapping(from file: String) throws(FileProblem) -> Mapping? {
    let source = try contents(of: file)
    do {
      return try Mapping(compiling: source)
    } catch {
      writeError(error.text(fileName: file))
      return nil
    }
  }
}
