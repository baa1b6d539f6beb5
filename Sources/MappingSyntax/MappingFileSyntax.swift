package import Diagnostics

// The lossless tree of a mapping file:
//
//     MappingFileSyntax
//       └ StatementSyntax ┬ response    `response json`
//                         ├ mapping     `orders[0].id -> LastOrder : integer`
//                         │   ├ PathSyntax     keys and indices
//                         │   ├ Token          the arrow
//                         │   └ TargetSyntax   field name, type annotation
//                         └ unreadable  what could not be read, token by token
//
// Pieces that are missing are tokens with `isMissing`; pieces too many are tokens of the kind
// `unexpected`. A value decoded from a token stands beside it and is nil where it has none.

/// A node that knows its tokens, in the order of the file.
package protocol SyntaxNode: Sendable {
  var tokens: [Token] { get }
}

extension SyntaxNode {
  /// From the first to the last token, without the trivia before the first.
  package var range: SourceRange {
    let tokens = tokens
    guard let first = tokens.first, let last = tokens.last else { return SourceRange(at: 0) }
    return first.range.union(last.range)
  }
}

package struct MappingFileSyntax: SyntaxNode {
  package let statements: [StatementSyntax]
  package let endOfFile: Token

  package var tokens: [Token] { statements.flatMap(\.tokens) + [endOfFile] }
}

package enum StatementSyntax: SyntaxNode {
  case response(ResponseDirectiveSyntax)
  case mapping(MappingStatementSyntax)
  case unreadable(UnreadableStatementSyntax)

  package var tokens: [Token] {
    switch self {
    case .response(let directive): directive.tokens
    case .mapping(let mapping): mapping.tokens
    case .unreadable(let statement): statement.tokens
    }
  }
}

/// The words that begin a directive.
package enum DirectiveWord: String, CaseIterable, Hashable, Sendable {
  case response
}

/// The formats of a response body that a mapping file may name.
package enum BodyFormatWord: String, CaseIterable, Hashable, Sendable {
  case json, xml
}

package struct ResponseDirectiveSyntax: SyntaxNode {
  package let keyword: Token
  package let formatToken: Token
  package let format: BodyFormatWord?
  package let unexpected: [Token]

  package var tokens: [Token] { [keyword, formatToken] + unexpected }
}

package struct MappingStatementSyntax: SyntaxNode {
  package let path: PathSyntax
  package let arrow: Token
  package let target: TargetSyntax
  package let unexpected: [Token]

  package var tokens: [Token] { path.tokens + [arrow] + target.tokens + unexpected }
}

/// A path in Marketo notation.
package struct PathSyntax: SyntaxNode {
  package let steps: [PathStepSyntax]

  package var tokens: [Token] { steps.flatMap(\.tokens) }
}

package enum PathStepSyntax: SyntaxNode {
  case key(dot: Token?, token: Token, name: String?)
  case index(leftBracket: Token, token: Token, value: UInt32?, rightBracket: Token)
  case unexpected(Token)

  package var tokens: [Token] {
    switch self {
    case .key(let dot, let token, _): (dot.map { [$0] } ?? []) + [token]
    case .index(let leftBracket, let token, _, let rightBracket):
      [leftBracket, token, rightBracket]
    case .unexpected(let token): [token]
    }
  }
}

package struct TargetSyntax: SyntaxNode {
  package let nameToken: Token
  package let name: String?
  package let annotation: TypeAnnotationSyntax?

  package var tokens: [Token] { [nameToken] + (annotation?.tokens ?? []) }
}

package struct TypeAnnotationSyntax: SyntaxNode {
  package let colon: Token
  package let unexpected: [Token]
  package let typeToken: Token
  package let typeName: String?

  package var tokens: [Token] { [colon] + unexpected + [typeToken] }
}

/// A statement that is neither a mapping nor a directive; a problem says why.
package struct UnreadableStatementSyntax: SyntaxNode {
  package let tokens: [Token]
  /// The directive that its first word seems to mean.
  package let intended: DirectiveWord?
}
