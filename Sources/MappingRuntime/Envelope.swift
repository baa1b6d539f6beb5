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
  /// Without parameters and white space around, in the case it was written in.
  private let essence: Substring.UTF8View

  /// The media type of a header's value, or nil if it holds none.
  init?(_ value: String) {
    var essence = value.utf8.prefix { $0 != UInt8(ascii: ";") }
    while essence.first.map(\.isJSONWhiteSpace) ?? false { essence.removeFirst() }
    while essence.last.map(\.isJSONWhiteSpace) ?? false { essence.removeLast() }
    if essence.isEmpty { return nil }
    self.essence = Substring(essence).utf8
  }

  var name: String { Substring(essence).lowercased() }

  /// Whether the type is one of JSON: `application/json`, `text/json`, or one with `+json`
  /// (RFC 6839 §3.1).
  var isJSON: Bool {
    equals("application/json") || equals("text/json") || equals("+json", essence.suffix(5))
  }

  /// Media types are compared without regard to case.
  private func equals(_ name: StaticString, _ text: Substring.UTF8View? = nil) -> Bool {
    let text = text ?? essence
    return name.withUTF8Buffer { name in
      unsafe text.elementsEqual(name) { $0 == $1 || $0 | 0x20 == $1 }
    }
  }
}
