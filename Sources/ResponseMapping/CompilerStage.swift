internal import Diagnostics
internal import MappingCompiler
internal import MappingRuntime
internal import MappingSyntax

/// A stage on the way from a mapping file to a plan, whose result can be printed.
public enum CompilerStage: String, CaseIterable, Sendable {
  /// One token a line, with its place.
  case tokens
  /// The tree of the text.
  case syntax
  /// Names resolved, paths parsed, and what is known of each value.
  case checked
  /// The plan as canonical JSON.
  case plan
  /// The plan as a graph in the language of Graphviz.
  case dot

  /// Whether the stage exists for a plan as well, which comes after the text.
  public var isOfPlan: Bool { self == .plan || self == .dot }
}

extension Mapping {
  /// The result of a stage of compiling, as text that ends in a line break. Of `tokens` and `syntax` there
  /// is one for a file with errors, too.
  ///
  /// - Throws: Everything that is wrong with the text; for `tokens` and `syntax` only that it is not UTF-8.
  public static func dump(
    _ stage: CompilerStage, of source: [UInt8], fields catalogue: LeadFieldCatalogue? = nil,
    resolver: CatalogueResolver? = nil
  ) throws(MappingDiagnostics) -> String {
    switch stage {
    case .tokens: return try tokens(of: source)
    case .syntax: return try syntax(of: source)
    case .checked: return try checked(source, catalogue, resolver)
    case .plan:
      return try Mapping(compiling: source, fields: catalogue, resolver: resolver).plan + "\n"
    case .dot:
      return try Mapping(compiling: source, fields: catalogue, resolver: resolver).planGraph
    }
  }

  /// The plan as a graph in the language of Graphviz, as text that ends in a line break.
  public var planGraph: String { PlanGraph(program.plan).text }

  private static func tokens(of source: [UInt8]) throws(MappingDiagnostics) -> String {
    let text = try sourceText(source)
    return TokenDump(text).text(of: Parser.parse(text).0)
  }

  private static func syntax(of source: [UInt8]) throws(MappingDiagnostics) -> String {
    let text = try sourceText(source)
    return SyntaxDump.text(of: Parser.parse(text).0, in: text)
  }

  private static func checked(
    _ source: [UInt8], _ catalogue: LeadFieldCatalogue?, _ resolver: CatalogueResolver?
  ) throws(MappingDiagnostics) -> String {
    _ = try Mapping(compiling: source, fields: catalogue, resolver: resolver)
    let context = CompilerContext(
      catalogue: catalogue, resolver: resolver, misfit: LiteralFit.misfit)
    return Compiler.checkedDump(of: try sourceText(source), in: context)
  }

  private static func sourceText(_ source: [UInt8]) throws(MappingDiagnostics) -> SourceText {
    do {
      return try SourceText(source)
    } catch {
      throw MappingDiagnostics(error.diagnostic, source: source)
    }
  }
}
