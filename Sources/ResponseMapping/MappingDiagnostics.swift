/// Everything that is wrong with a mapping file.
public struct MappingDiagnostics: Error, Hashable, Sendable {
  /// At least one of them is an error; in the order of the file.
  public let diagnostics: [Diagnostic]
  private let source: [UInt8]

  init(diagnostics: [Diagnostic], source: [UInt8]) {
    self.diagnostics = diagnostics
    self.source = source
  }

  /// The diagnostics for people, with the lines they speak of.
  public func text(fileName: String) -> String {
    let renderer = DiagnosticRenderer(fileName: fileName, text: source)
    return diagnostics.map(renderer.text).joined(separator: "\n")
  }
}

extension MappingDiagnostics: CustomStringConvertible {
  public var description: String { text(fileName: "mapping") }
}
