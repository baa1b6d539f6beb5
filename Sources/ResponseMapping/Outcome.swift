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
    for case (let field, .written(let value)) in results.map({ ($0.field, $0.result) }) {
      values[field] = value
    }
    return values
  }
}

/// A value of a lead field's type.
public enum FieldValue: Hashable, Sendable {
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
  /// The mapping's path, in Marketo's notation.
  public let path: String
  public let result: Result

  public enum Result: Hashable, Sendable {
    case written(FieldValue)
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
  }

  /// Why the field is not written, nil if it is.
  public let message: String?

  /// The code of the reason, nil if the field is written.
  public let code: DiagnosticCode?
}
