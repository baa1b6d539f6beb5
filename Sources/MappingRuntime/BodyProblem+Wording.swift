internal import Diagnostics
package import MappingPlan

extension BodyProblem {
  /// What is wrong with the body, in one sentence without a period.
  package func message(for format: BodyFormat) -> String {
    switch self {
    case .malformed(let malformation, _): malformation.message
    case .encoding(let problem, _): problem.message(for: format)
    case .limit(let name, let value): name.message(value)
    }
  }
}

extension Malformation {
  fileprivate var message: String {
    switch self {
    case .json(let malformation): "the body is not JSON: \(malformation.message)"
    case .xml(let malformation): "the body is not XML: \(malformation.message)"
    }
  }
}

extension Limits.Name {
  fileprivate func message(_ value: Int) -> String {
    switch self {
    case .bodyBytes: "the body is longer than the limit of \(value) bytes"
    case .depth: "the body nests deeper than the limit of \(value) containers"
    case .nodes: "the body has more values than the limit of \(value) for a search by JSONPath"
    case .xmlNodes: "the body has more nodes than the limit of \(value) for a search by XPath"
    case .querySteps:
      "the search for a path or condition takes more than the limit of \(value) steps"
    case .xmlDepth: "the body nests deeper than the limit of \(value) elements"
    case .xmlAttributes:
      "an element has more attributes and namespace declarations than the limit of \(value)"
    case .xmlTokenBytes:
      "a tag, comment or other piece of markup is longer than the limit of \(value) bytes"
    case .xmlFieldTextBytes:
      "the text of a mapped element is longer than the limit of \(value) bytes"
    case .xmlTextBytes: "the body has more text than the limit of \(value) bytes"
    }
  }
}

extension EncodingProblem {
  fileprivate func message(for format: BodyFormat) -> String {
    switch (self, format) {
    case (.invalidBytes(.utf8), .json): "the body is not UTF-8, which JSON must be"
    case (.invalidBytes(let encoding), _):
      "the bytes here are no character of \(encoding.name), the encoding that the body is in"
    case (.utf16, .json): "the body is UTF-16; JSON must be UTF-8"
    case (.utf16, .xml):
      "the body is UTF-16 without a byte order mark, which tells how to read it"
    case (.utf32, _):
      "the body is UTF-32; \(format.name) must be UTF-8\(format == .xml ? " or UTF-16" : "")"
    case (.ebcdic, _): "the body is EBCDIC, which is not supported"
    case (.compressed(let compression), _):
      "the body is \(compression.rawValue) data: its Content-Encoding has not been decoded"
    case (.unsupported(let name, let source), _):
      "\(source.name) says that the body is in `\(name.printable)`; "
        + "known are \(TextEncoding.names)"
    case (.contradiction(let source, let encoding, let other, let otherEncoding), _):
      "\(source.name) says that the body is \(encoding.name), "
        + "\(other.name) says that it is \(otherEncoding.name)"
    case (.notUTF16(let source), _):
      "\(source.name) says that the body is UTF-16, but its bytes are not: "
        + "the service wrote the text in another encoding than it declares"
    }
  }
}

extension EncodingProblem.Source {
  fileprivate var name: String {
    switch self {
    case .byteOrderMark: "the byte order mark"
    case .contentType: "the content type"
    case .declaration: "the XML declaration"
    }
  }
}
