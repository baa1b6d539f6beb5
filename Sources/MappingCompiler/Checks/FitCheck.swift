import Diagnostics
import LeadFields
import MappingPlan
import Transforms

extension Checker {
  /// What is certain to fail is an error; what may fail is found out with each response.
  mutating func checkFit(of source: CheckedExpression, into target: CheckedTarget) {
    guard let conversion = target.type.conversion else { return }
    let values = source.kinds.subtracting(.null)
    if values == .list {
      report(
        .listIntoField(field: target.field, insertAt: source.end), at: source.range)
    } else if let list = source.lists.first {
      report(.listIntoField(field: target.field, insertAt: list.upperBound), at: list)
    } else if !values.isEmpty, values.isDisjoint(with: conversion.kinds) {
      report(.valueCannotFit(type: target.type, given: values), at: source.range)
    } else {
      checkLiterals(of: source, into: target)
    }
  }

  /// Literals that no transform changes must fit by themselves.
  private mutating func checkLiterals(of source: CheckedExpression, into target: CheckedTarget) {
    for operand in source.untransformedOperands {
      guard case .literal(let literal) = operand.content,
        let reason = context.misfit(literal, target.type, target.lengthLimit)
      else { continue }
      report(.literalCannotFit(type: target.type, reason: reason), at: operand.range)
    }
  }
}

extension CheckedExpression {
  /// From the first operand to the last operand or transform.
  var range: SourceRange { SourceRange(first.range.lowerBound, end) }

  fileprivate var untransformedOperands: [CheckedOperand] {
    var operands = [first]
    for stage in stages {
      switch stage {
      case .fallback(let operand): operands.append(operand)
      case .transform: operands = []
      }
    }
    return operands
  }
}
