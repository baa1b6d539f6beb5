import Diagnostics
import MappingCompiler
import MappingPlan
import Testing

/// Files that nobody writes: each ends soon, with what is to be said about it. The bounds are wide,
/// for a debug build on a busy machine; what takes the square of its length stays far beyond them.
@Suite(.serialized) struct PathologyTests {
  private static let header = "response json\n"

  @Test func `one comment of ten megabytes`() {
    let text = PathologyTests.header + "a -> X #" + String(repeating: "x", count: 10_000_000)
    expect([], in: text, within: .seconds(30))
  }

  @Test func `one key of a megabyte`() {
    let text = PathologyTests.header + String(repeating: "k", count: 1_000_000) + " -> X"
    expect([.pathTooLong], in: text, within: .seconds(30))
  }

  @Test func `one statement without arrow of a megabyte`() {
    let text = PathologyTests.header + String(repeating: "w ", count: 500_000)
    expect([.missingArrow], in: text, within: .seconds(30))
  }

  @Test func `a hundred thousand open brackets`() {
    let text = PathologyTests.header + "a" + String(repeating: "[", count: 100_000) + " -> X"
    expect([.unclosedBracket], in: text, within: .seconds(20))
  }

  @Test func `as many indices as a path may have, and twenty thousand`() {
    let indices = String(repeating: "[0]", count: PathTrie.mostSteps - 1)
    let plan = expect([], in: PathologyTests.header + "a\(indices) -> X", within: .seconds(20))
    #expect(plan?.trie.states.count == PathTrie.mostSteps)
    let text = PathologyTests.header + "a" + String(repeating: "[0]", count: 20_000) + " -> X"
    expect([.pathTooLong], in: text, within: .seconds(20))
  }

  @Test func `twenty thousand mistakes in one statement`() {
    let text = PathologyTests.header + "a" + String(repeating: "[x]", count: 20_000) + " -> X"
    let codes = [DiagnosticCode](repeating: .invalidIndex, count: 20_000)
    expect(codes, in: text, within: .seconds(20))
  }

  @Test func `a hundred thousand wrong statements`() {
    let text = PathologyTests.header + String(repeating: "a => X\n", count: 100_000)
    let codes = [DiagnosticCode](repeating: .missingArrow, count: 100_000)
    expect(codes, in: text, within: .seconds(20))
  }

  @Test func `a hundred thousand mappings`() {
    let mappings = (0..<100_000).map { "a.b\($0).c -> F\($0)\n" }.joined()
    let plan = expect([], in: PathologyTests.header + mappings, within: .seconds(20))
    #expect(plan?.bindings.count == 100_000)
  }

  @Test func `a hundred thousand comments between a path and its arrow`() {
    let comments = String(repeating: "# comment\n", count: 100_000)
    expect([], in: PathologyTests.header + "a\n" + comments + "-> X", within: .seconds(20))
  }

  @Test func `a hundred thousand arrows`() {
    let text = PathologyTests.header + "a" + String(repeating: "\n-> X", count: 100_000)
    expect([.secondArrow], in: text, within: .seconds(20))
  }

  @Test func `twenty thousand quotes`() {
    let text = PathologyTests.header + String(repeating: "'a'", count: 20_000) + ".b -> X"
    let codes = [.pathTooLong] + [DiagnosticCode](repeating: .missingDot, count: 19_999)
    expect(codes, in: text, within: .seconds(20))
  }

  @Test func `a hundred thousand escapes in a quote that is not closed`() {
    let text = PathologyTests.header + "'" + String(repeating: "\\'", count: 100_000)
    expect([.unclosedQuote], in: text, within: .seconds(20))
    let behind = PathologyTests.header + "a -> X '" + String(repeating: "\\'", count: 100_000)
    expect([.unclosedQuote], in: behind, within: .seconds(20))
  }

  @Test(arguments: ["a$# -> X", "a[#x] -> X", "a -> 1#", "a -> X : #", "response #"])
  func `a message does not repeat a very long word`(statement: String) throws {
    let word = String(repeating: "w", count: 200_000)
    let found = compile(statement.replacing("#", with: word)).diagnostics
    let lengths = found.map { max($0.message.count, $0.help?.count ?? 0) }
    let longest = try #require(lengths.max())
    #expect(longest < 500)
  }

  @discardableResult
  private func expect(
    _ codes: [DiagnosticCode], in text: String, within limit: Duration,
    sourceLocation: SourceLocation = #_sourceLocation
  ) -> Plan? {
    let bytes = Array(text.utf8)
    var compilation: Compilation?
    let time = ContinuousClock().measure { compilation = Compiler.compile(bytes) }
    #expect(time < limit, sourceLocation: sourceLocation)
    let found = compilation?.diagnostics.map(\.code) ?? []
    let shown = Array(codes.prefix(Compilation.mostDiagnostics))
    #expect(found == shown, sourceLocation: sourceLocation)
    #expect(compilation?.omitted == codes.count - shown.count, sourceLocation: sourceLocation)
    return compilation?.plan
  }
}
