package import Diagnostics

/// A node that knows its tokens, in the order of the file.
package protocol SyntaxNode: Sendable {
  var tokens: [Token] { get }
  var firstToken: Token? { get }
  var lastToken: Token? { get }
}

extension SyntaxNode {
  package var firstToken: Token? { tokens.first }
  package var lastToken: Token? { tokens.last }

  /// From the first to the last token, without the trivia before the first.
  package var range: SourceRange {
    guard let first = firstToken, let last = lastToken else { return SourceRange(at: 0) }
    return first.range.union(last.range)
  }
}

// Nodes that may be large, and their ends, which are found without a list of all tokens.

extension StatementSyntax {
  package var firstToken: Token? {
    switch self {
    case .directive(let directive): directive.tokens.first
    case .mapping(let mapping): mapping.firstToken
    case .unreadable(let statement): statement.tokens.first
    }
  }

  package var lastToken: Token? {
    switch self {
    case .directive(let directive): directive.tokens.last
    case .mapping(let mapping): mapping.lastToken
    case .unreadable(let statement): statement.tokens.last
    }
  }
}

extension MappingStatementSyntax {
  package var firstToken: Token? { source.firstToken ?? arrow }
  package var lastToken: Token? { unexpected.last ?? modifiers.last?.lastToken ?? target.lastToken }
}

extension TargetSyntax {
  package var firstToken: Token? { nameToken }
  package var lastToken: Token? { annotation?.typeToken ?? nameToken }
}

extension ExpressionSyntax {
  package var firstToken: Token? {
    first.firstToken ?? stages.lazy.compactMap(\.firstToken).first
  }

  package var lastToken: Token? { stages.last?.lastToken ?? first.lastToken }
}

extension OperandSyntax {
  package var firstToken: Token? {
    switch self {
    case .path(let path): path.firstToken
    case .jsonPath(let token), .xPath(let token): token
    case .literal(let literal): literal.token
    case .template(let template): template.openingQuote
    case .unreadable(let tokens): tokens.first
    }
  }

  package var lastToken: Token? {
    switch self {
    case .path(let path): path.lastToken
    case .jsonPath(let token), .xPath(let token): token
    case .literal(let literal): literal.token
    case .template(let template): template.closingQuote
    case .unreadable(let tokens): tokens.last
    }
  }
}

extension StageSyntax {
  package var firstToken: Token? {
    switch self {
    case .fallback(let token, _), .transform(let token, _): token
    }
  }

  package var lastToken: Token? {
    switch self {
    case .fallback(let token, let operand): operand.lastToken ?? token
    case .transform(_, let call): call.lastToken
    }
  }
}

extension PathSyntax {
  package var firstToken: Token? { steps.first?.firstToken }
  package var lastToken: Token? { steps.last?.lastToken }
}

extension PathStepSyntax {
  package var firstToken: Token? {
    switch self {
    case .key(let dot, let token, _), .attribute(let dot, let token, _): dot ?? token
    case .index(let leftBracket, _, _, _): leftBracket
    case .unexpected(let token): token
    }
  }

  package var lastToken: Token? {
    switch self {
    case .key(_, let token, _), .attribute(_, let token, _): token
    case .index(_, _, _, let rightBracket): rightBracket
    case .unexpected(let token): token
    }
  }
}

extension TransformCallSyntax {
  package var firstToken: Token? { nameToken }
  package var lastToken: Token? { arguments?.rightParenthesis ?? nameToken }
}

extension LiteralSyntax {
  package var firstToken: Token? { token }
  package var lastToken: Token? { token }
}
