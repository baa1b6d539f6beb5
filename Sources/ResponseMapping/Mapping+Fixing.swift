internal import Diagnostics

/// A mapping file with fixes applied, and what came of compiling it then.
public struct FixedMapping: Sendable {
  /// The text after the changes: the one that was given where there is nothing to mend.
  public let source: [UInt8]
  /// How many diagnostics were mended.
  public let applied: Int
  /// What the text compiles into now; its diagnostics are what is left, and count in ``source``.
  public let compiled: Result<Mapping, MappingDiagnostics>

  /// What is left to be said, in the order of the text.
  public var diagnostics: [Diagnostic] {
    switch compiled {
    case .success(let mapping): mapping.warnings
    case .failure(let problem): problem.diagnostics
    }
  }
}

extension Mapping {
  /// Mends a mapping file by the fixes of its diagnostics, again and again until nothing is left to
  /// mend: a fix can bring another mistake to light.
  ///
  /// A text without a fix that the selection takes comes back byte by byte as it was.
  ///
  /// - Parameters:
  ///   - source: the bytes of a mapping file.
  ///   - selection: which fixes are applied; of each diagnostic the likeliest one.
  ///   - catalogue: the lead fields to check targets against, beside those that the file names.
  ///   - limits: how large bodies may be.
  ///   - resolver: reads the catalogues that the file names; it is asked again in each round.
  /// - Complexity: O(*n*) in the length of the source for each of at most ten rounds.
  public static func fixing(
    _ source: [UInt8], _ selection: FixIt.Selection = .safe,
    fields catalogue: LeadFieldCatalogue? = nil, limits: Limits = Limits(),
    resolver: CatalogueResolver? = nil
  ) -> FixedMapping {
    var source = source
    var applied = 0
    var rounds = 0
    while true {
      let fixed = compiled(source, catalogue, limits, resolver)
      let next = FixedText(source, fixing: fixed.diagnostics, selection)
      guard next.text != source, rounds < mostRounds else {
        return FixedMapping(source: source, applied: applied, compiled: fixed.compiled)
      }
      source = next.text
      applied += next.applied
      rounds += 1
    }
  }

  /// Fixes that would undo each other come to an end, too.
  private static let mostRounds = 10

  private static func compiled(
    _ source: [UInt8], _ catalogue: LeadFieldCatalogue?, _ limits: Limits,
    _ resolver: CatalogueResolver?
  ) -> FixedMapping {
    let compiled: Result<Mapping, MappingDiagnostics>
    do {
      compiled = .success(
        try Mapping(compiling: source, fields: catalogue, limits: limits, resolver: resolver))
    } catch {
      compiled = .failure(error)
    }
    return FixedMapping(source: source, applied: 0, compiled: compiled)
  }
}

extension MappingDiagnostics {
  /// The text with the fixes applied once; ``Mapping/fixing(_:_:fields:limits:resolver:)`` goes on until
  /// nothing is left to mend.
  public func fixed(_ selection: FixIt.Selection = .safe) -> FixedText {
    FixedText(source, fixing: diagnostics, selection)
  }
}
