extension XPathExpression {
  /// The expression in its normal spelling: abbreviated where it can be, a space around binary
  /// operators and behind commas, no parentheses that change nothing. Parsed again it gives the same
  /// syntax.
  package var canonicalText: String { syntax.canonicalText }
}

extension XPathSyntax {
  package var canonicalText: String {
    switch self {
    case .operation(let first, let operations): XPathSyntax.text(first, operations)
    case .negation(let count, let operand):
      String(repeating: "-", count: count) + operand.text(binding: .union)
    case .union(let operands): operands.map { $0.text(binding: .path) }.joined(separator: " | ")
    case .path(let path): XPathSyntax.text(path)
    case .filter(let primary, let predicates, let steps):
      primary.text(binding: .primary) + XPathSyntax.text(predicates)
        + XPathSyntax.text(steps, separator: "/")
    case .literal(let text): text.literal
    case .number(let digits): digits
    case .call(let function, let arguments):
      function.rawValue + "(" + arguments.map(\.canonicalText).joined(separator: ", ") + ")"
    }
  }

  /// How tightly a syntax binds; the precedence of an operator where it is one.
  private struct Binding: Comparable {
    static let negation = Binding(7)
    static let union = Binding(8)
    static let path = Binding(9)
    static let primary = Binding(10)

    let level: Int

    init(_ level: Int) { self.level = level }

    static func < (left: Binding, right: Binding) -> Bool { left.level < right.level }
  }

  private var binding: Binding {
    switch self {
    case .operation(_, let operations): Binding(operations.first?.operator.precedence ?? 0)
    case .negation: .negation
    case .union: .union
    case .path, .filter: .path
    case .literal, .number, .call: .primary
    }
  }

  /// The text, in parentheses if it binds less tightly than what stands around it.
  private func text(binding: Binding) -> String {
    self.binding < binding ? "(" + canonicalText + ")" : canonicalText
  }

  private static func text(_ first: XPathSyntax, _ operations: [XPathOperation]) -> String {
    let tighter = Binding((operations.first?.operator.precedence ?? 0) + 1)
    var text = first.text(binding: tighter)
    for operation in operations {
      // Behind the path `/` a name or `*` would be a step of it.
      let mayBeStep = operation.operator.isWord || operation.operator == .multiply
      if mayBeStep, text.hasSuffix("/") { text = text.dropLast() + "(/)" }
      text += " \(operation.operator.rawValue) " + operation.operand.text(binding: tighter)
    }
    return text
  }

  private static func text(_ path: XPathLocationPath) -> String {
    guard let first = path.steps.first else { return "/" }
    let steps = text(path.steps, separator: path.isAbsolute ? "/" : "")
    // libxml2 (2.9) takes no name behind the root's slash that does not begin in ASCII.
    let startsBare = path.isAbsolute && first.axis == .child && first.test.beginsBeyondASCII
    return startsBare ? "/child::" + steps.dropFirst() : steps
  }

  private static func text(_ predicates: [XPathSyntax]) -> String {
    predicates.map { "[" + $0.canonicalText + "]" }.joined()
  }

  /// Steps behind a separator, which is empty at the start of a relative path.
  private static func text(_ steps: [XPathStep], separator: String) -> String {
    var text = ""
    var separator = separator
    for (position, step) in steps.enumerated() {
      if separator == "/", step == .descendants, position + 1 < steps.count {
        separator = "//"
      } else {
        text += separator + XPathSyntax.text(step)
        separator = "/"
      }
    }
    return text
  }

  private static func text(_ step: XPathStep) -> String {
    switch (step.axis, step.test) {
    case (.self, .node) where step.predicates.isEmpty: "."
    case (.parent, .node) where step.predicates.isEmpty: ".."
    case (.child, _): step.test.text + text(step.predicates)
    case (.attribute, _): "@" + step.test.text + text(step.predicates)
    default: step.axis.rawValue + "::" + step.test.text + text(step.predicates)
    }
  }
}

extension XPathNodeTest {
  fileprivate var text: String {
    switch self {
    case .name(let name): name.text
    case .any(let prefix): (prefix.map { $0.string + ":" } ?? "") + "*"
    case .node: "node()"
    case .text: "text()"
    case .comment: "comment()"
    case .processingInstruction(let target):
      "processing-instruction(" + (target?.literal ?? "") + ")"
    }
  }
}

extension XPathNodeTest {
  /// Whether it is a name whose first character is not of ASCII.
  fileprivate var beginsBeyondASCII: Bool { text.utf8.first.map { $0 > 0x7F } ?? false }
}

extension XPathText {
  /// In the quotes that it does not hold: one that has been parsed never holds both.
  fileprivate var literal: String {
    let quote = string.utf8.contains(UInt8(ascii: "\"")) ? "'" : "\""
    return quote + string + quote
  }
}
