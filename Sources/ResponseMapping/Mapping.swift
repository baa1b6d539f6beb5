@_exported public import Diagnostics
internal import JSONText
internal import MappingCompiler
internal import MappingPlan
@_exported public import MappingRuntime

/// A compiled mapping file: turns responses of a webhook into updates of lead fields.
///
/// ```swift
/// let mapping = try Mapping(
///   compiling: """
///     response json
///     company.name -> Company
///     """)
/// let response = Response(status: 200, body: #"{"company": {"name": "Example"}}"#)
/// if case .mapped(let updates) = mapping.evaluate(response) {
///   print(updates.values)  // ["Company": .string("Example")]
/// }
/// ```
///
/// A mapping is immutable: any number of threads may evaluate with one at the same time.
public struct Mapping: Sendable {
  /// What the compiler warns about, no more than a thousand; a mapping that exists has no errors.
  public let warnings: [Diagnostic]
  /// How large bodies may be.
  public let limits: Limits
  let program: Program
  /// The path of each mapping in Marketo's notation.
  let paths: [String]
  private let compiledPlan: Plan

  /// Compiles the text of a mapping file.
  ///
  /// - Throws: Everything that is wrong with the text, in its order; warnings included.
  /// - Complexity: O(*n*) in the length of the text.
  public init(
    compiling source: String, limits: Limits = Limits()
  ) throws(MappingDiagnostics) {
    try self.init(compiling: Array(source.utf8), limits: limits)
  }

  /// Compiles the bytes of a mapping file, which should be UTF-8.
  ///
  /// - Throws: Everything that is wrong with the bytes, in their order; warnings included.
  /// - Complexity: O(*n*) in the length of the source.
  public init(
    compiling source: [UInt8], limits: Limits = Limits()
  ) throws(MappingDiagnostics) {
    let compilation = Compiler.compile(source)
    guard let plan = compilation.plan else {
      throw MappingDiagnostics(
        diagnostics: compilation.diagnostics, omitted: compilation.omitted, source: source)
    }
    warnings = compilation.diagnostics
    self.limits = limits
    compiledPlan = plan
    program = Program(lowering: plan)
    paths = plan.bindings.map { plan.trie.path(to: $0.state).marketoNotation }
  }

  /// The plan as canonical JSON: what is read from where, and written to which field.
  public var plan: String { compiledPlan.json.text }
}
