extension JSONPathQuery {
  /// The query in its normal form: names after dots where they can stand there, else in single
  /// quotes; blanks around operators and behind commas only; no parentheses that change nothing.
  ///
  /// It reads back as an equal query with the same canonical text.
  package var canonicalText: String {
    segments.reduce(into: origin == .root ? "$" : "@") { $0 += $1.canonicalText }
  }

  /// A step to one child.
  package enum Step: Hashable, Sendable {
    case name(String)
    case index(Int)
  }

  /// The way to the one node that the query can select, if no step counts from the end of an array,
  /// so that a reader of a stream can follow it; otherwise nil.
  package var simpleSteps: [Step]? {
    var steps: [Step] = []
    for segment in segments {
      switch segment.singularSelector {
      case .name(let name): steps.append(.name(name))
      case .index(let index) where index >= 0: steps.append(.index(index))
      case .index, .wildcard, .slice, .filter, nil: return nil
      }
    }
    return steps
  }
}

extension JSONPathCondition {
  /// The condition in its normal form; see ``JSONPathQuery/canonicalText``.
  package var canonicalText: String { expression.canonicalText }
}

extension JSONPathSegment {
  fileprivate var canonicalText: String {
    switch self {
    case .child(let selectors):
      shorthand(selectors).map { "." + $0 } ?? bracketed(selectors)
    case .descendant(let selectors): ".." + (shorthand(selectors) ?? bracketed(selectors))
    }
  }

  private func shorthand(_ selectors: [JSONPathSelector]) -> String? {
    guard selectors.count == 1 else { return nil }
    switch selectors[0] {
    case .wildcard: return "*"
    case .name(let name): return name.isShorthandName ? name : nil
    case .index, .slice, .filter: return nil
    }
  }

  private func bracketed(_ selectors: [JSONPathSelector]) -> String {
    "[" + selectors.map(\.canonicalText).joined(separator: ", ") + "]"
  }
}

extension JSONPathSelector {
  fileprivate var canonicalText: String {
    switch self {
    case .name(let name): "'\(name.escapedForSingleQuotes)'"
    case .wildcard: "*"
    case .index(let index): "\(index)"
    case .slice(let slice): slice.canonicalText
    case .filter(let expression): "?\(expression.canonicalText)"
    }
  }
}

extension JSONPathSlice {
  fileprivate var canonicalText: String {
    let bounds = "\(start.map(String.init) ?? ""):\(end.map(String.init) ?? "")"
    return step == 1 ? bounds : "\(bounds):\(step)"
  }
}

extension LogicalExpression {
  package var canonicalText: String {
    switch self {
    case .or(let parts): parts.map(\.canonicalText).joined(separator: " || ")
    case .and(let parts): parts.map(\.textWithinAnd).joined(separator: " && ")
    case .not(let part): "!" + part.textBehindNot
    case .comparison(let comparison): comparison.canonicalText
    case .existence(let query): query.canonicalText
    case .test(let call): call.canonicalText
    }
  }

  private var textWithinAnd: String {
    switch self {
    case .or: "(\(canonicalText))"
    case .and, .not, .comparison, .existence, .test: canonicalText
    }
  }

  private var textBehindNot: String {
    switch self {
    case .existence, .test: canonicalText
    case .or, .and, .not, .comparison: "(\(canonicalText))"
    }
  }
}

extension JSONPathComparison {
  package var canonicalText: String {
    "\(left.canonicalText) \(relation.rawValue) \(right.canonicalText)"
  }
}

extension JSONPathOperand {
  package var canonicalText: String {
    switch self {
    case .literal(let literal): literal.canonicalText
    case .query(let query): query.canonicalText
    case .call(let call): call.canonicalText
    }
  }
}

extension JSONPathLiteral {
  fileprivate var canonicalText: String {
    switch value {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let text): text
    case .string(let text): "'\(text.escapedForSingleQuotes)'"
    }
  }
}

extension JSONPathCall {
  package var canonicalText: String {
    "\(function.rawValue)(\(arguments.map(\.canonicalText).joined(separator: ", ")))"
  }
}

extension String {
  /// Whether the name can stand after a dot (`member-name-shorthand`).
  fileprivate var isShorthandName: Bool {
    guard let first = utf8.first else { return false }
    return first.beginsName && utf8.allSatisfy(\.continuesName)
  }

  /// The text as it stands between single quotes in a normalized path (RFC 9535 §2.7).
  var escapedForSingleQuotes: String {
    unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\u{8}": text += "\\b"
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\u{C}": text += "\\f"
      case "\r": text += "\\r"
      case "'": text += "\\'"
      case "\\": text += "\\\\"
      case ..<" ":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
