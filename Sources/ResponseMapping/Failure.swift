internal import MappingRuntime

/// Why a response writes nothing, and what to do about it.
public struct Failure: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The Call Webhook step sits in a batch campaign; webhooks run from trigger campaigns only.
    case batchCampaign
    case timeout
    /// The status is not 2xx.
    case status(Int)
    /// The body has length 0 or holds white space only.
    case emptyBody
    /// The content type and the body's first byte both say that this is no JSON.
    case contentTypeMismatch
    /// The body breaks the grammar of its format there.
    case malformedBody(BodyPosition)
    /// The body's bytes are not text in a supported encoding.
    case encoding(BodyPosition)
    /// The body exceeds the limit of that name in ``Limits``.
    case limit(Limits.Name, value: Int)
  }

  public let kind: Kind
  /// A stable code: `webhook.1000` and `webhook.1001` for Marketo's own errors, `http.404` for a
  /// status, else a code of ``DiagnosticCode``.
  public let code: String
  /// What is wrong, in one sentence without a period. Never holds a value of the response.
  public let message: String
  /// The reason phrase: what the constraint *Error Type* of Marketo's trigger *Webhook is Called*
  /// compares. nil where the response has none.
  public let errorType: String?
  /// The body as it came: what the trigger's constraint *Response* compares.
  public let response: [UInt8]
  public let recovery: Recovery
  public let warnings: [OutcomeWarning]
}

/// A place in a response body.
public struct BodyPosition: Hashable, Sendable {
  /// In bytes from 0.
  public let offset: Int
  /// From 1; a line ends at LF, CR LF or CR.
  public let line: Int
  /// From 1, in Unicode scalars.
  public let column: Int
}
