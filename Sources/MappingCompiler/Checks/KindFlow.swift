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

  init(_ operand: CheckedOperand?) {
    self.operand = operand
    kinds = operand?.kinds ?? .any
    alwaysHasValue = operand?.alwaysHasValue ?? false
  }

  mutating func fallBack(to operand: CheckedOperand?) {
    kinds = kinds.subtracting(.null).union(operand?.kinds ?? .any)
    alwaysHasValue = alwaysHasValue || operand?.alwaysHasValue ?? false
  }

  mutating func transform(_ call: CheckedCall?) {
    kinds = call.map { $0.transform.output.union(kinds.intersection(.null)) } ?? .any
    alwaysHasValue = false
  }
}

/// A transform whose arguments are right.
struct CheckedCall {
  let transform: Transform
  let call: TransformCall
}

extension CheckedOperand {
  fileprivate var alwaysHasValue: Bool {
    switch content {
    case .literal(.text(let text)): !text.isEmpty
    case .literal(.number), .literal(.boolean): true
    case .literal(.null), .path, .template: false
    }
  }
}

extension Kinds {
  /// The kinds that convert without loss to one of these: a text is taken from all that has one text, a
  /// number from a text, a list from a single value.
  var convertible: Kinds {
    var kinds = self
    if contains(.text) { kinds.formUnion(.scalar) }
    if contains(.number) || contains(.boolean) { kinds.formUnion(.text) }
    if contains(.boolean) { kinds.formUnion(.number) }
    if contains(.list) { kinds = .any }
    return kinds
  }

  /// Whether nothing of these kinds can ever be taken as one of those; null aside, which is passed on.
  func areRefused(by wanted: Kinds) -> Bool {
    let values = subtracting(.null)
    return !values.isEmpty && values.isDisjoint(with: wanted.convertible)
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
