public import Diagnostics
internal import MappingRuntime

/// What became of one mapping, as an ``Evaluator`` leaves it: nothing is allocated, and texts are
/// ranges of the response's body.
///
/// ``Outcome`` is the convenient form; slots are for those who evaluate very many responses.
public struct Slot: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    /// Byte offsets into the body, without quotes. If it is escaped, the bytes hold JSON escapes
    /// (RFC 8259 §7).
    case text(Range<Int>, isEscaped: Bool)
    case integer(Int64)
    /// Byte offsets of a number's exact text.
    case decimal(Range<Int>, isEscaped: Bool)
    case boolean(Bool)
    case date(year: Int, month: Int, day: Int)
    case dateTime(secondsSinceEpoch: Int)
  }

  /// The value to write, nil if the field is not written.
  public let value: Value?
  /// Why the field is not written, nil if it is.
  public let code: DiagnosticCode?

  init(_ slot: SlotResult) {
    switch slot.situation {
    case .written(let value): (self.value, code) = (Value(value), nil)
    case .missing: (value, code) = (nil, .missingValue)
    case .null: (value, code) = (nil, .nullValue)
    case .empty: (value, code) = (nil, .emptyValue)
    case .mismatch: (value, code) = (nil, .mismatch)
    case .overlong: (value, code) = (nil, .overlong)
    }
  }
}

extension Slot.Value {
  fileprivate init(_ value: SlotValue) {
    switch value {
    case .text(let text): self = .text(text.range, isEscaped: text.isEscaped)
    case .integer(let value): self = .integer(value)
    case .decimal(let text): self = .decimal(text.range, isEscaped: text.isEscaped)
    case .boolean(let value): self = .boolean(value)
    case .date(let date): self = .date(year: date.year, month: date.month, day: date.day)
    case .dateTime(let time): self = .dateTime(secondsSinceEpoch: time.secondsSinceEpoch)
    }
  }
}
