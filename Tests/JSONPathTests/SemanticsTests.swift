import JSONPath
import JSONText
import Testing

@Suite struct SemanticsTests {
  private func holds(_ condition: String, for text: String = "null") throws -> Bool {
    var budget = EvaluationBudget()
    return try JSONPathCondition.parse(condition).holds(for: document(text), budget: &budget)
  }

  @Test(arguments: [
    ("1 == 1.0", true), ("1 == 10e-1", true), ("1 == 0.1E+1", true), ("0 == -0", true),
    ("0 == 0e999", true), ("-0.0 == 0", true), ("100 == 1e2", true), ("1e2 == 1e3", false),
    ("9007199254740993 == 9007199254740992", false), ("9007199254740993 > 9007199254740992", true),
    ("0.1 == 0.10000000000000000001", false), ("0.1 < 0.10000000000000000001", true),
    ("-1 < 0", true), ("-2 < -1", true), ("-1 < -2", false), ("-1 < -1", false), ("2 < 10", true),
    ("0.5 < 0.55", true), ("-0.5 > -0.55", true), ("1e400 > 1e399", true), ("1e400 == 1e400", true),
    ("1e-400 > 0", true), ("-1e-400 < 0", true), ("0 < 0", false), ("1e-400 < 1e-399", true),
    ("1e99999999999999999999 == 10e99999999999999999998", true),
    ("1e99999999999999999999 < 1e100000000000000000000", true),
    ("1e100000000000000000000 == 0.1e100000000000000000001", true),
    ("1e-100000000000000000000 == 100e-100000000000000000002", true),
    ("1e-99999999999999999999 > 1e-100000000000000000000", true),
    ("1000000000000000000000e-21 == 1", true), ("123e0 == 12.3e+1", true), ("1e0001 == 10", true),
  ])
  func `numbers compare by their exact value`(condition: String, isTrue: Bool) throws {
    #expect(try holds(condition) == isTrue)
  }

  @Test(arguments: [
    ("'a' < 'b'", true), ("'a' < 'ab'", true), ("'' < 'a'", true), ("'a' < 'a'", false),
    ("'Z' < 'a'", true), ("'\u{FFFF}' < '\u{10000}'", true), ("'é' == 'e\u{301}'", false),
    ("'\\u00e9' == 'é'", true), ("'\\uD83D\\uDE00' == '😀'", true), ("null == null", true),
    ("null <= null", true), ("null < null", false), ("true < false", false),
    ("null == false", false),
    ("null != 0", true), ("$ == null", true), ("$.a == null", false), ("$.a == $.b", true),
    ("$.a != null", true), ("$.a < 1 || $.a >= 1", false), ("$.a <= $.b && $.a >= $.b", true),
    ("!($.a == 1)", true), ("$ && !$.a", true),
  ])
  func `strings compare by scalars, absence is equal to absence only`(
    condition: String, isTrue: Bool
  ) throws {
    #expect(try holds(condition) == isTrue)
  }

