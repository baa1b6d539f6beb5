/// What a response comes to.
public enum Outcome: Hashable, Sendable {
  /// The response is one of success: these fields are written, perhaps none.
  case mapped(Updates)
  /// Nothing is written.
  case notMapped(Failure)
}

/// The fields that a response writes, and what became of every mapping.
public struct Updates: Hashable, Sendable {
  /// One a mapping, in the order of the mapping file.
  public let results: [MappingResult]
  public let warnings: [OutcomeWarning]

  /// The values to write, by the SOAP API name of their fields.
  public var values: [String: FieldValue] {
    var values: [String: FieldValue] = [:]
    for result in results { values[result.field] = result.result.value }
    return values
  }
}

/// A value of a lead field's type.
public enum FieldValue: Hashable, Sendable {
  /// No value: the field is to be cleared.
  case null
  /// For fields of the types string, text, email, phone and url.
  case string(String)
  /// For fields of the types integer, score and percent.
  case integer(Int64)
  /// For fields of the types float and currency: the number's exact text, which is one of JSON.
  case decimal(String)
  case boolean(Bool)
  /// `YYYY-MM-DD`.
  case date(String)
  /// `YYYY-MM-DDThh:mm:ssZ`, in UTC.
  case dateTime(String)
}

/// What became of one mapping.
public struct MappingResult: Hashable, Sendable {
  /// The SOAP API name of the field.
  public let field: String
  /// The path that the result comes from, as a mapping file writes it; a literal or template where
  /// that is what the mapping comes to.
  public let path: String
  public let result: Result
  /// Which source served, counted from 0, of a mapping that has several (`a ?? b`); else nil.
  public let source: Int?
  /// What the caller has to look at before it writes the value.
  public let condition: Condition?

  public enum Condition: String, Hashable, Sendable {
    /// The field is empty now (`when blank`).
    case blank
  }

  public enum Result: Hashable, Sendable {
    case written(FieldValue)
    /// The text was longer than the field allows; this much of it is written (`on overlong truncate`).
    case truncated(FieldValue)
    /// There is no value, and the field is cleared (`on null clear`, `on empty clear`).
    case cleared
    /// The value would have been written, had no other mapping failed.
    case withheld
    /// The path found nothing. It led as far as `matched`, nil if not even its first step was
    /// there; `nearest` is the member there whose name comes nearest to the next step.
    case missing(matched: String?, nearest: String?)
    /// The value is null.
    case null
    /// The value is a text of length 0.
    case empty
    /// The value does not fit the field's type.
    case mismatch
    /// The text is longer than the field allows.
    case overlong

    /// What is to be written, nil if nothing is.
    public var value: FieldValue? {
      switch self {
      case .written(let value), .truncated(let value): value
      case .cleared: .null
      case .withheld, .missing, .null, .empty, .mismatch, .overlong: nil
      }
    }
  }

  /// Why the field is not written, nil if it is.
  public let message: String?

  /// The code of the reason, nil if the field is written.
  public let code: DiagnosticCode?
}
