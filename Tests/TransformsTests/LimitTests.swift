import JSONText
import MappingPlan
import Testing
import Transforms

@Suite struct LimitTests {
  @Test func `a result is as long as allowed and no longer`() throws {
    let half = String(repeating: "a", count: ResultLimit.bytes / 2)
    let doubled: [Argument] = [.text("a"), .text("bb")]
    guard case .value = try apply("replace", doubled, to: .text(half)) else {
      Issue.record("a text of the limit's length is refused")
      return
    }
    #expect(try apply("replace", doubled, to: .text(half + "a")) == .mismatch(.tooLong))
    let list = Value.list([.text(half), .text(half)])
    #expect(try apply("join", [.text(";")], to: list) == .mismatch(.tooLong))
    let whole = String(repeating: "ß", count: ResultLimit.bytes / 2)
    #expect(try apply("uppercase", to: .text(whole)) == .text(whole.uppercased()))
    #expect(try apply("uppercase", to: .text(whole + "ab")) == .mismatch(.tooLong))
    #expect(try apply("lowercase", to: .text(whole + "ab")) == .mismatch(.tooLong))
  }

  @Test func `a text is split into as many parts as allowed and no more`() throws {
    let text = String(repeating: ";", count: ResultLimit.elements - 1)
    guard case .value(.list(let parts)) = try apply("split", [.text(";")], to: .text(text)) else {
      Issue.record("a text of as many parts as allowed is not split")
      return
    }
    #expect(parts.count == ResultLimit.elements)
    #expect(try apply("split", [.text(";")], to: .text(text + ";")) == .mismatch(.tooMany))
  }

  @Test(.timeLimit(.minutes(1)))
  func `a search takes time in proportion to the text, whatever is searched for`() throws {
    let text = String(repeating: "a", count: 500_000)
    let wanted = String(repeating: "a", count: 5000) + "b"
    #expect(try apply("before", [.text(wanted)], to: .text(text)) == .missing)
    #expect(try apply("contains", [.text(wanted)], to: .text(text)) == .value(.boolean(false)))
  }

  @Test func `an expression is not run on a text that it would take too long on`() throws {
    let text = String(repeating: "a", count: ResultLimit.bytes)
    let pattern = Argument.text("(a{500}b){4}")
    #expect(try apply("matches", [pattern], to: .text(text)) == .mismatch(.tooCostly))
    #expect(try apply("extract", [pattern], to: .text(text)) == .mismatch(.tooCostly))
    #expect(try apply("matches", [.text("a*")], to: .text("aa")) == .value(.boolean(true)))
  }

  @Test func `a path may not select values within one another without end`() throws {
    let text =
      String(repeating: "[", count: 100) + String(repeating: "1,", count: 2000) + "1"
      + String(repeating: "]", count: 100)
    #expect(try apply("json", [.jsonPath("$..*")], to: .text(text)) == .mismatch(.tooMany))
    guard case .value = try apply("json", [.jsonPath("$[0][0]")], to: .text(text)) else {
      Issue.record("a small selection of the same document is refused")
      return
    }
  }

  @Test func `a path may not take more steps than allowed`() throws {
    let text = "[" + String(repeating: "[1],", count: 2000) + "1]"
    let path = Argument.jsonPath("$[?count($..*) > 1]")
    #expect(try apply("json", [path], to: .text(text)) == .mismatch(.tooCostly))
    #expect(
      try apply("json", [path], to: .text("[[1],1]"))
        == .list([.list([.number("1")]), .number("1")]))
  }

  @Test func `JSON that is too large is told from what is no JSON`() throws {
    let deep = String(repeating: "[", count: 200) + String(repeating: "]", count: 200)
    #expect(try apply("json", [.jsonPath("$")], to: .text(deep)) == .mismatch(.jsonTooLarge))
    let wide = "[" + String(repeating: "1,", count: ResultLimit.jsonValues) + "1]"
    #expect(try apply("json", [.jsonPath("$")], to: .text(wide)) == .mismatch(.jsonTooLarge))
    for text in ["", "{", "{a:1}", "[1] 2", "'a'", "NaN", "\u{FEFF}{}"] {
      #expect(try apply("json", [.jsonPath("$")], to: .text(text)) == .mismatch(.notJSON))
    }
  }

  @Test func `half of a surrogate pair is a mismatch where its text is asked for`() throws {
    let text = Value.text(#"["a", "\ud800"]"#)
    guard case .value(let list) = try apply("json", [.jsonPath("$")], to: text) else {
      Issue.record("the document is refused")
      return
    }
    #expect(try apply("first", to: list) == .text("a"))
    #expect(try apply("count", to: list) == .number("2"))
    #expect(try apply("join", [.text(";")], to: list) == .mismatch(.loneSurrogate))
    guard case .value(let last) = try apply("last", to: list) else { return }
    #expect(try apply("trim", to: last) == .mismatch(.loneSurrogate))
  }

  @Test func `texts are compared by what was sent, not by what it looks like`() throws {
    let composed = Value.text("é")
    #expect(composed != .text("e\u{301}"))
    let list = Value.list([composed, .text("e\u{301}")])
    #expect(try apply("unique", to: list) == .value(list))
    #expect(try apply("equals", [.text("e\u{301}")], to: composed) == .value(.boolean(false)))
    #expect(
      try apply("replace", [.text("é"), .text("x")], to: .text("e\u{301}")) == .text("e\u{301}"))
  }
}
