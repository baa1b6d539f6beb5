import ResponseMapping
import Testing

/// A mapping of XML responses with these lines.
func xml(_ lines: String..., limits: Limits = Limits()) throws -> Mapping {
  try Mapping(compiling: "response xml\n" + lines.joined(separator: "\n"), limits: limits)
}

extension Mapping {
  /// What a response of status 200 with that body and type comes to.
  func evaluate(_ body: [UInt8], as contentType: String?) -> Outcome {
    let headers = contentType.map { [ResponseHead.Header("Content-Type", $0)] } ?? []
    return evaluate(Response(ResponseHead(status: 200, headers: headers), body: body))
  }
}

extension Outcome {
  /// The place of what keeps the body from being read.
  var position: BodyPosition? {
    switch failure?.kind {
    case .malformedBody(let position), .encoding(let position): position
    default: nil
    }
  }
}

/// A path, a body of XML as ``bytes(_:)`` reads it, and what is found there when it goes into a text
/// field.
struct XMLSituation: Sendable, CustomTestStringConvertible {
  let path: String
  let body: String
  let result: MappingResult.Result
  let warnings: [DiagnosticCode]

  init(
    _ path: String, _ body: String, _ result: MappingResult.Result,
    _ warnings: [DiagnosticCode] = []
  ) {
    self.path = path
    self.body = body
    self.result = result
    self.warnings = warnings
  }

  var testDescription: String { "\(path) in \(body.prefix(60))" }

  func check(_ location: SourceLocation = #_sourceLocation) throws {
    let outcome = try xml("\(path) -> Target").evaluate(bytes(body))
    let updates = try #require(
      outcome.updates, "\(outcome.failure?.message ?? "")", sourceLocation: location)
    #expect(updates.results.map(\.result) == [result], sourceLocation: location)
    #expect(updates.warnings.map(\.code).inOrder == warnings.inOrder, sourceLocation: location)
    guard case .written(let value) = result else {
      #expect(updates.values.isEmpty, sourceLocation: location)
      return
    }
    #expect(updates.values == ["Target": value], sourceLocation: location)
  }
}

extension [DiagnosticCode] {
  /// In the order of their codes.
  var inOrder: [DiagnosticCode] { sorted { $0.rawValue < $1.rawValue } }
}

/// The bytes of a text, as in ``bytes(_:)``, and the offsets of the two marks `¦` in it: the first and
/// the last one at which the mistake between them may be said to be.
func markedRegion(_ text: String) -> (bytes: [UInt8], offsets: ClosedRange<Int>) {
  let parts = text.split(separator: "¦", omittingEmptySubsequences: false).map {
    bytes(String($0))
  }
  let start = parts[0].count
  let end = start + (parts.count > 2 ? parts[1].count : 0)
  return (Array(parts.joined()), start...end)
}

/// The declaration of the namespace that `xsi:nil` is of.
let xsi = #"xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance""#

/// A text as the content of an element.
func xmlText(_ text: String) -> String {
  text.unicodeScalars.map { scalar in
    switch scalar {
    case "&": "&amp;"
    case "<": "&lt;"
    case ">": "&gt;"
    case "\r": "&#13;"
    default: String(scalar)
    }
  }.joined()
}

extension String {
  /// The text without white space of XML (`S` of XML 1.0) at its ends.
  var trimmingXMLSpace: String {
    let isSpace: (Unicode.Scalar) -> Bool = { " \t\r\n".unicodeScalars.contains($0) }
    let start = unicodeScalars.drop(while: isSpace)
    return String(String.UnicodeScalarView(start.reversed().drop(while: isSpace).reversed()))
  }
}
