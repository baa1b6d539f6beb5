import Diagnostics
import JSONPath
import TestSupport
import Testing

@Suite struct TrapTests {
  /// A condition with its traps marked in their order, and the condition with all of them mended.
  @Test(arguments: [
    ("1️⃣$.error1️⃣", "$.error && $.error != null"),
    ("1️⃣@.error1️⃣", "$.error && $.error != null"),
    ("!1️⃣$.error1️⃣", "!($.error && $.error != null)"),
    ("$.status == \"ok\" && !1️⃣$.error1️⃣", "$.status == \"ok\" && !($.error && $.error != null)"),
    ("1️⃣$.a1️⃣ || 2️⃣$.b2️⃣", "$.a && $.a != null || $.b && $.b != null"),
    ("!(1️⃣$.a1️⃣ || $.b == 1)", "!($.a && $.a != null || $.b == 1)"),
    ("1️⃣$['a b'][0]1️⃣", "$['a b'][0] && $['a b'][0] != null"),
    ("1️⃣$.a != 'x'1️⃣", "$.a && $.a != 'x'"), ("1️⃣$.a != null1️⃣", "$.a && $.a != null"),
    ("1️⃣'x' != $.a1️⃣ && $.b == 1", "$.a && 'x' != $.a && $.b == 1"),
    ("1️⃣$.a != $.b1️⃣", "$.a && $.b && $.a != $.b"),
    ("$.a == 1 && 1️⃣$.a != $.b1️⃣", "$.a == 1 && $.b && $.a != $.b"),
    ("$.b && 1️⃣$.a != 'x'1️⃣ && $.b == 1", "$.b && $.a && $.a != 'x' && $.b == 1"),
    (
      "(1️⃣$.a1️⃣ || 2️⃣$.b2️⃣) && 3️⃣$.c != 13️⃣",
      "($.a && $.a != null || $.b && $.b != null) && $.c && $.c != 1"
    ),
    ("1️⃣$1️⃣", "$ != null"),
    ("count($.items[?1️⃣@.x1️⃣]) > 1", "count($.items[?@.x && @.x != null]) > 1"),
    ("$.items[?1️⃣@.x != 11️⃣]", "$.items[?@.x && @.x != 1]"),
    ("$.items[?@.y[?1️⃣@.x1️⃣]]", "$.items[?@.y[?@.x && @.x != null]]"),
    ("$.a && $.b == 1 || 1️⃣$.a != 21️⃣", nil),
  ])
  func `a trap is found and mended`(condition: String, mended: String?) throws {
    let marked = MarkedText(condition)
    let traps = try JSONPathCondition.parse(marked.text).traps
    if let mended {
      #expect(traps.map(\.range) == marked.ranges)
      let edits = traps.flatMap(\.diagnostic.fixes).flatMap(\.edits)
      #expect(marked.text.applying(edits) == mended)
      #expect(try JSONPathCondition.parse(mended).traps.isEmpty)
    } else {
      #expect(traps.contains { $0.range == marked.ranges[0] })
    }
  }

  @Test(arguments: [
    "$.error && $.error != null", "$.error != null && $.error", "$.a && $.a == 'x'",
    "!($.error && $.error != null)", "!$.error || $.error == null", "$.error == null || !$.error",
    "$.a && $.a != 'x'", "$.a && $['a'] != 'x'", "$.a == 1 && $.a != $.b && $.b",
    "$.a > 1 && $.a != 5",
    "!$.a || $.a != 'x'", "!($.a != 'x')", "!($.a == 'x')", "$.items[*]", "!$..error", "$.a == 'x'",
    "length($.a) != 1", "$.a != length($.b)", "1 != 2", "match($.a, 'b')",
    "match($.a, 'b') && $.a != 'bb'",
    "$ != 1", "$.a && ($.a == 1 || $.a == 2)", "$.items[?@.a == 1]", "$.a < 1",
  ])
  func `no trap`(condition: String) throws {
    #expect(try JSONPathCondition.parse(condition).traps == [])
  }

  @Test func `a trap is a warning that names the path`() throws {
    let traps = try JSONPathQuery.parse("$.a[?@.x, ?@.y != 'z']").traps
    #expect(
      traps.map(\.kind) == [
        .existenceOfNull(path: "@.x"),
        .inequalityOfAbsent(left: "@.y", right: "'z'", absent: ["@.y"]),
      ])
    #expect(traps.map(\.diagnostic.code) == [.existenceOfNull, .inequalityOfAbsent])
    #expect(traps.allSatisfy { $0.diagnostic.severity == .warning })
  }
}
