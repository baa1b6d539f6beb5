@_exported public import Diagnostics
internal import JSONText
@_exported public import LeadFields
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
  /// Where the mappings stand in the source, in its order; nothing for a plan, which has no source.
  public let mappingRanges: [SourceRange]
  let program: Program

  /// Gives the catalogue that a mapping file asks for with `fields "PATH"`; the path is as it is written
  /// there.
  public typealias CatalogueResolver = (String) throws(CatalogueProblem) -> LeadFieldCatalogue?

  /// Compiles the text of a mapping file.
  ///
  /// - Parameters:
  ///   - source: the mapping file.
  ///   - catalogue: the lead fields to check targets against, beside those that the file names.
  ///   - limits: how large bodies may be.
  ///   - resolver: reads the catalogues that the file names; nil from it means that there is none.
  /// - Throws: Everything that is wrong with the text, in its order; warnings included.
  /// - Complexity: O(*n*) in the length of the text.
  public init(
    compiling source: String, fields catalogue: LeadFieldCatalogue? = nil,
    limits: Limits = Limits(), resolver: CatalogueResolver? = nil
  ) throws(MappingDiagnostics) {
    try self.init(
      compiling: Array(source.utf8), fields: catalogue, limits: limits, resolver: resolver)
  }

  /// Compiles the bytes of a mapping file, which should be UTF-8.
  ///
  /// - Parameters:
  ///   - source: the mapping file.
  ///   - catalogue: the lead fields to check targets against, beside those that the file names.
  ///   - limits: how large bodies may be.
  ///   - resolver: reads the catalogues that the file names; nil from it means that there is none.
  /// - Throws: Everything that is wrong with the bytes, in their order; warnings included.
  /// - Complexity: O(*n*) in the length of the source.
  public init(
    compiling source: [UInt8], fields catalogue: LeadFieldCatalogue? = nil,
    limits: Limits = Limits(), resolver: CatalogueResolver? = nil
  ) throws(MappingDiagnostics) {
    let context = CompilerContext(
      catalogue: catalogue, resolver: resolver, misfit: LiteralFit.misfit)
    let compilation = Compiler.compile(source, in: context)
    guard let plan = compilation.plan else {
      throw MappingDiagnostics(
        diagnostics: compilation.diagnostics, omitted: compilation.omitted, source: source)
    }
    try self.init(
      plan, from: source, warnings: compilation.diagnostics, ranges: compilation.mappingRanges,
      limits: limits)
  }

  /// Loads a plan: the canonical JSON that ``plan`` gives.
  ///
  /// A plan is verified before it is used; it may be hostile.
  ///
  /// - Throws: What is wrong with the first part of the plan that is.
  /// - Complexity: O(*n* log *n*) in the length of the plan.
  public init(plan text: [UInt8], limits: Limits = Limits()) throws(MappingDiagnostics) {
    let plan: Plan
    do {
      plan = try Plan(reading: text)
    } catch {
      throw MappingDiagnostics(error.diagnostic, source: text)
    }
    try self.init(plan, from: text, warnings: [], ranges: [], limits: limits)
  }

  private init(
    _ plan: Plan, from source: [UInt8], warnings: [Diagnostic], ranges: [SourceRange],
    limits: Limits
  ) throws(MappingDiagnostics) {
    do {
      program = try Program(lowering: plan)
    } catch {
      throw MappingDiagnostics(error.diagnostic, source: source)
    }
    self.warnings = warnings
    self.limits = limits
    mappingRanges = ranges
  }

  /// Whether a text is meant as a plan and not as a mapping file.
  public static func isPlan(_ text: [UInt8]) -> Bool { Plan.isIntended(by: text) }

  /// The plan as canonical JSON: what is read from where, and written to which field.
  public var plan: String { program.plan.json.text }

  /// The hash of what the mapping does: it does not depend on comments and layout.
  public var planHash: String { program.plan.hash }
}
