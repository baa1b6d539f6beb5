import ResponseMapping
import Testing

/// A path, a body, and what is found there when it goes into a text field.
struct Situation: Sendable, CustomTestStringConvertible {
  let path: String
  let body: String
  let result: MappingResult.Result
  let warnings: [DiagnosticCode]

  init(
    _ path: String, _ body: String, _ result: MappingResult.Result,
    _ warnings: [DiagnosticCode] = []
  ) {
    self.path = path
    self.body = body
    self.result = result
    self.warnings = warnings
  }

  var testDescription: String { "\(path) in \(body.prefix(60))" }

  func check(_ location: SourceLocation = #_sourceLocation) throws {
    let outcome = try compiled("\(path) -> Target").evaluate(body)
    let updates = try #require(outcome.updates, sourceLocation: location)
    #expect(updates.results.map(\.result) == [result], sourceLocation: location)
    #expect(updates.warnings.map(\.code) == warnings, sourceLocation: location)
  }
}

extension MappingResult.Result {
  static func stopped(_ matched: String?, nearest: String? = nil) -> Self {
    .missing(matched: matched, nearest: nearest)
  }
}

@Suite struct SituationTests {
  @Test(arguments: found)
  func `a path leads to the value`(_ situation: Situation) throws { try situation.check() }

  @Test(arguments: missing)
  func `a path that finds nothing says how far it led and what is near`(
    _ situation: Situation
  ) throws { try situation.check() }

  @Test(arguments: repeatedKeys)
  func `of a key given more than once the last value counts, with a warning`(
    _ situation: Situation
  ) throws { try situation.check() }

  @Test(arguments: repeatedKeysElsewhere)
  func `a key given more than once off the path is of no concern`(
    _ situation: Situation
  ) throws { try situation.check() }

