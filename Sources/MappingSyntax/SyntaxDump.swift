import Diagnostics

/// The tree of a file as text: a node or a token a line, what belongs to a node indented below it.
///
/// ```
/// MappingFile
///   MappingStatement
///     Expression
///       Path
///         Key
///           key "name"
///     arrow "->"
///     Target
///       word "Company"
///   endOfFile
/// ```
package struct SyntaxDump: Sendable {
  private let text: SourceText
  private var dump = ""
  private var depth = 0

  /// - Complexity: O(*n*); the tree is no deeper than its types say.
  package static func text(of file: MappingFileSyntax, in text: SourceText) -> String {
    var dump = SyntaxDump(text: text)
    dump.node("MappingFile") { dump in
      for statement in file.statements { dump.add(statement) }
      dump.add(file.endOfFile)
      for suppression in file.suppressions { dump.add(suppression) }
    }
    return dump.dump
  }

  private init(text: SourceText) { self.text = text }

  private mutating func line(_ text: String) {
    dump += String(repeating: "  ", count: depth) + text + "\n"
  }

  private mutating func node(_ name: String, _ content: (inout SyntaxDump) -> Void) {
    line(name)
    depth += 1
    content(&self)
    depth -= 1
  }

  private mutating func node(_ name: String, _ tokens: [Token]) {
    node(name) { $0.add(tokens) }
  }

  private mutating func add(_ token: Token) { line(token.description(in: text)) }

  private mutating func add(_ tokens: [Token]) {
    for token in tokens { add(token) }
  }

  // MARK: - Statements

  private mutating func add(_ statement: StatementSyntax) {
    switch statement {
    case .directive(let directive): add(directive)
    case .mapping(let mapping): add(mapping)
    case .unreadable(let statement):
      node("UnreadableStatement", statement.tokens)
    }
  }

  private mutating func add(_ directive: DirectiveSyntax) {
    switch directive {
    case .response(let directive): node("ResponseDirective", directive.tokens)
    case .fields(let directive): node("FieldsDirective", directive.tokens)
    case .profile(let directive): node("ProfileDirective", directive.tokens)
    case .namespace(let directive): node("NamespaceDirective", directive.tokens)
    case .guard(let directive): node("GuardDirective", directive.tokens)
    case .statusRule(let directive): node("StatusRuleDirective", directive.tokens)
    case .policy(let directive): node("PolicyDirective", directive.tokens)
    }
  }

  private mutating func add(_ mapping: MappingStatementSyntax) {
    node("MappingStatement") { dump in
      dump.add(mapping.source)
      dump.add(mapping.arrow)
      dump.add(mapping.target)
      for modifier in mapping.modifiers { dump.add(modifier) }
      dump.add(mapping.unexpected)
    }
  }

  private mutating func add(_ target: TargetSyntax) {
    node("Target") { dump in
      dump.add(target.nameToken)
      if let annotation = target.annotation { dump.node("TypeAnnotation", annotation.tokens) }
    }
  }

  private mutating func add(_ modifier: ModifierSyntax) {
    switch modifier {
    case .required(let token): node("Required", [token])
    case .policy(_, _): node("Policy", modifier.tokens)
    case .whenBlank(_, _): node("WhenBlank", modifier.tokens)
    }
  }

  private mutating func add(_ suppression: SuppressionSyntax) {
    let codes = suppression.codes.map(\.code.rawValue).joined(separator: ", ")
    line("Suppression \(codes)")
  }

  // MARK: - Expressions

  private mutating func add(_ expression: ExpressionSyntax) {
    node("Expression") { dump in
      dump.add(expression.first)
      for stage in expression.stages { dump.add(stage) }
    }
  }

  private mutating func add(_ stage: StageSyntax) {
    switch stage {
    case .fallback(let sign, let operand):
      node("Fallback") { dump in
        dump.add(sign)
        dump.add(operand)
      }
    case .transform(let sign, let call):
      node("Transform") { dump in
        dump.add(sign)
        dump.add(call)
      }
    }
  }

  private mutating func add(_ operand: OperandSyntax) {
    switch operand {
    case .path(let path):
      node("Path") { dump in
        for step in path.steps { dump.add(step) }
      }
    case .jsonPath(let token): node("JSONPath", [token])
    case .xPath(let token): node("XPath", [token])
    case .literal(let literal): node("Literal", literal.tokens)
    case .template(let template): add(template)
    case .unreadable(let tokens): node("UnreadableOperand", tokens)
    }
  }

  private mutating func add(_ step: PathStepSyntax) {
    switch step {
    case .key: node("Key", step.tokens)
    case .index: node("Index", step.tokens)
    case .attribute: node("Attribute", step.tokens)
    case .unexpected(let token): add(token)
    }
  }

  private mutating func add(_ template: TemplateSyntax) {
    node("Template") { dump in
      dump.add(template.openingQuote)
      for piece in template.pieces { dump.add(piece) }
      dump.add(template.closingQuote)
    }
  }

  private mutating func add(_ piece: TemplateSyntax.Piece) {
    switch piece {
    case .text(let token, _): add(token)
    case .hole(let leftBrace, let operand, let rightBrace):
      node("Hole") { dump in
        dump.add(leftBrace)
        dump.add(operand)
        dump.add(rightBrace)
      }
    }
  }

  private mutating func add(_ call: TransformCallSyntax) {
    add(call.nameToken)
    guard let arguments = call.arguments else { return }
    node("ArgumentList") { dump in
      dump.add(arguments.leftParenthesis)
      for argument in arguments.arguments { dump.add(argument) }
      dump.add(arguments.rightParenthesis)
    }
  }

  private mutating func add(_ argument: ArgumentSyntax) {
    switch argument.value {
    case .literal(let literal): node("Argument", literal.tokens)
    case .entry: node("Entry", argument.value.tokens)
    case .jsonPath(let token): node("JSONPathArgument", [token])
    case .unreadable(let tokens): node("UnreadableArgument", tokens)
    }
    if let comma = argument.comma { add(comma) }
  }
}
