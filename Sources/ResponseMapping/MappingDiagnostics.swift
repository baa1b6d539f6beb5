/// Everything that is wrong with a mapping file.
public struct MappingDiagnostics: Error, Hashable, Sendable {
  /// In the order of the file; no more than a thousand.
  public let diagnostics: [Diagnostic]
  /// How many more there are.
  public let omitted: Int
  let source: [UInt8]

  init(diagnostics: [Diagnostic], omitted: Int, source: [UInt8]) {
    self.diagnostics = diagnostics
    self.omitted = omitted
    self.source = source
  }

  init(_ diagnostic: Diagnostic, source: [UInt8]) {
    self.init(diagnostics: [diagnostic], omitted: 0, source: source)
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
