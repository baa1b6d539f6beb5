package import LeadFields
package import MappingPlan

/// Whether a value that a mapping file gives fits a field: asked by the compiler, so that the rule of the
/// conversion is written once.
package enum LiteralFit {
  /// Why the literal does not fit, in a clause without a period; nil if it does, or is no value.
  package static func misfit(
    _ literal: Literal, _ type: FieldType, _ longest: LengthLimit?
  ) -> String? {
    guard let conversion = type.conversion, let (text, kind) = literal.scalar else { return nil }
    let bytes = Array(text.utf8)
    let place = BodyText(0..<bytes.count, .computed)
    let result = unsafe bytes.withUnsafeBufferPointer { bytes in
      conversion.convert(
        unsafe Span(_unsafeElements: bytes), of: Scalar(kind: kind, place: place),
        longest: longest)
    }
    switch result.situation {
    case .mismatch(let mismatch): return mismatch.message(for: type.rawValue)
    case .overlong: return "it is longer than the field holds"
    case .written, .truncated, .cleared, .missing, .noResult, .null, .empty: return nil
    }
  }
}

extension Literal {
  /// The text and kind of a value that is one.
  fileprivate var scalar: (text: String, kind: Scalar.Kind)? {
    switch self {
    case .text(let text): text.isEmpty ? nil : (text, .string)
    case .number(let text): (text, .number)
    case .boolean(let value): (value ? "true" : "false", .boolean)
    case .null: nil
    }
  }
}
