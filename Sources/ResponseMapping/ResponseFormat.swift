internal import MappingPlan
internal import MappingRuntime

/// What a response body is written in.
public enum ResponseFormat: String, CaseIterable, Hashable, Sendable {
  case json, xml

  /// The format that a body seems to be in: XML if its first character, white space and a byte order mark
  /// aside, is `<`, else JSON. Nil for a body without any.
  ///
  /// - Complexity: O(1) but for white space at the beginning.
  public init?(guessedFrom body: [UInt8]) {
    switch unsafe BodyFormat(guessedFrom: body.span.bytes) {
    case .json: self = .json
    case .xml: self = .xml
    case nil: return nil
    }
  }

  /// The format that a path's notation is for: JSONPath for JSON, XPath for XML. Nil for Marketo's, which
  /// is for both.
  public init?(ofPath path: String) {
    switch path.utf8.first(where: { !$0.isPathSpace }) {
    case UInt8(ascii: "$"): self = .json
    case UInt8(ascii: "/"), UInt8(ascii: "("): self = .xml
    default: return nil
    }
  }

  var bodyFormat: BodyFormat {
    switch self {
    case .json: .json
    case .xml: .xml
    }
  }
}

extension UInt8 {
  fileprivate var isPathSpace: Bool { self == 0x20 || self == 0x09 || self == 0x0A || self == 0x0D }
}
