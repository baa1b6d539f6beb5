import Diagnostics
import MappingPlan
import MappingSyntax

extension Checker {
  /// Exactly one `response` directive. A file whose directive could not be read has been told so and is
  /// not told again that it lacks one.
  mutating func checkResponse(of file: MappingFileSyntax) -> BodyFormat? {
    let directives = file.responseDirectives
    guard let first = directives.first else {
      reportMissingResponse(in: file)
      return nil
    }
    for directive in directives.dropFirst() {
      report(.repeatedDirective(.response, first: first.range), at: directive.range)
    }
    if file.firstMapping == nil, first.format != nil, !file.hasUnreadable {
      report(.noMappings, at: first.range)
    }
    return first.format.map(BodyFormat.init)
  }

  private mutating func reportMissingResponse(in file: MappingFileSyntax) {
    guard let statement = file.statements.first, !file.seemsToIntendResponse else { return }
    report(
      .missingResponse(readAsKey: statement.directiveReadAsKey),
      at: SourceRange(at: statement.range.lowerBound))
  }
}

extension BodyFormat {
  fileprivate init(_ word: BodyFormatWord) {
    switch word {
    case .json: self = .json
    case .xml: self = .xml
    }
  }
}

extension StatementSyntax {
  /// The path of a mapping that would be a `response` directive if it had no arrow.
  fileprivate var directiveReadAsKey: SourceRange? {
    guard case .mapping(let mapping) = self, case .path(let path) = mapping.source.first,
      path.steps.count == 1, case .key(_, let token, let name?)? = path.steps.first,
      BodyFormatWord.allCases.contains(where: {
        name == "response \($0.rawValue)" || name.hasPrefix("response \($0.rawValue) ")
      })
    else { return nil }
    return token.range
  }
}

extension MappingFileSyntax {
  fileprivate var responseDirectives: [ResponseDirectiveSyntax] {
    statements.compactMap {
      if case .directive(.response(let directive)) = $0 { directive } else { nil }
    }
  }

  fileprivate var hasUnreadable: Bool {
    statements.contains { if case .unreadable = $0 { true } else { false } }
  }

  /// Whether a statement that could not be read was probably meant as `response`.
  fileprivate var seemsToIntendResponse: Bool {
    statements.contains {
      if case .unreadable(let statement) = $0 { statement.intended == .response } else { false }
    }
  }
}
