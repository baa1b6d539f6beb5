internal import Diagnostics
internal import MappingCompiler
internal import MappingSyntax

extension Mapping {
  /// Brings a mapping file into its canonical layout.
  ///
  /// ```swift
  /// let source = Array("response json\na->X #first\nbcd   ->  Y".utf8)
  /// String(decoding: try Mapping.formatting(source), as: UTF8.self)
  /// // response json
  /// // a   -> X  #first
  /// // bcd -> Y
  /// ```
  ///
  /// White space between words changes and nothing else: the text compiles into the same plan, has the
  /// same comments in the same order, and stays as it is when it is formatted again. Names that are not
  /// known, types that do not fit and the like do not matter, since the layout does not depend on them.
  ///
  /// - Parameter source: the bytes of a mapping file, which should be UTF-8.
  /// - Throws: What is wrong with the syntax, in the order of the text: where a statement cannot be read
  ///   it is not known how it is meant to be laid out.
  /// - Complexity: O(*n*) in the length of the source.
  public static func formatting(_ source: [UInt8]) throws(MappingDiagnostics) -> [UInt8] {
    let text: SourceText
    do {
      text = try SourceText(source)
    } catch {
      throw MappingDiagnostics(error.diagnostic, source: source)
    }
    let (file, problems) = Parser.parse(text)
    let errors = problems.map(\.diagnostic).filter { $0.severity == .error }
    guard errors.isEmpty else {
      let shown = Array(errors.prefix(Compilation.mostDiagnostics))
      throw MappingDiagnostics(
        diagnostics: shown, omitted: errors.count - shown.count, source: source)
    }
    return Layout.formatted(file, in: text)
  }
}
