internal import MappingRuntime

/// Why a response writes nothing, and what to do about it.
public struct Failure: Hashable, Sendable {
  public enum Kind: Hashable, Sendable {
    /// The Call Webhook step sits in a batch campaign; webhooks run from trigger campaigns only.
    case batchCampaign
    case timeout
    /// The status is not 2xx, or the mapping file says that it is no success (`on 204 skip`).
    case status(Int)
    /// The body has length 0 or holds white space only.
    case emptyBody
    /// The content type and the body's first byte both say that this is no JSON.
    case contentTypeMismatch
    /// The body breaks the grammar of its format there.
    case malformedBody(BodyPosition)
    /// The body's bytes are not text in a supported encoding.
    case encoding(BodyPosition)
    /// The answer is not ready yet, by its status (`on 202 pending`) or by a guard (`pending when`).
    case pending(ResponseGuard?)
    /// A guard says that the answer is no success (`reject when`, `accept when`).
    case rejected(ResponseGuard)
    /// Mappings that are to fail have no value that fits (`required`): the SOAP API names of their
    /// fields. All results are in ``Failure/results``.
    case mappingFailed(fields: [String])
    /// The body exceeds the limit of that name in `Limits`.
    case limit(Limits.Name, value: Int)

    /// The kind's name in machine-readable output.
    public var name: String {
      switch self {
      case .batchCampaign: "batchCampaign"
      case .timeout: "timeout"
      case .status: "status"
      case .emptyBody: "emptyBody"
      case .contentTypeMismatch: "contentTypeMismatch"
      case .malformedBody: "malformedBody"
      case .encoding: "encoding"
      case .limit: "limit"
      case .pending: "pending"
      case .rejected: "rejected"
      case .mappingFailed: "mappingFailed"
      }
    }
  }

  public let kind: Kind
  /// A stable code: `webhook.1000` and `webhook.1001` for Marketo's own errors, `http.404` for a
  /// status, else a code of `DiagnosticCode`.
  public let code: String
  /// What is wrong, in one sentence without a period. Never holds a value of the response.
  public let message: String
  /// The reason phrase: what the constraint *Error Type* of Marketo's trigger *Webhook is Called*
  /// compares. nil where the response has none.
  public let errorType: String?
  /// The body as it came: what the trigger's constraint *Response* compares.
  public let response: [UInt8]
  public let recovery: Recovery
  /// One a mapping where the mappings were evaluated, which is with the kind `mappingFailed` only: what
  /// would have been written is withheld.
  public let results: [MappingResult]
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

/// A condition of the mapping file that decides whether a response is a success.
public struct ResponseGuard: Hashable, Sendable {
  /// As the mapping file has it, in a normal spelling: `reject when $.error`.
  public let text: String
  /// What the file gives as the reason, if it does.
  public let reason: String?
}