  @Test(arguments: [
    ("{}", "{}", true), ("[]", "{}", false), ("[1,2]", "[1.0,2e0]", true),
    ("[1,2]", "[2,1]", false),
    (#"{"a":1,"b":2}"#, #"{"b":2,"a":1}"#, true), (#"{"a":1}"#, #"{"a":1,"b":2}"#, false),
    (#"{"a":1,"b":1}"#, #"{"a":1,"c":1}"#, false),
    (#"{"a":[{"b":null}]}"#, #"{"a":[{"b":null}]}"#, true),
    (#"{"a":1,"a":2}"#, #"{"a":2}"#, true), (#"{"a":1,"b":3,"a":2}"#, #"{"a":1,"b":3}"#, false),
    (#"{"é":1}"#, #"{"e\u0301":1}"#, false), ("[[[]]]", "[[[[]]]]", false),
    (#""\uD800""#, #""\uD800""#, true), (#""\uD800""#, #""\uD801""#, false),
    (#""\uD800""#, #""\\uD800""#, false),
  ])
  func `arrays and objects are equal by their content`(
    left: String, right: String, isTrue: Bool
  ) throws {
    #expect(try holds("$[0] == $[1]", for: "[\(left), \(right)]") == isTrue)
    #expect(try holds("$[1] != $[0]", for: "[\(left), \(right)]") == !isTrue)
  }

  @Test(arguments: [
    ("$[:]", [0, 1, 2, 3, 4]), ("$[::]", [0, 1, 2, 3, 4]), ("$[::0]", []), ("$[1:4:0]", []),
    ("$[-2:]", [3, 4]), ("$[:-3]", [0, 1]), ("$[-10:2]", [0, 1]), ("$[3:10]", [3, 4]),
    ("$[3:3]", []), ("$[3:1]", []), ("$[10:]", []), ("$[::2]", [0, 2, 4]), ("$[1::2]", [1, 3]),
    ("$[::-2]", [4, 2, 0]), ("$[3::-1]", [3, 2, 1, 0]), ("$[:1:-1]", [4, 3, 2]), ("$[1:3:-1]", []),
    ("$[-1:-4:-1]", [4, 3, 2]), ("$[10:-10:-1]", [4, 3, 2, 1, 0]), ("$[-10::-1]", []),
    ("$[0::-1]", [0]), ("$[::9007199254740991]", [0]), ("$[::-9007199254740991]", [4]),
    ("$[-9007199254740991:9007199254740991]", [0, 1, 2, 3, 4]), ("$[4::-4]", [4, 0]), ("$[5]", []),
    ("$[-5]", [0]), ("$[-6]", []), ("$[4,0,-1]", [4, 0, 4]),
  ])
  func `slices and indices`(query: String, positions: [Int]) throws {
    #expect(try paths(query, in: "[0,1,2,3,4]") == positions.map { "$[\($0)]" })
    #expect(try paths(query, in: #"{"0": 1}"#).isEmpty)
    #expect(try paths(query, in: "\"01234\"").isEmpty)
  }

  @Test(arguments: [
    ("length($)", "\"é😀e\u{301}\"", "4"), ("length($)", "\"\"", "0"), ("length($)", "[1,[2]]", "2"),
    ("length($)", #"{"a":1,"b":2,"a":3}"#, "2"), ("length($)", #""\uD800""#, "1"),
    ("length($)", #""a\uD83D\uDE00\uDC00\uD83D\n\\é""#, "7"), ("length('abc')", "1", "3"),
    ("count($..*)", "[1,[2,{\"a\":3}]]", "5"), ("count($.x)", "{}", "0"),
    ("count($[0,0])", "[1]", "2"),
    ("value($..a)", #"{"a":"x"}"#, "'x'"), ("length(value($..a))", #"{"a":"xyz"}"#, "3"),
  ])
  func `functions`(call: String, text: String, result: String) throws {
    #expect(try holds("\(call) == \(result)", for: text))
  }

  @Test(arguments: ["length($)", "length($.a)", "length(1)", "length(true)", "value($.a)"])
  func `a function without a result gives nothing`(call: String) throws {
    #expect(try holds("\(call) == $.absent", for: "1"))
  }

  @Test func `value of several nodes is nothing`() throws {
    #expect(try holds("value($.*) == $.absent", for: "[1,2]"))
    #expect(try !holds("value($.*) == 1", for: "[1,1]"))
  }

  @Test(arguments: [
    ("match($.a, 'b.')", true), ("match($.a, 'b')", false), ("search($.a, 'c')", true),
    ("match($.n, '1')", false), ("search($.absent, '')", false), ("match($.a, $.p)", true),
    ("match($.a, $.bad)", false), ("search($.a, $.bad)", false), ("search($.a, $.n)", false),
    ("search($.a, $.absent)", false), ("search($.lone, 'a')", false), ("match($.a, 1)", false),
    ("!match($.a, $.bad)", true),
  ])
  func `patterns`(condition: String, isTrue: Bool) throws {
    let text = #"{"a": "bc", "n": 1, "p": "[b]c", "bad": "(", "lone": "a\uD800"}"#
    #expect(try holds(condition, for: text) == isTrue)
  }

  @Test func `of duplicate names the last counts, at its place`() throws {
    let text = #"{"a":1,"b":2,"a":3}"#
    #expect(try values("$.a", in: text) == ["3"])
    #expect(try values("$.*", in: text) == ["2", "3"])
    #expect(try values("$[?@ > 0]", in: text) == ["2", "3"])
    #expect(try values("$..a", in: #"{"a":{"a":1},"a":{"a":2}}"#) == [#"{"a":2}"#, "2"])
  }

  @Test func `a name with half a surrogate pair is selected by no name`() throws {
    let text = #"{"\uD800":1,"\\uD800":2}"#
    #expect(try values("$['\\\\uD800']", in: text) == ["2"])
    #expect(try paths("$.*", in: text) == [#"$['\uD800']"#, #"$['\\uD800']"#])
  }

  @Test func `names are compared by scalars`() throws {
    let text = #"{"e\u0301":1,"é":2}"#
    #expect(try values("$.é", in: text) == ["2"])
    #expect(try values("$['e\\u0301']", in: text) == ["1"])
    #expect(try values("$.*", in: text) == ["1", "2"])
  }

  @Test func `@ in a condition is the document`() throws {
    #expect(try JSONPathCondition.parse("@.a == 1") == JSONPathCondition.parse("$.a == 1"))
    #expect(try holds("@.a[?@ == 1]", for: #"{"a":[1]}"#))
  }

  @Test(arguments: [
    "$..[?@..[?@..x]]", "$..*..*..*", "$..[?count($..*) > count(@..*)]", "$..[?$ == @]",
  ])
  func `an evaluation ends when the budget is used up`(query: String) throws {
    let depth = 300
    let text =
      String(repeating: #"{"a":["#, count: depth / 2) + String(repeating: "]}", count: depth / 2)
    let query = try JSONPathQuery.parse(query)
    var budget = EvaluationBudget(steps: 20_000)
    #expect(throws: EvaluationBudget.Exceeded.self) {
      try query.select(in: document(text), budget: &budget)
    }
    #expect(budget.stepsLeft == 0)
  }

  @Test func `a budget shared by several evaluations is used up by them together`() throws {
    let query = try JSONPathQuery.parse("$.*")
    var budget = EvaluationBudget(steps: 50)
    _ = try query.select(in: document("[1,2,3,4,5]"), budget: &budget)
    let left = budget.stepsLeft
    #expect(left < 50)
    _ = try query.select(in: document("[1]"), budget: &budget)
    #expect(budget.stepsLeft < left)
  }

  @Test func `a pattern from the document costs what it may take`() throws {
    let text = #"{"t": "\#(String(repeating: "a", count: 20_000))", "p": "(a?){3000}b"}"#
    var budget = EvaluationBudget(steps: 100_000)
    #expect(throws: EvaluationBudget.Exceeded.self) {
      try JSONPathCondition.parse("search($.t, $.p)").holds(for: document(text), budget: &budget)
    }
  }
}
