import ResponseMapping

/// A mapping of JSON responses with these lines.
func compiled(_ lines: String..., limits: Limits = Limits()) throws -> Mapping {
  try Mapping(compiling: "response json\n" + lines.joined(separator: "\n"), limits: limits)
}

extension Mapping {
  /// What a response of status 200 with that body comes to.
  func evaluate(_ body: String) -> Outcome { evaluate(Array(body.utf8)) }

  func evaluate(_ body: [UInt8]) -> Outcome {
    evaluate(Response(ResponseHead(status: 200), body: body))
  }
}

extension Outcome {
  var updates: Updates? {
    guard case .mapped(let updates) = self else { return nil }
    return updates
  }

  var failure: Failure? {
    guard case .notMapped(let failure) = self else { return nil }
    return failure
  }

  /// The result of the first mapping.
  var result: MappingResult.Result? { updates?.results.first?.result }

  /// The codes of all warnings, whether the response is mapped or not.
  var warningCodes: [DiagnosticCode] {
    switch self {
    case .mapped(let updates): updates.warnings.map(\.code)
    case .notMapped(let failure): failure.warnings.map(\.code)
    }
  }

  /// The offset of what keeps the body from being read.
  var offset: Int? {
    switch failure?.kind {
    case .malformedBody(let position), .encoding(let position): position.offset
    default: nil
    }
  }
}

extension MappingResult.Result {
  static func string(_ text: String) -> Self { .written(.string(text)) }
}

/// The bytes of a text in which `‹C3 28›` stands for the bytes with those hexadecimal numbers.
func bytes(_ text: String) -> [UInt8] {
  var bytes: [UInt8] = []
  var rest = text[...]
  while let open = rest.firstIndex(of: "‹"), let close = rest[open...].firstIndex(of: "›") {
    bytes += rest[..<open].utf8
    let numbers = rest[rest.index(after: open)..<close].split(separator: " ")
    bytes += numbers.compactMap { UInt8($0, radix: 16) }
    rest = rest[rest.index(after: close)...]
  }
  return bytes + rest.utf8
}

/// The bytes of a text, as in ``bytes(_:)``, and the offset of the mark `¦` in it.
func markedBytes(_ text: String) -> (bytes: [UInt8], offset: Int) {
  let parts = text.split(separator: "¦", omittingEmptySubsequences: false)
  let before = bytes(String(parts[0]))
  return (before + bytes(String(parts.dropFirst().joined())), before.count)
}

/// A JSON string in which every UTF-16 code unit of the text is an escape.
func escaped(_ text: String) -> String {
  let units = text.utf16.map { unit in
    let digits = String(unit, radix: 16)
    return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
  }
  return "\"" + units.joined() + "\""
}

/// A JSON string of the text, with those escapes that there have to be.
func quoted(_ text: String) -> String {
  let parts = text.unicodeScalars.map { scalar in
    switch scalar {
    case "\"": "\\\""
    case "\\": "\\\\"
    case "\u{0}"..."\u{1F}": String(escaped(String(scalar)).dropFirst().dropLast())
    default: String(scalar)
    }
  }
  return "\"" + parts.joined() + "\""
}
