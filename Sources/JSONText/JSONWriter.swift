extension JSONValue {
  /// The document in one line without insignificant white space, members in their order.
  ///
  /// Control characters are escaped, and those of U+2028… and U+2066…, which end lines or turn the
  /// direction of writing where text is shown; everything else is written as it is.
  package var text: String {
    var output = ""
    write(to: &output)
    return output
  }

  /// The document with the members of each object ordered by name (by Unicode scalars): two equal
  /// documents have the same canonical text.
  package var canonical: JSONValue {
    switch self {
    case .null, .boolean, .number, .string, .illFormedString: self
    case .array(let elements): .array(elements.map(\.canonical))
    case .object(let members):
      .object(
        members.map {
          JSONMember($0.name, $0.value.canonical, hasIllFormedName: $0.hasIllFormedName)
        }
        .sorted { $0.name.unicodeScalars.lexicographicallyPrecedes($1.name.unicodeScalars) })
    }
  }

  /// What is left to be written.
  private enum Piece {
    case value(JSONValue)
    case text(String)
  }

  /// Not recursive, so that deep documents can be written on a small stack.
  private func write(to output: inout String) {
    var pending: [Piece] = [.value(self)]
    while let piece = pending.popLast() {
      switch piece {
      case .text(let text): output += text
      case .value(.null): output += "null"
      case .value(.boolean(let value)): output += value ? "true" : "false"
      case .value(.number(let text)): output += text
      case .value(.string(let text)): output += text.jsonQuoted
      case .value(.illFormedString(let source)): output += source.jsonQuotedSource
      case .value(.array(let elements)):
        JSONValue.append(elements.map { [.value($0)] }, "[", "]", to: &pending)
      case .value(.object(let members)):
        JSONValue.append(
          members.map { [.text($0.quotedName + ":"), .value($0.value)] }, "{", "}", to: &pending)
      }
    }
  }

  /// Puts the items in their brackets on the stack, the first on top.
  private static func append(
    _ items: [[Piece]], _ open: String, _ close: String, to pending: inout [Piece]
  ) {
    let separated = items.enumerated().flatMap { $0 > 0 ? [.text(",")] + $1 : $1 }
    pending += [.text(close)]
    pending += separated.reversed()
    pending += [.text(open)]
  }
}

extension JSONMember {
  fileprivate var quotedName: String { hasIllFormedName ? name.jsonQuotedSource : name.jsonQuoted }
}

extension String {
  /// The text as a JSON string, quotes included (RFC 8259 §7).
  package var jsonQuoted: String {
    var quoted = "\""
    for scalar in unicodeScalars {
      switch scalar {
      case "\"": quoted += "\\\""
      case "\\": quoted += "\\\\"
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      default: quoted.appendEscapingInvisible(scalar)
      }
    }
    return quoted + "\""
  }

  /// The source text of a JSON string as one, what drives a terminal or turns a line being escaped.
  fileprivate var jsonQuotedSource: String {
    unicodeScalars.reduce(into: "\"") { $0.appendEscapingInvisible($1) } + "\""
  }

  private mutating func appendEscapingInvisible(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\u{00}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{2028}"..."\u{202E}",
      "\u{2066}"..."\u{2069}":
      let digits = String(scalar.value, radix: 16)
      self += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: unicodeScalars.append(scalar)
    }
  }
}
