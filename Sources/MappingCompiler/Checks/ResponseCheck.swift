import Diagnostics
import MappingPlan
import MappingSyntax

extension Checker {
  /// Exactly one `response` directive, before the first mapping. A file whose directive could not
  /// be read has been told so and is not told again that it lacks one.
  mutating func checkResponse(of file: MappingFileSyntax) -> BodyFormat? {
    var first: ResponseDirectiveSyntax?
    var firstMapping: SourceRange?
    var seemsIntended = false
    for statement in file.statements {
      switch statement {
      case .response(let directive):
        if let first {
          report(.repeatedDirective(first: first.range), at: directive.range)
          continue
        }
        first = directive
        if let firstMapping {
          report(.misplacedDirective(firstMapping: firstMapping), at: directive.keyword.range)
        }
      case .mapping(let mapping): firstMapping = firstMapping ?? mapping.range
      case .unreadable(let statement):
        seemsIntended = seemsIntended || statement.intended == .response
      }
    }
    if firstMapping == nil, let first, first.format != nil, !file.hasUnreadable {
      report(.noMappings, at: first.range)
    }
    if first == nil, !seemsIntended, let statement = file.statements.first {
      report(
        .missingResponse(readAsKey: statement.directiveReadAsKey),
        at: SourceRange(at: statement.range.lowerBound))
    }
    guard let first else { return nil }
    return format(first)
  }

  private mutating func format(_ directive: ResponseDirectiveSyntax) -> BodyFormat? {
    switch directive.format {
    case .json: return .json
    case .xml:
      report(.unavailableFormat, at: directive.formatToken.range)
      return nil
    case nil: return nil
    }
  }
}

extension StatementSyntax {
  /// The path of a mapping that would be a `response` directive if it had no arrow.
  fileprivate var directiveReadAsKey: SourceRange? {
    guard case .mapping(let mapping) = self, mapping.path.steps.count == 1,
      case .key(_, let token, let name?)? = mapping.path.steps.first,
      BodyFormatWord.allCases.contains(where: {
        name == "response \($0.rawValue)" || name.hasPrefix("response \($0.rawValue) ")
      })
    else { return nil }
    return token.range
  }
}

extension MappingFileSyntax {
  fileprivate var hasUnreadable: Bool {
    statements.contains {
      if case .unreadable = $0 { true } else { false }
    }
  }
}
