import ResponseMapping
import Testing

/// A mapping file, a response, and what must come of them, as one line:
///
/// ```
/// T="b"/1 U=42 V~="cut" W cleared X missing !RM418      a result for each field, then the warnings
/// mappingFailed[T] T null U withheld                    a failure with results
/// status(retry 7)   pending(pending) pending when $.p   the recovery class, then the guard
/// ```
/// `/1` is the source that served, `?blank` the condition. `⟨x×255⟩` stands for that many of a character;
/// `…` at the end for anything that follows.
struct LanguageRow: Sendable, CustomTestStringConvertible {
  let source: String
  let body: String
  let expected: String
  var status = 200
  var headers: [ResponseHead.Header] = []

  static func json(
    _ lines: String, _ body: String, _ expected: String, status: Int = 200,
    headers: [ResponseHead.Header] = []
  ) -> LanguageRow {
    LanguageRow(
      source: "response json\n" + lines, body: body, expected: expected, status: status,
      headers: headers)
  }

  static func xml(_ lines: String, _ body: String, _ expected: String) -> LanguageRow {
    LanguageRow(source: "response xml\n" + lines, body: body, expected: expected)
  }

  var testDescription: String { "\(source.debugDescription) with \(body.prefix(60))" }

  /// Holds the outcome to the row, and the outcome of the mapping's plan to that.
  func check(_ location: SourceLocation = #_sourceLocation) throws {
    let mapping = try Mapping(compiling: expanded(source))
    let head = ResponseHead(status: status, headers: headers)
    let response = Response(head, body: Array(expanded(body).utf8))
    let outcome = mapping.evaluate(response)
    var summary = Array(outcome.summary.utf8)
    var wanted = Array(expanded(expected).utf8)
    if expected.hasSuffix("…") {
      wanted.removeLast("…".utf8.count)
      summary = Array(summary.prefix(wanted.count))
    }
    #expect(
      summary == wanted, "\(outcome.summary.prefix(300)) for \(testDescription)",
      sourceLocation: location)
    let loaded = try Mapping(plan: Array(mapping.plan.utf8))
    #expect(loaded.evaluate(response) == outcome, sourceLocation: location)
    #expect(loaded.planHash == mapping.planHash, sourceLocation: location)
    #expect(loaded.plan == mapping.plan, sourceLocation: location)
  }
}

/// A text in which `⟨x×255⟩` stands for 255 times `x`.
private func expanded(_ text: String) -> String {
  var result = String.UnicodeScalarView()
  var rest = text.unicodeScalars[...]
  while let open = rest.firstIndex(of: "⟨"), let close = rest[open...].firstIndex(of: "⟩"),
    let times = rest[open..<close].firstIndex(of: "×"),
    let count = Int(String(rest[rest.index(after: times)..<close]))
  {
    result += rest[..<open]
    for _ in 0..<count { result += rest[rest.index(after: open)..<times] }
    rest = rest[rest.index(after: close)...]
  }
  result += rest
  return String(result)
}

extension Outcome {
  /// The outcome as one line: see ``LanguageRow``.
  fileprivate var summary: String {
    let line =
      switch self {
      case .mapped(let updates): updates.results.map(\.summary).joined(separator: " ")
      case .notMapped(let failure): failure.summary
      }
    return warningCodes.inOrder.reduce(line) { "\($0) !\($1.rawValue)" }
  }
}

extension Failure {
  fileprivate var summary: String {
    if case .mappingFailed(let fields) = kind {
      return "mappingFailed[\(fields.joined(separator: ","))] "
        + results.map(\.summary).joined(separator: " ")
    }
    var recovery = self.recovery.name
    if case .retry(let seconds?) = self.recovery { recovery += " \(seconds)" }
    let line = "\(kind.name)(\(recovery))"
    switch kind {
    case .pending(let condition?), .rejected(let condition): return line + " " + condition.text
    default: return line
    }
  }
}

extension MappingResult {
  fileprivate var summary: String {
    var line = field + result.summary
    if let source, code == nil || result.value != nil, result != .cleared { line += "/\(source)" }
    if let condition, result.value != nil { line += "?\(condition.rawValue)" }
    return line
  }
}

extension MappingResult.Result {
  fileprivate var summary: String {
    switch self {
    case .written(let value): "=" + value.summary
    case .truncated(let value): "~=" + value.summary
    case .cleared: " cleared"
    case .withheld: " withheld"
    case .missing: " missing"
    case .null: " null"
    case .empty: " empty"
    case .mismatch: " mismatch"
    case .overlong: " overlong"
    }
  }
}

extension FieldValue {
  fileprivate var summary: String {
    switch self {
    case .null: "null"
    case .string(let text), .date(let text), .dateTime(let text): quoted(text)
    case .integer(let value): String(value)
    case .decimal(let text): text
    case .boolean(let value): String(value)
    }
  }
}
