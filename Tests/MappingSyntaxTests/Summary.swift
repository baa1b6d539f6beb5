import Diagnostics
import MappingSyntax

/// What was read of a statement, in a spelling that shows where each piece ends.
func summary(_ statement: StatementSyntax) -> String {
  switch statement {
  case .directive(let directive): summary(directive)
  case .unreadable(let statement): "unreadable \(statement.intended?.rawValue ?? "")"
  case .mapping(let mapping):
    ([summary(mapping.source), "->", summary(mapping.target)] + mapping.modifiers.map(summary))
      .joined(separator: " ")
  }
}

func summary(_ directive: DirectiveSyntax) -> String {
  switch directive {
  case .response(let directive): "response \(directive.format?.rawValue ?? "?")"
  case .fields(let directive): "fields \(text(directive.file))"
  case .profile(let directive): "profile \(directive.profile?.rawValue ?? "?")"
  case .namespace(let directive):
    "namespace \(directive.prefix ?? "?") = \(text(directive.uri))"
  case .guard(let directive):
    "\(directive.word.rawValue)\(directive.condition.isMissing ? " ?" : "")"
      + (directive.because.map { " because \(text($0.text))" } ?? "")
  case .statusRule(let directive):
    "on \(directive.statuses.map { $0.pattern.map(summary) ?? "?" }.joined(separator: ", ")) "
      + (directive.action?.rawValue ?? "?")
  case .policy(let directive): "on \(summary(directive.policy))"
  }
}

private func summary(_ pattern: StatusRuleDirectiveSyntax.Pattern) -> String {
  switch pattern {
  case .exact(let status): "\(status)"
  case .hundreds(let hundreds): "\(hundreds)xx"
  }
}

private func summary(_ policy: PolicySyntax) -> String {
  "\(policy.situation?.rawValue ?? "?") \(policy.action?.rawValue ?? "?")"
}

private func summary(_ target: TargetSyntax) -> String {
  (target.name ?? "?") + (target.annotation.map { " : \($0.typeName ?? "?")" } ?? "")
}

private func summary(_ modifier: ModifierSyntax) -> String {
  switch modifier {
  case .required: "required"
  case .policy(_, let policy): "on \(summary(policy))"
  case .whenBlank(_, let blank): blank.isMissing ? "when ?" : "when blank"
  }
}

private func summary(_ expression: ExpressionSyntax) -> String {
  ([summary(expression.first)] + expression.stages.map(summary)).joined(separator: " ")
}

private func summary(_ operand: OperandSyntax) -> String {
  switch operand {
  case .path(let path): path.steps.map(summary).joined()
  case .jsonPath(let token): "JSONPath(\(token.range.count))"
  case .xPath(let token): "XPath(\(token.range.count))"
  case .literal(let literal): summary(literal)
  case .template(let template): "\"" + template.pieces.map(summary).joined(separator: "|") + "\""
  case .unreadable: "unreadable"
  }
}

private func summary(_ step: PathStepSyntax) -> String {
  switch step {
  case .key(_, _, let name): "<\(name ?? "?")>"
  case .index(_, _, let value, _): "[\(value.map(String.init) ?? "?")]"
  case .attribute(_, _, let name): "<@\(name ?? "?")>"
  case .unexpected: "?"
  }
}

private func summary(_ piece: TemplateSyntax.Piece) -> String {
  switch piece {
  case .text(_, let text): text ?? "?"
  case .hole(_, let operand, _): "{\(summary(operand))}"
  }
}

private func summary(_ stage: StageSyntax) -> String {
  switch stage {
  case .fallback(let sign, let operand): "\(sign.isMissing ? "!" : "")?? \(summary(operand))"
  case .transform(let sign, let call):
    "\(sign.isMissing ? "!" : "")|> \(call.name ?? "?")"
      + (call.arguments.map { "(" + $0.arguments.map(summary).joined(separator: ", ") + ")" } ?? "")
  }
}

private func summary(_ argument: ArgumentSyntax) -> String {
  switch argument.value {
  case .literal(let literal): summary(literal)
  case .entry(let key, _, _, let value): "\(key.map(summary) ?? "else"): \(summary(value))"
  case .jsonPath(let token): "JSONPath(\(token.range.count))"
  case .unreadable: "unreadable"
  }
}

private func summary(_ literal: LiteralSyntax) -> String {
  switch literal.value {
  case .text(let string): text(string)
  case .number(let number): number
  case .boolean(let boolean): "\(boolean)"
  case .null: "null"
  case nil: "?"
  }
}

private func text(_ text: String?) -> String { text.map { "'\($0)'" } ?? "?" }
