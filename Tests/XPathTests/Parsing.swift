import Diagnostics
import Testing
import TestSupport
import XPath

/// An expression and its normal spelling.
struct Spelling: Sendable, CustomTestStringConvertible {
  let text: String
  let canonical: String

  init(_ text: String, _ canonical: String) {
    self.text = text
    self.canonical = canonical
  }

  var testDescription: String { text.debugDescription }
}

/// The problem of a text, `nil` if it is an expression.
func problem(of text: String, prefixes: Set<String>? = nil) -> XPathProblem? {
  do {
    _ = try XPathExpression.parse(text, prefixes: prefixes)
    return nil
  } catch {
    return error
  }
}

/// Expects the expression to have that spelling, and the spelling to be the same expression.
func expect(_ spelling: Spelling) throws {
  let expression = try XPathExpression.parse(spelling.text)
  #expect(expression.canonicalText == spelling.canonical)
  #expect(try XPathExpression.parse(spelling.canonical).syntax == expression.syntax)
}
