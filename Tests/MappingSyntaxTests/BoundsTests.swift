import Diagnostics
import MappingSyntax
import Testing

/// Large and hostile files are read in time proportional to their length: what took time quadratic in
/// these sizes would not end here.
@Suite struct BoundsTests {
  struct Large: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let statements: Int
    let problems: Int

    init(_ name: String, _ text: String, statements: Int = 1, problems: Int) {
      self.name = name
      self.text = text
      self.statements = statements
      self.problems = problems
    }

    var testDescription: String { name }
  }

  private static let n = 10_000

  private static func times(_ text: String, _ count: Int = n) -> String {
    String(repeating: text, count: count)
  }

  @Test(arguments: [
    Large("open brackets", times("["), problems: 1),
    Large("open brackets, then an arrow", times("[") + "\n-> X", problems: 1),
    Large("nested brackets", "$" + times("[") + times("]") + " -> X", problems: 0),
    Large("nested brackets in a key", "a" + times("[") + times("]") + " -> X", problems: 1),
    Large("crossed brackets", "a" + times("[)") + " -> X", problems: 1),
    Large("indices", "a" + times("[0]") + " -> X", problems: 0),
    Large("empty indices", "a" + times("[]") + " -> X", problems: n),
    Large("dots", "a" + times(".") + " -> X", problems: 1),
    Large("quotes", times("''") + " -> X", problems: n - 1),
    Large("illegal keys", "a" + times(".$") + " -> X", problems: 1),
    Large("a long key", times("a") + " -> X", problems: 0),
    Large("blanks", "a" + times(" ") + "-> X" + times(" "), problems: 0),
    Large("backslashes", "'" + times("\\\\") + "' -> X", problems: 0),
    Large("arrows", "a" + times(" ->") + " X", problems: 1),
    Large("lines of arrows", "a" + times("\n->") + " X", problems: 1),
    Large("alternatives", "a" + times("\n?? b") + " -> X", problems: 0),
    Large("alternatives without a source", "a" + times(" ??") + " -> X", problems: 1),
    Large("alternatives behind the arrow", "a -> X" + times("\n?? b"), problems: 1),
    Large("transforms", "a" + times(" |> trim") + " -> X", problems: 0),
    Large("transforms without an operator", "a |>" + times(" trim") + " -> X", problems: 1),
    Large("comments within", "a" + times("\n# c\n?? b # d") + "\n-> X", problems: 0),
    Large("lone comments", "a" + times("\n# c") + "\n-> X", problems: 0),
    Large(
      "comments of two statements", "a -> X" + times("\n# c") + "\nb -> Y", statements: 2,
      problems: 0),
    Large("arguments", "a |> f(" + times("1,") + "1) -> X", problems: 0),
    Large("arguments without commas", "a |> f(\"\"" + times("\"\"") + ") -> X", problems: 1),
    Large("unreadable arguments", "a |> f(" + times("x,") + "y) -> X", problems: 1),
    Large("parentheses", "a |> f(" + times("(") + times(")") + ") -> X", problems: 1),
    Large("texts and holes", "\"" + times("a{b}") + "\" -> X", problems: 0),
    Large("empty holes", "\"" + times("{}") + "\" -> X", problems: n),
    Large("unclosed holes", "\"" + times("{") + "a{b\" -> X", problems: 1),
    Large("holes with open brackets", "\"" + times("{[}") + "\" -> X", problems: 1),
    Large("closing braces", "\"" + times("} ") + "\" -> X", problems: 1),
    Large("modifiers", "a -> X" + times(" required"), problems: 1),
    Large("words behind the field", "a -> X" + times(" y"), problems: 1),
    Large("colons", "a -> X " + times(":") + " text", problems: 1),
    Large("semicolons", "a -> X" + times(";"), problems: 1),
    Large("statuses", "on 404" + times(", 404") + " skip", problems: 0),
    Large("statuses without commas", "on" + times(" 404") + " skip", problems: n - 1),
    Large(
      "a long condition", "reject when $.a" + times(" && $.b because") + " && $.c because \"d\"",
      problems: 1),
    Large("words that may be because", "reject when " + times("because = ") + "1", problems: 1),
    Large("codes", "a -> X # respmap: ignore[" + times("RM999,") + "RM207]", problems: n),
    Large("written arrows", "a" + times(" =>") + " X", problems: 1),
    Large("missing arrows", times("a\n"), statements: n, problems: n),
    Large("unknown directives", times("respnse json\n"), statements: n, problems: n),
    Large("open quotes", times("a'b -> X\n"), statements: n, problems: n),
    Large("carriage returns", times("a -> X\r"), statements: n, problems: 0),
    Large("empty lines", times("\r\n") + "a -> X", problems: 0),
  ])
  func `a large file is read in one go`(large: Large) throws {
    let (file, problems) = try parse(large.text)
    #expect(file.statements.count == large.statements)
    #expect(problems.count == large.problems)
    #expect(file.tokens.last?.range.upperBound == large.text.utf8.count)
  }

  @Test func `what is said about a large mistake is short`() throws {
    let long = BoundsTests.times("x$")
    let texts = [
      "\(long) -> X", "a[\(long)] -> X", "a -> \(long)", "a |> f(\(long)) -> X", "on 4\(long) skip",
      "a -> X \(long)", "fields \(long)", "a |> \(long) -> X", "a -> X # respmap: ignore[\(long)]",
    ]
    for text in texts {
      for problem in try parse(text).problems {
        let diagnostic = problem.diagnostic
        let said =
          [diagnostic.message, diagnostic.help ?? ""] + diagnostic.notes
          + diagnostic.fixes.map(\.title)
        #expect(said.allSatisfy { $0.utf8.count < 600 }, "\(text.prefix(20))")
      }
    }
  }
}
