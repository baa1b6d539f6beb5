import Diagnostics

/// A piece of a statement that its layout keeps as it is written.
struct StatementWord {
  let text: String
  /// White space and comments before it.
  let trivia: SourceRange
  /// What stands between it and the word before, on the same line.
  var separator = " "
  /// The column that it begins.
  var column: LayoutLine.Column?
}

/// Cuts statements into words: a path, a template or a condition is one, whatever blanks it holds, since
/// there they may mean something.
struct StatementWords {
  private let text: SourceText
  private(set) var words: [StatementWord] = []

  init(_ statement: StatementSyntax, in text: SourceText) {
    self.text = text
    switch statement {
    case .directive(let directive): append(directive)
    case .mapping(let mapping): append(mapping)
    case .unreadable(let statement): append(statement.tokens)
    }
  }

  // MARK: - Mappings

  private mutating func append(_ mapping: MappingStatementSyntax) {
    append(whole: mapping.source.first)
    for stage in mapping.source.stages { append(stage) }
    append(mapping.arrow, column: .arrow)
    append(mapping.target.nameToken)
    if let annotation = mapping.target.annotation {
      append(annotation.colon, separator: "")
      append(annotation.unexpected + [annotation.typeToken])
    }
    append(mapping.modifiers.flatMap(\.tokens) + mapping.unexpected)
  }

  private mutating func append(_ stage: StageSyntax) {
    switch stage {
    case .fallback(let sign, let operand):
      append(sign)
      append(whole: operand)
    case .transform(let sign, let call):
      append(sign)
      append(call.nameToken)
      if let arguments = call.arguments { append(arguments) }
    }
  }

  /// `("Y": true, else: null)`
  private mutating func append(_ list: ArgumentListSyntax) {
    append(list.leftParenthesis, separator: "")
    var separator = ""
    for argument in list.arguments {
      append(argument.value, separator: separator)
      if let comma = argument.comma { append(comma, separator: "") }
      separator = " "
    }
    append(list.rightParenthesis, separator: "")
  }

  private mutating func append(_ value: ArgumentSyntax.Value, separator: String) {
    guard case .entry(_, let key, let colon, let literal) = value else {
      return append(whole: value, separator: separator)
    }
    append(key, separator: separator)
    append(colon, separator: "")
    append(literal.token)
  }

  // MARK: - Directives

  private mutating func append(_ directive: DirectiveSyntax) {
    switch directive {
    case .guard(let directive):
      append(directive.keyword)
      append(directive.when, column: .when)
      append(Array(directive.tokens.dropFirst(2)))
    case .statusRule(let directive):
      append(directive.keyword)
      for status in directive.statuses {
        append(status.token)
        if let comma = status.comma { append(comma, separator: "") }
      }
      append([directive.actionToken] + directive.unexpected)
    case .response, .fields, .profile, .namespace, .policy: append(directive.tokens)
    }
  }

  // MARK: - Words

  private mutating func append(_ tokens: [Token]) {
    for token in tokens { append(token) }
  }

  private mutating func append(
    _ token: Token, separator: String = " ", column: LayoutLine.Column? = nil
  ) {
    append(token.range, behind: token.leadingTrivia, separator: separator, column: column)
  }

  private mutating func append(whole node: some SyntaxNode, separator: String = " ") {
    guard let first = node.firstToken else { return }
    append(node.range, behind: first.leadingTrivia, separator: separator)
  }

  /// A token that the file does not have is no word.
  private mutating func append(
    _ range: SourceRange, behind trivia: SourceRange, separator: String,
    column: LayoutLine.Column? = nil
  ) {
    guard !range.isEmpty else { return }
    words.append(
      StatementWord(text: text[range], trivia: trivia, separator: separator, column: column))
  }
}
