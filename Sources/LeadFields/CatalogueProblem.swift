/// Why an export cannot be read as a catalogue of lead fields, and where.
///
/// The wording is in `CatalogueProblem+Wording.swift`.
public struct CatalogueProblem: Error, Hashable, Sendable {
  public enum Reason: Hashable, Sendable {
    /// There is nothing but white space.
    case empty
    /// The export has more bytes than this.
    case tooLarge(limit: Int)
    /// It is not JSON; `explanation` says how, in a clause.
    case notJSON(explanation: String)
    /// It is JSON, but not an answer of Marketo's REST API: no object with a `result`.
    case notAPage
    /// Marketo answered that the request failed (`"success": false`); nil where it gave no reason.
    case refused(APIError?)
    /// The entry lacks a member that its shape has.
    case missing(member: String)
    /// A member holds something else than its shape says.
    case unexpected(member: String, expected: Expected)
    /// All pages together list no field.
    case noFields
  }

  /// What Marketo's REST API says about a failed request.
  public struct APIError: Hashable, Sendable {
    public let code: String
    public let message: String

    public init(code: String, message: String) {
      self.code = code
      self.message = message
    }
  }

  public enum Expected: String, CaseIterable, Hashable, Sendable {
    case object = "an object"
    case array = "an array"
    case text = "a text"
    case name = "a text that is not empty"
    case boolean = "`true` or `false`"
    case length = "a whole number from 1"
  }

  public let reason: Reason
  /// Where in the export: bytes, counted from 0.
  public let byteOffset: Int
}
