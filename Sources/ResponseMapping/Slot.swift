internal import CalendarTime
public import Diagnostics
internal import MappingRuntime

/// What became of one mapping, as an ``Evaluator`` leaves it: nothing is allocated, and texts stay
/// where they are until they are taken out.
///
/// ``Outcome`` is the convenient form; slots are for those who evaluate very many responses.
public struct Slot: Hashable, Sendable {
  public enum Value: Hashable, Sendable {
    /// No value: the field is to be cleared.
    case null
    case text(Text)
    case integer(Int64)
    /// A number's exact text.
    case decimal(Text)
    case boolean(Bool)
    case date(year: Int, month: Int, day: Int)
    case dateTime(secondsSinceEpoch: Int)
  }

  /// A text that stands in the response; ``Evaluator/string(_:body:)`` takes it out.
  public struct Text: Hashable, Sendable {
    let text: BodyText
  }

  /// The value to write, nil if the field is not written.
  public let value: Value?
  /// Why the field is not written, nil if it is.
  public let code: DiagnosticCode?

  init(_ slot: SlotResult) {
    code = slot.situation.code
    switch slot.situation {
    case .written(let value), .truncated(let value): self.value = Value(value)
    case .cleared: value = .null
    case .missing, .noResult, .null, .empty, .mismatch, .overlong: value = nil
    }
  }
}

extension Slot.Value {
  fileprivate init(_ value: SlotValue) {
    switch value {
    case .text(let text): self = .text(Slot.Text(text: text))
    case .integer(let value): self = .integer(value)
    case .decimal(let text): self = .decimal(Slot.Text(text: text))
    case .boolean(let value): self = .boolean(value)
    case .date(let date): self = .date(year: date.year, month: date.month, day: date.day)
    case .dateTime(let time): self = .dateTime(secondsSinceEpoch: time.secondsSinceEpoch)
    }
  }
}

extension SlotResult.Situation {
  /// The code of the reason why a field is not written, nil if it is.
  var code: DiagnosticCode? {
    switch self {
    case .written, .truncated, .cleared: nil
    case .missing, .noResult: .missingValue
    case .null: .nullValue
    case .empty: .emptyValue
    case .mismatch: .mismatch
    case .overlong: .overlong
    }
  }
}
