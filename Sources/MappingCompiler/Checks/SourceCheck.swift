import Diagnostics
import JSONPath
import MappingPlan
import MappingSyntax
import Transforms
import XPath

extension Checker {
  /// Checks where a mapping's value comes from: its operands, its transforms, and the kinds that flow
  /// from one to the next. Nil if a part of it has a mistake, which is reported.
  mutating func checkSource(_ expression: ExpressionSyntax) -> CheckedExpression? {
    var flow = KindFlow(checkOperand(expression.first))
    var stages: [CheckedStage] = []
    var isWhole = flow.operand != nil
    let first = flow.operand
    for stage in expression.stages {
      switch stage {
      case .fallback(let token, let syntax):
        let operand = checkOperand(syntax)
        if flow.alwaysHasValue {
          report(.unreachableFallback(before: token.range), at: syntax.range)
        }
        flow.fallBack(to: operand)
        if let operand { stages.append(.fallback(operand)) } else { isWhole = false }
      case .transform(let token, let syntax):
        let call = checkTransform(syntax, flow, before: token.range.lowerBound)
        flow.transform(call, expression.first.range.union(syntax.range))
        if let call { stages.append(.transform(call.call)) } else { isWhole = false }
      }
    }
    guard isWhole, let first else { return nil }
    return CheckedExpression(
      first: first, stages: stages, kinds: flow.kinds, lists: flow.lists,
      end: expression.range.upperBound)
  }

  /// Nil if it has a mistake, which is reported here or was by the parser.
  private mutating func checkOperand(_ operand: OperandSyntax) -> CheckedOperand? {
    switch operand {
    case .unreadable: return nil
    case .literal(let literal): return checkLiteral(literal)
    case .template(let template): return checkTemplate(template)
    case .path, .jsonPath, .xPath:
      guard let (path, kinds) = checkPath(operand) else { return nil }
      return CheckedOperand(content: .path(path), kinds: kinds, range: operand.range)
    }
  }

  /// In the profile `marketo` a number or truth value is a key.
  private mutating func checkLiteral(_ literal: LiteralSyntax) -> CheckedOperand? {
    if scope.profile == .marketo {
      return CheckedOperand(
        content: .path(.steps([.key(text[literal.range])])), kinds: .any, range: literal.range)
    }
    guard let value = literal.value.map(Literal.init) else { return nil }
    return CheckedOperand(content: .literal(value), kinds: value.kinds, range: literal.range)
  }

  private mutating func checkTemplate(_ template: TemplateSyntax) -> CheckedOperand? {
    var parts: [CheckedPart] = []
    var isWhole = true
    for piece in template.pieces {
      switch piece {
      case .text(_, let text?): parts.append(.text(text))
      case .hole(_, let operand, _):
        if let (path, kinds) = checkPath(operand) {
          if kinds == .list { report(.listIntoTemplate, at: operand.range) }
          parts.append(.path(path))
          isWhole = isWhole && kinds != .list
        } else {
          isWhole = false
        }
      case .text(_, nil): isWhole = false
      }
    }
    guard isWhole else { return nil }
    return CheckedOperand(content: parts.content, kinds: .text, range: template.range)
  }
}

extension [CheckedPart] {
  /// A template without holes is a text.
  fileprivate var content: CheckedOperand.Content {
    var whole = ""
    for part in self {
      guard case .text(let text) = part else { return .template(self) }
      whole += text
    }
    return .literal(.text(whole))
  }
}

extension Literal {
  init(_ value: LiteralSyntax.Value) {
    switch value {
    case .text(let text): self = .text(text)
    case .number(let text): self = .number(text)
    case .boolean(let value): self = .boolean(value)
    case .null: self = .null
    }
  }

  var kinds: Kinds {
    switch self {
    case .text: .text
    case .number: .number
    case .boolean: .boolean
    case .null: .null
    }
  }
}
