package import Diagnostics

// The lossless tree of a mapping file:
//
//     MappingFileSyntax
//       ├ StatementSyntax ┬ directive   `response json`, `accept when …`    DirectiveSyntax.swift
//       │                 ├ mapping     `a ?? $.b |> trim -> Email`
//       │                 │   ├ ExpressionSyntax    operand and stages      ExpressionSyntax.swift
//       │                 │   ├ Token               the arrow
//       │                 │   ├ TargetSyntax        field name, type annotation
//       │                 │   └ ModifierSyntax …    `required`, `on overlong truncate`
//       │                 └ unreadable  what could not be read, token by token
//       └ SuppressionSyntax …           `# respmap: ignore[RM207] cents are kept elsewhere`
//
// Pieces that are missing are tokens with `isMissing`; pieces too many are tokens of the kind
// `unexpected`. A value decoded from a token stands beside it and is nil where it has none.
//
// JSONPath and XPath stand in the tree as one token each: which of them a condition is written in
// depends on the format of the response, so they are parsed where that is known.

package struct MappingFileSyntax: SyntaxNode {
  package let statements: [StatementSyntax]
  package let endOfFile: Token
  /// The comments that ask for a warning not to be given.
  package let suppressions: [SuppressionSyntax]

  package var tokens: [Token] { statements.flatMap(\.tokens) + [endOfFile] }
}

package enum StatementSyntax: SyntaxNode {
  case directive(DirectiveSyntax)
  case mapping(MappingStatementSyntax)
  case unreadable(UnreadableStatementSyntax)

  package var tokens: [Token] {
    switch self {
    case .directive(let directive): directive.tokens
    case .mapping(let mapping): mapping.tokens
    case .unreadable(let statement): statement.tokens
    }
  }
}

package struct MappingStatementSyntax: SyntaxNode {
  package let source: ExpressionSyntax
  package let arrow: Token
  package let target: TargetSyntax
  package let modifiers: [ModifierSyntax]
  package let unexpected: [Token]

  package var tokens: [Token] {
    source.tokens + [arrow] + target.tokens + modifiers.flatMap(\.tokens) + unexpected
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

/// What may follow the field of a mapping.
package enum ModifierSyntax: SyntaxNode {
  /// `required`
  case required(Token)
  /// `on overlong truncate`
  case policy(on: Token, PolicySyntax)
  /// `when blank`
  case whenBlank(when: Token, blank: Token)

  package var tokens: [Token] {
    switch self {
    case .required(let token): [token]
    case .policy(let on, let policy): [on] + policy.tokens
    case .whenBlank(let when, let blank): [when, blank]
    }
  }
}

/// A statement that is neither a mapping nor a directive; a problem says why.
package struct UnreadableStatementSyntax: SyntaxNode {
  package let tokens: [Token]
  /// The directive that its first word seems to mean.
  package let intended: DirectiveWord?
}

/// `# respmap: ignore[RM207, RM225] reason`: the warnings of these codes are not given for the line
/// that the comment ends.
package struct SuppressionSyntax: Sendable {
  package struct Code: Sendable {
    package let code: DiagnosticCode
    package let range: SourceRange
  }

  /// The whole comment.
  package let range: SourceRange
  /// The line that it ends: from its first byte to the comment.
  package let line: SourceRange
  package let codes: [Code]
}
