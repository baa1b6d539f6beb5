internal import JSONText
package import MappingPlan

extension Literal {
  /// The literal as it is written in a mapping file.
  package var text: String {
    switch self {
    case .text(let text): text.jsonQuoted
    case .number(let text): text
    case .boolean(let value): value ? "true" : "false"
    case .null: "null"
    }
  }
}
