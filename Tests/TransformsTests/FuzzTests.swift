import CalendarTime
import MappingPlan
import TestSupport
import Testing
import Transforms

@Suite struct FuzzTests {
  @Test func `no value makes a transform stop the program, or give a kind it does not give`()
    throws
  {
    var generator = SeededGenerator(seed: 42)
    for transform in Transform.all {
      for example in transform.examples {
        let prepared = try transform.prepare(example.arguments)
        for _ in 0..<60 {
          let value = generator.once(in: 20) ? nil : generator.value(depth: 2)
          guard case .value(let result) = prepared(value) else { continue }
          #expect(value.map { transform.accepted.contains($0.kinds) } ?? transform.takesNothing)
          guard result != .null else { continue }
          #expect(prepared.output.contains(result.kinds))
          #expect(prepared(value) == .value(result))
        }
      }
    }
  }

  @Test func `no arguments make preparing stop the program`() {
    var generator = SeededGenerator(seed: 43)
    var prepared = 0
    for _ in 0..<20_000 {
      let transform = generator.pick(Transform.all)
      let arguments = (0..<generator.below(3)).map { _ in generator.argument() }
      guard let function = try? transform.prepare(arguments) else { continue }
      prepared += 1
      _ = function(generator.value(depth: 1))
    }
    #expect(prepared > 1000)
  }

  @Test func `what does nothing the second time does so`() throws {
    var generator = SeededGenerator(seed: 44)
    for name in ["trim", "lowercase", "uppercase", "digits", "integer", "round", "floor", "abs"] {
      for _ in 0..<300 {
        let value = generator.value(depth: 0)
        guard case .value(let once) = try apply(name, to: value) else { continue }
        #expect(try apply(name, to: once) == .value(once), "\(name) of \(value)")
      }
    }
    for name in ["sort", "unique"] {
      for _ in 0..<300 {
        let value = Value.list((0..<generator.below(6)).map { _ in generator.value(depth: 0) })
        guard case .value(let once) = try apply(name, to: value) else { continue }
        #expect(try apply(name, to: once) == .value(once), "\(name) of \(value)")
      }
    }
  }

  @Test func `join undoes split, and before and after leave out the text alone`() throws {
    var generator = SeededGenerator(seed: 45)
    for _ in 0..<500 {
      let text = generator.text()
      let separator = generator.pick(["a", "aa", "é", " ", "1", "e\u{301}"])
      guard case .value(let parts) = try apply("split", [.text(separator)], to: .text(text)) else {
        Issue.record("\(text) is not split")
        continue
      }
      let joined = try apply("join", [.text(separator)], to: parts)
      #expect(joined == .text(text))
      if case .value(let before) = try apply("before", [.text(separator)], to: .text(text)),
        case .value(let after) = try apply("after", [.text(separator)], to: .text(text))
      {
        #expect(Value.text((before.text ?? "") + separator + (after.text ?? "")) == .text(text))
      }
    }
  }
}

@Suite struct SearchTests {
  @Test func `a text is split where a plain search finds the separator`() throws {
    var generator = SeededGenerator(seed: 46)
    for _ in 0..<3000 {
      let text = generator.letters(upTo: 24)
      let separator = generator.letters(upTo: 5) + generator.pick(["a", "b"])
      let parts = plainSplit(text, separator)
      #expect(
        try apply("split", [.text(separator)], to: .text(text)) == .list(parts.map { .text($0) }),
        "\(text) at \(separator)")
      #expect(
        try apply("replace", [.text(separator), .text("-")], to: .text(text))
          == .text(parts.joined(separator: "-")))
      #expect(
        try apply("contains", [.text(separator)], to: .text(text))
          == .value(.boolean(parts.count > 1)))
    }
  }

  /// Compares at every place.
  private func plainSplit(_ text: String, _ separator: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var rest = Substring(text)
    while let first = rest.first {
      if rest.hasPrefix(separator) {
        parts.append(part)
        part = ""
        rest.removeFirst(separator.count)
      } else {
        part.append(first)
        rest.removeFirst()
      }
    }
    return parts + [part]
  }
}

extension SeededGenerator {
  /// Letters of which many repeat, so that searches have to go back.
  fileprivate mutating func letters(upTo count: Int) -> String {
    (0..<below(count)).map { _ in pick(["a", "a", "b"]) }.joined()
  }

  fileprivate mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  fileprivate mutating func once(in times: Int) -> Bool { below(times) == 0 }

  fileprivate mutating func pick<Element>(_ elements: [Element]) -> Element {
    elements[below(elements.count)]
  }

  fileprivate mutating func text() -> String {
    let pieces = [
      "a", "aa", "A", "é", "e\u{301}", "ß", "İ", "1", "-", "+5", "42", "4.2e1", " ", "\u{A0}", "\n",
      "👩‍👩‍👧", "\u{0}", "true", "{", "}", "[1]", "\"x\"", ":", "2020-01-05", "T", "14:59",
      "PM", "@", "\u{10FFFF}", "\u{200D}", "\u{301}",
    ]
    return (0..<below(5)).map { _ in pick(pieces) }.joined()
  }

  fileprivate mutating func number() -> String {
    pick([
      "0", "-0", "1", "42", "42.50", "-0.5", "1e999999999", "-1e-999999999",
      "0e99999999999999999999",
      "1e99999999999999999999", "9e6144", "1e-6176", "12345678901234567890123456789012345678901",
      "1726225173", "\(Int(next() % 1000))", "-\(Int(next() % 100)).\(Int(next() % 1000))",
    ])
  }

  fileprivate mutating func value(depth: Int) -> Value {
    switch below(depth > 0 ? 12 : 9) {
    case 0: .null
    case 1: .boolean(once(in: 2))
    case 2, 3: .number(number())
    case 4: .text(number())
    case 5, 6: .text(text())
    case 7: CalendarDate(daysSinceEpoch: Int(next() % 30_000)).map { .date($0) } ?? .null
    case 8: UTCTime(secondsSinceEpoch: Int(next() % 4_000_000_000)).map { .dateTime($0) } ?? .null
    case 9: pick([.object, .element, .illFormedText("\"\\ud800\"")])
    default: .list((0..<below(4)).map { _ in value(depth: depth - 1) })
    }
  }

  fileprivate mutating func literal() -> Literal {
    switch below(4) {
    case 0: .null
    case 1: .boolean(once(in: 2))
    case 2: .number(number())
    default: .text(text())
    }
  }

  fileprivate mutating func argument() -> Argument {
    switch below(8) {
    case 0: .entry(key: once(in: 4) ? nil : literal(), value: literal())
    case 1: .jsonPath(pick(["$", "$.a", "$..*", "$[0]", "$[?@ > 1]", "@", "", "$["]))
    case 2: .text(pick(["yyyy-MM-dd", "M/d/yy h:mm a", "H:mm", "'", "yyy", "[a-z]+", "(", "a*"]))
    default: .literal(literal())
    }
  }
}
