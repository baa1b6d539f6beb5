import Diagnostics
import LeadFields
import MappingPlan
import Transforms

/// The kinds of value that flow through an expression, as far as they are known before any response is
/// seen.
struct KindFlow {
  /// The operand that the flow begins with.
  let operand: CheckedOperand?
  private(set) var kinds: Kinds
  /// Whether there is a value for sure, so that nothing is fallen back to.
  private(set) var alwaysHasValue: Bool
  /// The pieces that give a list whenever they give anything: they need a transform that takes one,
  /// whatever else the value may come from.
  private(set) var lists: [SourceRange]

  init(_ operand: CheckedOperand?) {
    self.operand = operand
    kinds = operand?.kinds ?? .any
    alwaysHasValue = operand?.alwaysHasValue ?? false
    lists = operand?.lists ?? []
  }

  mutating func fallBack(to operand: CheckedOperand?) {
    kinds = kinds.subtracting(.null).union(operand?.kinds ?? .any)
    alwaysHasValue = alwaysHasValue || operand?.alwaysHasValue ?? false
    lists += operand?.lists ?? []
  }

  /// - Parameter range: the expression so far, the call included.
  mutating func transform(_ call: CheckedCall?, _ range: SourceRange) {
    kinds = call.map { $0.output.union(kinds.intersection(.null)) } ?? .any
    alwaysHasValue = false
    lists = call?.output == .list ? [range] : []
  }
}

/// A transform whose arguments are right.
struct CheckedCall {
  let call: TransformCall
  /// The kinds that it gives; any where it does not take what comes, which is reported.
  let output: Kinds
}

extension CheckedOperand {
  fileprivate var lists: [SourceRange] { kinds == .list ? [range] : [] }

  fileprivate var alwaysHasValue: Bool {
    switch content {
    case .literal(.text(let text)): !text.isEmpty
    case .literal(.number), .literal(.boolean): true
    case .literal(.null), .path, .template: false
    }
  }
}

extension Kinds {
  /// Whether nothing of these kinds is ever taken by the transform; null aside, which is passed on.
  func areRefused(by transform: Transform) -> Bool {
    let values = subtracting(.null)
    return !values.isEmpty && values.isDisjoint(with: transform.accepted)
  }
}

extension FieldType.Conversion {
  /// The kinds that a field of the type may take.
  var kinds: Kinds {
    switch self {
    case .text: .scalar
    case .email: .text
    case .integer, .decimal: [.number, .text]
    case .boolean: [.boolean, .number, .text]
    case .date: [.date, .text]
    case .dateTime: [.dateTime, .text]
    }
  }
}
