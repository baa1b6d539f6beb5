public import Diagnostics

/// Something odd about a response or a value that did not keep it from being used.
public struct OutcomeWarning: Hashable, Sendable {
  public let code: DiagnosticCode
  /// What is odd, in one sentence without a period. Never holds a value of the response.
  public let message: String
  /// The field and path it is about, nil if it is about the response as a whole.
  public let field: String?
  public let path: String?
}
