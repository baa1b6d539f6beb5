import MappingPlan
import Testing
import Transforms

/// Applies a transform by its name.
func apply(
  _ name: String, _ arguments: [Argument] = [], to value: Value?
) throws -> Transform.Result {
  let transform = try #require(Transform.named(name))
  return try transform.prepare(arguments)(value)
}

extension Argument {
  static func text(_ text: String) -> Argument { .literal(.text(text)) }
  static func number(_ text: String) -> Argument { .literal(.number(text)) }
}

extension Transform.Result {
  static func text(_ text: String) -> Self { .value(.text(text)) }
  static func number(_ text: String) -> Self { .value(.number(text)) }
  static func list(_ elements: [Value]) -> Self { .value(.list(elements)) }
}
