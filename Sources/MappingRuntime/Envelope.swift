package import MappingPlan

/// What an evaluation takes beside the body.
package struct Envelope: Sendable {
  /// How the webhook was called.
  package enum Context: Hashable, Sendable { case trigger, batch, timeout }

  package let context: Context
  package let status: Int
  /// The value of the Content-Type header, if there is one.
  package let contentType: String?

  package init(context: Context, status: Int, contentType: String?) {
    self.context = context
    self.status = status
    self.contentType = contentType
  }
}

/// Why a response is not mapped.
package enum EvaluationFailure: Hashable, Sendable {
  case batchCampaign
  case timeout
  /// The status is not 2xx, or the mapping file gives it another meaning.
  case status(Int, StatusRule.Action?)
  /// The answer is not ready: by the status, or by the guard of that number.
  case pending(guard: Int?)
  /// The guard of that number says that the answer is a failure.
  case rejected(guard: Int)
  case emptyBody
  case contentTypeMismatch(mediaType: String)
  case body(BodyProblem)
  /// The value of a mapping that is to fail for it does not fit.
  case mappingFailed
}

/// What is odd about a response that can be read all the same.
package enum EnvelopeWarning: Hashable, Sendable {
  case contentTypeDiffers(mediaType: String)
  case byteOrderMark
}
