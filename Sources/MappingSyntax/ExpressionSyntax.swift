/// Where the value of a mapping comes from: an operand, and the operators that follow it, which
/// associate to the left.
package struct ExpressionSyntax: SyntaxNode {
  package let first: OperandSyntax
  package let stages: [StageSyntax]

  package var tokens: [Token] { first.tokens + stages.flatMap(\.tokens) }
}

package enum OperandSyntax: SyntaxNode {
  /// Marketo's notation: `orders[0].id`
  case path(PathSyntax)
  /// `$.orders[?@.open].id`
  case jsonPath(Token)
  /// `/orders/order[1]/id`, `(count(//order))`
  case xPath(Token)
  /// `42`, `true`; in the profile `marketo` it is a key.
  case literal(LiteralSyntax)
  /// `"{city}, {country}"`
  case template(TemplateSyntax)
  /// There is no operand where one is wanted, or it could not be read; a problem says so.
  case unreadable([Token])

  package var tokens: [Token] {
    switch self {
    case .path(let path): path.tokens
    case .jsonPath(let token), .xPath(let token): [token]
    case .literal(let literal): literal.tokens
    case .template(let template): template.tokens
    case .unreadable(let tokens): tokens
    }
  }
}

package enum StageSyntax: SyntaxNode {
  /// `?? operand`
  case fallback(operator: Token, OperandSyntax)
  /// `|> name(arguments)`
  case transform(operator: Token, TransformCallSyntax)

  package var tokens: [Token] {
    switch self {
    case .fallback(let token, let operand): [token] + operand.tokens
    case .transform(let token, let call): [token] + call.tokens
    }
  }
}

// MARK: - Paths

/// A path in Marketo notation.
package struct PathSyntax: SyntaxNode {
  package let steps: [PathStepSyntax]

  package var tokens: [Token] { steps.flatMap(\.tokens) }
}

package enum PathStepSyntax: SyntaxNode {
  case key(dot: Token?, token: Token, name: String?)
  case index(leftBracket: Token, token: Token, value: UInt32?, rightBracket: Token)
  /// An attribute of an XML element, `@ID`; the name is without the sign.
  case attribute(dot: Token?, token: Token, name: String?)
  case unexpected(Token)

  package var tokens: [Token] {
    switch self {
    case .key(let dot, let token, _), .attribute(let dot, let token, _):
      (dot.map { [$0] } ?? []) + [token]
    case .index(let leftBracket, let token, _, let rightBracket):
      [leftBracket, token, rightBracket]
    case .unexpected(let token): [token]
    }
  }
}

// MARK: - Literals and templates

/// A value that the file itself gives.
package struct LiteralSyntax: SyntaxNode {
  package enum Value: Hashable, Sendable {
    case text(String)
    /// The exact text of a number of RFC 8259 §6.
    case number(String)
    case boolean(Bool)
    case null
  }

  package let token: Token
  package let value: Value?

  package var tokens: [Token] { [token] }
}

/// A text in double quotes that paths insert values into.
///
/// Its pieces tile it: the opening quote, texts and holes in their order, the closing quote.
package struct TemplateSyntax: SyntaxNode {
  package enum Piece: SyntaxNode {
    /// `text` is what it stands for: escapes resolved, `{{` as `{`.
    case text(Token, text: String?)
    case hole(leftBrace: Token, OperandSyntax, rightBrace: Token)

    package var tokens: [Token] {
      switch self {
      case .text(let token, _): [token]
      case .hole(let leftBrace, let operand, let rightBrace):
        [leftBrace] + operand.tokens + [rightBrace]
      }
    }
  }

  package let openingQuote: Token
  package let pieces: [Piece]
  package let closingQuote: Token

  package var tokens: [Token] { [openingQuote] + pieces.flatMap(\.tokens) + [closingQuote] }
}

// MARK: - Transforms

package struct TransformCallSyntax: SyntaxNode {
  package let nameToken: Token
  package let name: String?
  /// nil where no parenthesis follows the name.
  package let arguments: ArgumentListSyntax?

  package var tokens: [Token] { [nameToken] + (arguments?.tokens ?? []) }
}

package struct ArgumentListSyntax: SyntaxNode {
  package let leftParenthesis: Token
  package let arguments: [ArgumentSyntax]
  package let rightParenthesis: Token

  package var tokens: [Token] {
    [leftParenthesis] + arguments.flatMap(\.tokens) + [rightParenthesis]
  }
}

package struct ArgumentSyntax: SyntaxNode {
  package enum Value: SyntaxNode {
    case literal(LiteralSyntax)
    /// `"Y": true`, or `else: null` without a key.
    case entry(key: LiteralSyntax?, keyToken: Token, colon: Token, LiteralSyntax)
    /// What `json(…)` takes: up to its closing parenthesis.
    case jsonPath(Token)
    case unreadable([Token])

    package var tokens: [Token] {
      switch self {
      case .literal(let literal): literal.tokens
      case .entry(_, let keyToken, let colon, let value): [keyToken, colon] + value.tokens
      case .jsonPath(let token): [token]
      case .unreadable(let tokens): tokens
      }
    }
  }

  package let value: Value
  /// The comma behind it.
  package let comma: Token?

  package var tokens: [Token] { value.tokens + (comma.map { [$0] } ?? []) }
}