  @Test func `every situation has its code and says why nothing is written`() throws {
    let rows: [(String, DiagnosticCode?)] = [
      (#""x""#, nil), ("null", .nullValue), (#""""#, .emptyValue), ("{}", .mismatch),
      (quoted(repeated("x", 256)), .overlong),
    ]
    let mapping = try compiled("v -> Target")
    for (value, code) in rows {
      let result = try #require(mapping.evaluate(#"{"v":\#(value)}"#).updates?.results.first)
      #expect(result.code == code)
      #expect((result.message == nil) == (code == nil))
    }
    let result = try #require(mapping.evaluate("{}").updates?.results.first)
    #expect(result.code == .missingValue)
    #expect(result.message != nil)
    #expect(DiagnosticCode.missingValue.rawValue == "RM401")
    #expect(DiagnosticCode.nullValue.rawValue == "RM402")
    #expect(DiagnosticCode.emptyValue.rawValue == "RM403")
    #expect(DiagnosticCode.mismatch.rawValue == "RM404")
    #expect(DiagnosticCode.overlong.rawValue == "RM405")
  }

  @Test(arguments: [
    ("string", #""null""#, "RM411"), ("string", #""a\nb""#, "RM412"),
    ("string", #""😀""#, "RM413"), ("string", #""b","v":"c""#, "RM414"),
    ("integer", "2147483648", "RM415"), ("datetime", #""2016-08-28T02:21:00""#, "RM416"),
    ("datetime", #""2016-08-28T02:21:00.5Z""#, "RM417"),
  ])
  func `a value that is odd is written with a warning of its own`(
    _ type: String, _ value: String, _ code: String
  ) throws {
    let outcome = try compiled("'the value'.v -> Target : \(type)").evaluate(
      #"{"the value":{"v":\#(value)}}"#)
    let updates = try #require(outcome.updates)
    #expect(updates.values.count == 1)
    #expect(updates.warnings.map(\.code.rawValue) == [code])
    #expect(updates.warnings.map(\.field) == ["Target"])
    #expect(updates.warnings.map(\.path) == [updates.results[0].path])
    #expect(updates.warnings.allSatisfy { $0.code.severity == .warning })
  }

  @Test func `a value may be odd in several ways at once`() throws {
    let outcome = try compiled("v -> Target").evaluate(#"{"v":1,"v":"a\n\ud83d\ude00"}"#)
    #expect(outcome.result == .string("a\n😀"))
    #expect(Set(outcome.warningCodes) == [.duplicateKey, .lineBreak, .supplementaryCharacter])
    #expect(outcome.warningCodes.count == 3)
  }

  @Test func `no message holds a value of the response`() throws {
    let mapping = try compiled(
      "a -> A", "b -> B : integer", "c -> C : date", "d -> D : email", "e -> E", "f.g -> F",
      "h[0] -> H", "i -> I : boolean", "j -> J : datetime", "k -> K")
    let secret = "hunter2"
    let outcome = mapping.evaluate(
      """
      {"a":"\(secret)\(repeated("x", 300))","b":"\(secret)","c":"\(secret)","d":"\(secret)",
      "e":{"\(secret)":"\(secret)"},"f":"\(secret)","h":"\(secret)","i":"\(secret)",
      "j":"\(secret)","k":"\(secret)\\n😀"}
      """)
    let updates = try #require(outcome.updates)
    let messages = updates.results.compactMap(\.message) + updates.warnings.map(\.message)
    #expect(messages.count == 11)
    #expect(messages.allSatisfy { !$0.contains(secret) })
  }

  @Test func `results come in the order of the file, one a mapping`() throws {
    let outcome = try compiled(
      "c -> Third", "a -> First", "b.x -> Second", "a -> Again", "d -> Fourth"
    ).evaluate(#"{"a":"1","b":{"x":"2"},"c":"3"}"#)
    let updates = try #require(outcome.updates)
    #expect(updates.results.map(\.field) == ["Third", "First", "Second", "Again", "Fourth"])
    #expect(updates.results.map(\.path) == ["c", "a", "b.x", "a", "d"])
    #expect(
      updates.values == [
        "Third": .string("3"), "First": .string("1"), "Second": .string("2"),
        "Again": .string("1"),
      ])
  }

  /// Two texts that Unicode calls canonically equivalent are still two keys of JSON.
  @Test func `a key matches code point by code point`() throws {
    let outcome = try compiled("'\u{E9}' -> Composed", "'e\u{301}' -> Decomposed").evaluate(
      "{\"\u{E9}\":\"one\",\"e\u{301}\":\"two\"}")
    let values = try #require(outcome.updates?.values)
    #expect(values == ["Composed": .string("one"), "Decomposed": .string("two")])
    let other = try compiled("'\u{E9}' -> Composed").evaluate("{\"e\u{301}\":\"two\"}")
    #expect(other.result != .string("two"))
    #expect(
      try compiled("'\u{212B}' -> Angstrom").evaluate("{\"\u{C5}\":1}").updates?.values == [:])
  }

  @Test(arguments: [1, 2, 7, 8, 9, 61, 62, 63, 64, 65, 127, 128, 255, 256, 257, 1_000])
  func `keys of any length match whole keys only`(_ length: Int) throws {
    let key = repeated("k", length)
    let mapping = try compiled("\(key).\(key) -> Target")
    #expect(mapping.evaluate(#"{"\#(key)":{"\#(key)":"x"}}"#).result == .string("x"))
    let escapedKey = #"\u006b"# + key.dropFirst()
    #expect(mapping.evaluate(#"{"\#(escapedKey)":{"\#(escapedKey)":"x"}}"#).result == .string("x"))
    for other in [key + "k", String(key.dropLast()), String(key.dropLast()) + "K", key + " "] {
      let outcome = mapping.evaluate(#"{"\#(key)":{"\#(other)":"x"}}"#)
      guard case .missing(key, _) = outcome.result else {
        Issue.record("\(other.count) letters were taken for \(length)")
        continue
      }
    }
  }

  @Test func `a hundred mappings of one object find their members in any order`() throws {
    let lines = (0..<100).map { "o.key\($0) -> Field\($0)" }
    let mapping = try Mapping(
      compiling: "response json\n" + lines.joined(separator: "\n"))
    for order in [Array(0..<100), (0..<100).reversed(), (0..<100).map { $0 * 37 % 100 }] {
      let members = order.map { #""key\#($0)":"value\#($0)""# }
      let outcome = mapping.evaluate(#"{"o":{\#(members.joined(separator: ","))}}"#)
      let expected = (0..<100).map { ("Field\($0)", FieldValue.string("value\($0)")) }
      #expect(outcome.updates?.values == Dictionary(uniqueKeysWithValues: expected))
    }
  }

  @Test func `positions are found in any order of the file`() throws {
    let mapping = try compiled(
      "l[3] -> D", "l[0] -> A", "l[10] -> K", "l[2].x -> C", "l[2].y[1] -> CY", "l[11] -> L")
    let outcome = mapping.evaluate(
      #"{"l":["a","b",{"x":"c","y":[0,"cy"]},"d",4,5,6,7,8,9,"k"]}"#)
    #expect(
      outcome.updates?.values == [
        "A": .string("a"), "C": .string("c"), "CY": .string("cy"), "D": .string("d"),
        "K": .string("k"),
      ])
    #expect(outcome.updates?.results.last?.result == .stopped("l"))
  }
}

// MARK: - Tables

private let found: [Situation] = [
  Situation("a", #"{"a":"x"}"#, .string("x")),
  Situation("a.b.c", #"{"a":{"b":{"c":"x"}}}"#, .string("x")),
  Situation("a[0]", #"{"a":["x"]}"#, .string("x")),
  Situation("a[1]", #"{"a":["x","y","z"]}"#, .string("y")),
  Situation("a[0][1]", #"{"a":[["x","y"]]}"#, .string("y")),
  Situation("a[0].b[0].c", #"{"a":[{"b":[{"c":"x"}]}]}"#, .string("x")),
  Situation("[0]", #"["x"]"#, .string("x")),
  Situation("[0].x", #"[{"x":"y"}]"#, .string("y")),
  Situation("[1][0]", #"[[],["y"]]"#, .string("y")),
  Situation("orders[0].orderDate", #"{"orders":[{"orderDate":"d"},{}]}"#, .string("d")),
  Situation("'odd.key'.name", #"{"odd.key":{"name":"x"}}"#, .string("x")),
  Situation("'a[0]'", #"{"a[0]":"x","a":["y"]}"#, .string("x")),
  Situation("'0'", #"{"0":"x"}"#, .string("x")),
  Situation("'a b'", #"{"a b":"x"}"#, .string("x")),
  Situation("a b", #"{"a b":"x"}"#, .string("x")),
  Situation("soap:x", #"{"soap:x":"y"}"#, .string("y")),
  Situation("straße", #"{"stra\u00dfe":"x"}"#, .string("x")),
  Situation("a", #"{"\u0061":"x"}"#, .string("x")),
  Situation("'\"'", #"{"\"":"x"}"#, .string("x")),
  Situation(#"'\\'"#, #"{"\\":"x"}"#, .string("x")),
  Situation(#"'\''"#, #"{"'":"x"}"#, .string("x")),
  Situation(#"'/'"#, #"{"\/":"x"}"#, .string("x")),
  Situation(#"'\n'"#, #"{"\n":"x"}"#, .string("x")),
  Situation("'😀'", #"{"\ud83d\ude00":"x"}"#, .string("x"), []),
  Situation("'😀'", #"{"😀":"x"}"#, .string("x")),
  Situation("null", #"{"null":"x"}"#, .string("x")),
  Situation("a", #" { "a" : "x" } "#, .string("x")),
  Situation("a", "\t{\r\n\"a\"\n:\r\"x\"\t}\n", .string("x")),
  Situation("a", #"{"b":{"a":"y"},"a":"x","c":[{"a":"z"}]}"#, .string("x")),
  Situation("a.b", #"{"x":{"a":{"b":1}},"a":{"b":"x"}}"#, .string("x")),
  Situation("a", #"{"A":"y","a":"x","a ":"z"}"#, .string("x")),
  Situation("a", #"{"a":null}"#, .null),
  Situation("a", #"{"a":""}"#, .empty),
  Situation("a", #"{"a":{}}"#, .mismatch),
  Situation("a", #"{"a":[]}"#, .mismatch),
  Situation("a[0]", #"{"a":[null]}"#, .null),
  Situation("[0]", #"[""]"#, .empty),
  Situation("[0]", #"[[]]"#, .mismatch),
]

private let missing: [Situation] = [
  // Not even the first step
  Situation("a", "{}", .stopped(nil)),
  Situation("a.b.c", "{}", .stopped(nil)),
  Situation("[0]", "[]", .stopped(nil)),
  Situation("[2]", "[1,2]", .stopped(nil)),
  Situation("a", "[]", .stopped(nil)),
  Situation("a", #"[{"a":1}]"#, .stopped(nil)),
  Situation("[0]", #"{"0":1}"#, .stopped(nil)),
  Situation("a", "null", .stopped(nil)),
  Situation("a", "42", .stopped(nil)),
  Situation("a", #""a""#, .stopped(nil)),
  Situation("[0]", #""a""#, .stopped(nil)),
  Situation("a", "true", .stopped(nil)),
  // The deepest prefix that led somewhere
  Situation("a.b", #"{"a":{}}"#, .stopped("a")),
  Situation("a.b.c", #"{"a":{"b":{}}}"#, .stopped("a.b")),
  Situation("a.b.c.d", #"{"a":{"other":{"c":{"d":1}}}}"#, .stopped("a")),
  Situation("a.b.c.d", #"{"a":{"x":{"c":{"d":1}}}}"#, .stopped("a")),
  Situation("a[1]", #"{"a":[0]}"#, .stopped("a")),
  Situation("a[1].b", #"{"a":[0]}"#, .stopped("a")),
  Situation("a[0].b", #"{"a":[{}]}"#, .stopped("a[0]")),
  Situation("a[0][0]", #"{"a":[[]]}"#, .stopped("a[0]")),
  Situation("[0].b", "[{}]", .stopped("[0]")),
  Situation("[1].b", "[{}]", .stopped(nil)),
  Situation("a[4294967295]", #"{"a":[1]}"#, .stopped("a")),
  // Through null, scalars and the wrong kind of container
  Situation("a.b", #"{"a":null}"#, .stopped("a")),
  Situation("a.b.c", #"{"a":null}"#, .stopped("a")),
  Situation("a[0]", #"{"a":null}"#, .stopped("a")),
  Situation("a.b", #"{"a":"b"}"#, .stopped("a")),
  Situation("a.b", #"{"a":42}"#, .stopped("a")),
  Situation("a.b", #"{"a":true}"#, .stopped("a")),
  Situation("a.b", #"{"a":""}"#, .stopped("a")),
  Situation("a.b", #"{"a":[{"b":1}]}"#, .stopped("a")),
  Situation("a[0]", #"{"a":{"0":1}}"#, .stopped("a")),
  Situation("a[0]", #"{"a":"x"}"#, .stopped("a")),
  Situation("'odd.key'.b", #"{"odd.key":{}}"#, .stopped("'odd.key'")),
  // The nearest name: at most a quarter of the letters wrong, but one always may be
  Situation("email", #"{"emial":1}"#, .stopped(nil, nearest: "emial")),
  Situation("person.title", #"{"person":{"tittle":1}}"#, .stopped("person", nearest: "tittle")),
  Situation("a.name", #"{"a":{"nome":1,"x":2}}"#, .stopped("a", nearest: "nome")),
  Situation("a.name", #"{"a":{"\u006eome":1}}"#, .stopped("a", nearest: "nome")),
  Situation("a.name", #"{"a":{"gnomes":1}}"#, .stopped("a")),
  Situation("a.name", #"{"a":{"b":{"nam":1}}}"#, .stopped("a")),
  Situation("a.name", #"{"a":{"b":"nam","c":["nam"]}}"#, .stopped("a")),
  Situation("a.name", #"{"nam":1,"a":{"b":1},"nme":1}"#, .stopped("a")),
  Situation(
    "a.name", #"{"a":{"b":{},"c":[{"x":"}"}],"nam":"\"}"}}"#, .stopped("a", nearest: "nam")),
  Situation("a.name", #"{"a":{"b":"\\","nam":1}}"#, .stopped("a", nearest: "nam")),
  Situation("a.name", #"{"a":{"b":"\"nam\":","name ":1}}"#, .stopped("a", nearest: "name ")),
  Situation("jobTitle", #"{"jobtitle":1}"#, .stopped(nil, nearest: "jobtitle")),
  Situation(
    "numberOfEmployees", #"{"number_of_employees":1}"#,
    .stopped(nil, nearest: "number_of_employees")),
  Situation("a.b", #"{"a":{"":1}}"#, .stopped("a")),
  Situation("a.name", #"{"a":["name"]}"#, .stopped("a")),
  Situation("a[0]", #"{"a":{"[0]":1}}"#, .stopped("a")),
  // Keys that only look alike
  Situation("a", #"{"\\u0061":1}"#, .stopped(nil)),
  Situation("ab", #"{"a":1,"b":2}"#, .stopped(nil, nearest: "a")),
  Situation("'\u{FFFD}'", #"{"\ud800":1}"#, .stopped(nil, nearest: "\u{FFFD}")),
]

private let repeatedKeys: [Situation] = [
  Situation("a", #"{"a":"1","a":"2"}"#, .string("2"), [.duplicateKey]),
  Situation("a", #"{"a":"1","b":0,"a":"2","c":0,"a":"3"}"#, .string("3"), [.duplicateKey]),
  Situation("a", #"{"a":"1","\u0061":"2"}"#, .string("2"), [.duplicateKey]),
  Situation("a", #"{"a":{},"a":"2"}"#, .string("2"), [.duplicateKey]),
  Situation("a", #"{"a":"1","a":null}"#, .null, [.duplicateKey]),
  Situation("a", #"{"a":null,"a":"2"}"#, .string("2"), [.duplicateKey]),
  Situation("a", #"{"a":"1","a":""}"#, .empty, [.duplicateKey]),
  Situation("a", #"{"a":"1","a":{}}"#, .mismatch, [.duplicateKey]),
  Situation("a", #"{"a":"1","a":"1"}"#, .string("1"), [.duplicateKey]),
  Situation("a.b", #"{"a":{"b":"1","b":"2"}}"#, .string("2"), [.duplicateKey]),
  Situation("a.b", #"{"a":{"b":"1"},"a":{"b":"2"}}"#, .string("2"), [.duplicateKey]),
  Situation("a.b", #"{"a":{"b":"1","b":"2"},"a":{"b":"3"}}"#, .string("3"), [.duplicateKey]),
  Situation("a.b", #"{"a":{"b":"1"},"a":{"b":"2","b":"3"}}"#, .string("3"), [.duplicateKey]),
  Situation("a.b", #"{"a":[],"a":{"b":"2"}}"#, .string("2"), [.duplicateKey]),
  Situation("a[0]", #"{"a":["1"],"a":["2"]}"#, .string("2"), [.duplicateKey]),
  Situation("a[1]", #"{"a":["1","2"],"a":["3","4"]}"#, .string("4"), [.duplicateKey]),
  Situation("[0].a", #"[{"a":"1","a":"2"},{"a":"3"}]"#, .string("2"), [.duplicateKey]),
  // What stands in an earlier value is gone with it.
  Situation("a.b", #"{"a":{"b":"1"},"a":{}}"#, .stopped("a"), [.duplicateKey]),
  Situation("a.b", #"{"a":{"b":"1"},"a":{"c":"2"}}"#, .stopped("a"), [.duplicateKey]),
  Situation("a.b", #"{"a":{"b":"1"},"a":null}"#, .stopped("a"), [.duplicateKey]),
  Situation("a.b", #"{"a":{"b":"1"},"a":5}"#, .stopped("a"), [.duplicateKey]),
  Situation("a.b", #"{"a":{"b":"1"},"a":[{"b":"2"}]}"#, .stopped("a"), [.duplicateKey]),
  Situation("a.b.c", #"{"a":{"b":{"c":"1"}},"a":{"b":{}}}"#, .stopped("a.b"), [.duplicateKey]),
  Situation("a.b.c", #"{"a":{"b":{"c":"1"}},"a":{}}"#, .stopped("a"), [.duplicateKey]),
  Situation("a.b.c", #"{"a":{"b":{"c":"1"},"b":{}}}"#, .stopped("a.b"), [.duplicateKey]),
  Situation(
    "a.b.c", #"{"a":{"b":{"c":"1"},"b":1},"a":{"b":{"c":"2"}}}"#, .string("2"), [.duplicateKey]),
  Situation("a[1]", #"{"a":["1","2"],"a":["3"]}"#, .stopped("a"), [.duplicateKey]),
  Situation("a[0].b", #"{"a":[{"b":"1"}],"a":[{}]}"#, .stopped("a[0]"), [.duplicateKey]),
  Situation("a[0].b", #"{"a":[{"b":"1"}],"a":[]}"#, .stopped("a"), [.duplicateKey]),
  Situation("a[0].b", #"{"a":[{"b":"1"}],"a":{"b":"1"}}"#, .stopped("a"), [.duplicateKey]),
]

private let repeatedKeysElsewhere: [Situation] = [
  Situation("a", #"{"b":1,"a":"x","b":2}"#, .string("x")),
  Situation("a", #"{"b":{"a":1,"a":2},"a":"x"}"#, .string("x")),
  Situation("a.b", #"{"a":{"c":1,"c":2,"b":"x"}}"#, .string("x")),
  Situation("a[0].b", #"{"a":[{"b":"x"},{"b":"y","b":"z"}]}"#, .string("x")),
  Situation("a[0].b", #"{"a":[{"b":"x"},{"b":"y"}]}"#, .string("x")),
  Situation("a", #"{"A":1,"a":"x","A":2}"#, .string("x")),
]
