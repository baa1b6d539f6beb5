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
  case status(Int)
  case emptyBody
  case contentTypeMismatch(mediaType: String)
  case body(BodyProblem)
}

/// What is odd about a response that can be read all the same.
package enum EnvelopeWarning: Hashable, Sendable {
  case contentTypeDiffers(mediaType: String)
  case byteOrderMark
}

/// A media type (RFC 9110 §8.3.1): what a Content-Type header says before its parameters.
struct MediaType {
  /// In lower case, without parameters and white space around.
  let name: String

  /// The media type of a header's value, or nil if it holds none.
  init?(_ value: String) {
    let essence = value.prefix { $0 != ";" }.drop { $0 == " " || $0 == "\t" }
    name = essence.lowercased().split { $0 == " " || $0 == "\t" }.first.map(String.init) ?? ""
    if name.isEmpty { return nil }
  }

  /// Whether the type is one of JSON: `application/json`, `text/json`, or one with `+json`
  /// (RFC 6839 §3.1).
  var isJSON: Bool {
    name == "application/json" || name == "text/json" || name.hasSuffix("+json")
  }
}
