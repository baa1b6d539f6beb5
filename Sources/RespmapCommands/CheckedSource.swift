internal import ResponseMapping

/// A file as `check` met it, and as it leaves it.
struct CheckedSource {
  let fileName: String
  /// As it was read.
  let original: [UInt8]
  /// As it is with the fixes that were asked for.
  private(set) var source: [UInt8]
  /// How many diagnostics are mended in ``source``.
  private(set) var fixed = 0
  /// What is to be said about ``source``.
  private(set) var diagnostics: [Diagnostic] = []
  /// How many more there are.
  private(set) var omitted = 0

  var isChanged: Bool { source != original }

  /// - Parameter selection: which fixes are applied; nil for none.
  init(
    _ original: [UInt8], fileName: String, fixing selection: FixIt.Selection?, _ console: Console
  ) {
    self.fileName = fileName
    self.original = original
    source = original
    guard let selection else {
      take(
        Result { () throws(MappingDiagnostics) in try console.compile(original, from: fileName) })
      return
    }
    let fixed = console.fix(original, selection, from: fileName)
    source = fixed.source
    self.fixed = fixed.applied
    take(fixed.compiled)
  }

  private mutating func take(_ compiled: Result<Mapping, MappingDiagnostics>) {
    switch compiled {
    case .success(let mapping): diagnostics = mapping.warnings
    case .failure(let problem):
      diagnostics = problem.diagnostics
      omitted = problem.omitted
    }
  }

  func findings(isColored: Bool) -> [Finding] {
    let renderer = DiagnosticRenderer(fileName: fileName, text: source, isColored: isColored)
    return diagnostics.map { Finding(diagnostic: $0, fileName: fileName, renderer: renderer) }
  }
}
