extension Transform {
  /// A transform with its arguments, ready to be applied to any number of values.
  ///
  /// It is pure: the same value gives the same result, on any thread.
  package struct Prepared: Sendable {
    /// The name of the transform.
    package let name: String
    /// The kinds it gives, null aside where null only passes through.
    package let output: Kinds
    private let function: Function

    init(name: String, output: Kinds, function: Function) {
      self.name = name
      self.output = output
      self.function = function
    }

    /// Applies the transform to a value, or to nil where the path found nothing.
    package func callAsFunction(_ value: Value?) -> Result {
      do {
        guard let result = try function.apply(to: value) else { return .missing }
        return .value(result)
      } catch {
        return .mismatch(error)
      }
    }
  }
}

/// What a transform does with a value, by the kind of value it asks for.
///
/// Nil is a missing value, as the one given and as the one returned. All but `anything` are asked
/// about values only: null and missing pass through.
enum Function: Sendable {
  case text(@Sendable (String) throws(TransformMismatch) -> Value?)
  case number(@Sendable (ExactNumber) throws(TransformMismatch) -> Value?)
  /// A single value is a list of one.
  case list(@Sendable ([Value]) throws(TransformMismatch) -> Value?)
  case value(@Sendable (Value) throws(TransformMismatch) -> Value?)
  case anything(@Sendable (Value?) throws(TransformMismatch) -> Value?)

  func apply(to value: Value?) throws(TransformMismatch) -> Value? {
    if case .anything(let function) = self { return try function(value) }
    guard let value, value != .null else { return value }
    return switch self {
    case .text(let function): try function(try value.asText())
    case .number(let function): try function(try value.asNumber())
    case .list(let function): try function(value.asList)
    case .value(let function): try function(value)
    case .anything(let function): try function(value)
    }
  }
}
