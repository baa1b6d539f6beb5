import Diagnostics
import JSONPath
import MappingPlan
import MappingSyntax
import XPath

extension Checker {
  /// In the profile `marketo` a mapping is what Marketo's own pane can express: one path in Marketo's
  /// notation and a field.
  mutating func checkPortability(of mapping: MappingStatementSyntax) {
    guard scope.profile == .marketo else { return }
    checkPortability(of: mapping.source.first)
    for stage in mapping.source.stages {
      switch stage {
      case .fallback(let token, _): report(.notPortable(.fallback, rewrite: nil), at: token.range)
      case .transform(let token, _):
        report(.notPortable(.transform, rewrite: nil), at: token.range)
      }
    }
    for modifier in mapping.modifiers {
      switch modifier {
      case .required(let token): report(.notPortable(.requirement, rewrite: nil), at: token.range)
      case .policy: report(.notPortable(.policy, rewrite: nil), at: modifier.range)
      case .whenBlank: report(.notPortable(.condition, rewrite: nil), at: modifier.range)
      }
    }
  }

  private mutating func checkPortability(of operand: OperandSyntax) {
    switch operand {
    case .path(let path): checkPortability(of: path)
    case .jsonPath(let token):
      report(.notPortable(.jsonPath, rewrite: marketoSpelling(of: operand)), at: token.range)
    case .xPath(let token):
      report(.notPortable(.xPath, rewrite: marketoSpelling(of: operand)), at: token.range)
    case .template(let template):
      report(.notPortable(.template, rewrite: nil), at: template.range)
    case .literal(let literal):
      // In this profile it is a key.
      if let construct = Portability.obstacle(inKey: text[literal.range]) {
        report(.notPortable(construct, rewrite: nil), at: literal.range)
      }
    case .unreadable: break
    }
  }

  private mutating func checkPortability(of path: PathSyntax) {
    if case .index(let bracket, _, _, _)? = path.steps.first {
      report(.notPortable(.topLevelArray, rewrite: nil), at: bracket.range)
    }
    for step in path.steps {
      switch step {
      case .key(_, let token, let name?):
        if let construct = Portability.obstacle(inKey: name) {
          report(.notPortable(construct, rewrite: nil), at: token.range)
        } else if token.kind == .quotedKey {
          report(.notPortable(.quotedKey, rewrite: name), at: token.range)
        }
      case .attribute(_, let token, _):
        report(.notPortable(.attribute, rewrite: nil), at: token.range)
      case .key, .index, .unexpected: break
      }
    }
  }

  /// The same path as Marketo writes it, if it can.
  private func marketoSpelling(of operand: OperandSyntax) -> String? {
    let range = operand.range
    if case .jsonPath = operand {
      let query = try? JSONPathQuery.parse(text.bytes, in: range)
      return query?.pathSteps.flatMap(Portability.spelling)
    }
    let expression = try? XPathExpression.parse(text.bytes, in: range, prefixes: nil)
    return expression?.simpleSteps.flatMap(Portability.spelling)
  }
}
