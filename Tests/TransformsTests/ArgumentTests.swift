import Diagnostics
import IRegexp
import JSONPath
import MappingPlan
import Testing
import Transforms

@Suite struct ArgumentTests {
  @Test(arguments: wrongCalls)
  func `arguments that are none of the transform's are refused, with the argument that is wrong`(
    _ row: WrongCall
  ) throws {
    let transform = try #require(Transform.named(row.name))
    let problem = #expect(throws: ArgumentProblem.self) { try transform.prepare(row.arguments) }
    #expect(problem?.kind == row.kind)
    #expect(problem?.argument == row.argument)
  }

  @Test(arguments: Transform.all)
  func `a call needs all arguments and takes no more`(_ transform: Transform) throws {
    let arguments = try #require(transform.examples.map(\.arguments).max { $0.count < $1.count })
    #expect(throws: Never.self) { try transform.prepare(arguments) }
    if transform.parameters.contains(where: { !$0.isOptional }) {
      let problem = #expect(throws: ArgumentProblem.self) { try transform.prepare([]) }
      #expect(problem?.kind == .tooFew(wanted: transform.parameters.count))
    }
    guard transform.name != "lookup" else { return }
    let problem = #expect(throws: ArgumentProblem.self) {
      try transform.prepare(arguments + [.text("more")])
    }
    #expect(problem?.kind == .tooMany(wanted: transform.parameters.count))
    #expect(problem?.argument == transform.parameters.count)
  }

  @Test(arguments: Transform.all)
  func `an entry or a path is no argument of any other transform`(_ transform: Transform) {
    guard !transform.parameters.isEmpty else { return }
    for wrong in [Argument.entry(key: .null, value: .null), .jsonPath("$")] {
      let arguments = Array(repeating: wrong, count: transform.parameters.count)
      let isRight =
        transform.name == "lookup" && wrong != .jsonPath("$")
        || transform.name == "json" && wrong == .jsonPath("$")
      #expect(isPrepared(transform, arguments) == isRight)
    }
  }

  private func isPrepared(_ transform: Transform, _ arguments: [Argument]) -> Bool {
    (try? transform.prepare(arguments)) != nil
  }

  @Test(arguments: ["", "@", "$.", "$[", "$.a == 1", " $"])
  func `a path that is none of RFC 9535 is refused`(_ path: String) throws {
    let json = try #require(Transform.named("json"))
    let problem = #expect(throws: ArgumentProblem.self) { try json.prepare([.jsonPath(path)]) }
    guard case .invalidPath(let reason) = problem?.kind else {
      Issue.record("\(String(describing: problem))")
      return
    }
    let message = problem?.message(for: json)
    #expect(message == "in the path of `json`: " + reason.diagnostic.message)
  }

  @Test(arguments: wordings)
  func `a problem says what the transform takes`(_ call: TransformCall, _ words: String) throws {
    let transform = try #require(Transform.named(call.name))
    let problem = #expect(throws: ArgumentProblem.self) { try transform.prepare(call.arguments) }
    #expect(problem?.message(for: transform) == words)
  }

  @Test(arguments: wrongCalls)
  func `no message ends in a period or is empty`(_ row: WrongCall) throws {
    let transform = try #require(Transform.named(row.name))
    let message = ArgumentProblem(row.kind).message(for: transform)
    #expect(message.count > 10 && !message.hasSuffix("."))
    #expect(message.contains("`\(row.name)`"))
  }

  @Test(arguments: [
    ("trim", "trim"), ("replace", "replace(text, by)"), ("round", "round([places])"),
    ("prefix", "prefix(count)"), ("lookup", "lookup(key: value, ..., else: value)"),
    ("json", "json(path)"),
  ])
  func `the usage is how a call is written`(_ name: String, _ usage: String) throws {
    #expect(Transform.named(name)?.usage == usage)
  }

  @Test(arguments: [
    (TransformCall("trim"), "trim"),
    (TransformCall("replace", [.text("\""), .text("é\n")]), #"replace("\"", "é\n")"#),
    (
      TransformCall(
        "lookup",
        [.entry(key: .text("Y"), value: .boolean(true)), .entry(key: nil, value: .null)]),
      #"lookup("Y": true, else: null)"#
    ),
    (TransformCall("json", [.jsonPath("$.a[0]")]), "json($.a[0])"),
  ])
  func `a call has the text that it is written as`(_ call: TransformCall, _ text: String) {
    #expect(call.text == text)
  }

  @Test func `numbers, true and false stand for their texts where a text is wanted`() throws {
    #expect(try apply("after", [.number("1.0")], to: .text("1.0x")) == .text("x"))
    #expect(try apply("join", [.literal(.boolean(true))], to: .list([])) == .text(""))
  }

  @Test func `a whole number may be written in any notation`() throws {
    #expect(try apply("prefix", [.number("2e0")], to: .text("abc")) == .text("ab"))
    #expect(try apply("nth", [.number("1.0")], to: .list([.null, .text("b")])) == .text("b"))
  }

  @Test func `what a call gives follows from its arguments where they tell`() throws {
    let json = try #require(Transform.named("json"))
    #expect(try json.prepare([.jsonPath("$.a")]).output == .any)
    #expect(try json.prepare([.jsonPath("$.a[*]")]).output == .list)
    let lookup = try #require(Transform.named("lookup"))
    let entries: [Argument] = [
      .entry(key: .text("a"), value: .boolean(true)), .entry(key: nil, value: .null),
    ]
    #expect(try lookup.prepare(entries).output == [.boolean, .null])
  }
}

struct WrongCall: Sendable, CustomTestStringConvertible {
  let name: String
  let arguments: [Argument]
  let kind: ArgumentProblem.Kind
  let argument: Int?

  init(
    _ name: String, _ arguments: [Argument], _ kind: ArgumentProblem.Kind, at argument: Int? = 0
  ) {
    self.name = name
    self.arguments = arguments
    self.kind = kind
    self.argument = argument
  }

  var testDescription: String { TransformCall(name, arguments).text }
}

private let null = Argument.literal(.null)
private let truth = Argument.literal(.boolean(true))

private let wrongCalls: [WrongCall] =
  wrongTexts + wrongNumbers + wrongPatterns + wrongExpressions + wrongEntries

private let wrongTexts: [WrongCall] =
  ["before", "after", "split"].flatMap { name in
    [
      WrongCall(name, [.text("")], .emptyText),
      WrongCall(name, [null], .wrongKind(wanted: .text)),
    ]
  } + [
    WrongCall("replace", [.text("a")], .tooFew(wanted: 2), at: nil),
    WrongCall("replace", [.text(""), .text("b")], .emptyText),
    WrongCall("replace", [.text("a"), null], .wrongKind(wanted: .text), at: 1),
    WrongCall("join", [null], .wrongKind(wanted: .text)),
    WrongCall("equals", [null], .nullNeverCompared),
    WrongCall("equals", [.number("1e9999999999999999")], .numberOutOfRange),
  ]

private let wrongNumbers: [WrongCall] =
  ["prefix", "nth", "round"].flatMap { name in
    [
      WrongCall(name, [.number("-1")], .wrongKind(wanted: .count)),
      WrongCall(name, [.number("1.5")], .wrongKind(wanted: .count)),
      WrongCall(name, [.text("1")], .wrongKind(wanted: .count)),
      WrongCall(name, [truth], .wrongKind(wanted: .count)),
      WrongCall(name, [.number("2147483648")], .countOutOfRange),
      WrongCall(name, [.number("1e999999999")], .countOutOfRange),
    ]
  }
  + ["add", "subtract", "multiply", "divide"].flatMap { name in
    [
      WrongCall(name, [.text("1")], .wrongKind(wanted: .number)),
      WrongCall(name, [null], .wrongKind(wanted: .number)),
      WrongCall(name, [.number("1e6145")], .numberOutOfRange),
      WrongCall(name, [.number("-1e999999999999999999999")], .numberOutOfRange),
    ]
  } + [
    WrongCall("divide", [.number("0.00")], .zeroDivisor),
    WrongCall("divide", [.number("1e-7000")], .zeroDivisor),
    WrongCall("trim", [.text("a")], .tooMany(wanted: 0)),
  ]

private let readingPatterns: [(String, TimePatternProblem)] = [
  ("", .empty), ("yyyy-MM-dd'T", .unclosedQuote), ("yyyy-MM-ddTHH", .unknownLetter("T")),
  ("YYYY-MM-dd", .unknownLetter("Y")), ("EEE, dd MMM yyyy", .unknownLetter("E")),
  ("yyy-MM-dd", .width(.year, 3)), ("yyyy-MMMMM-dd", .width(.month, 5)),
  ("yyyy-MM-ddd", .width(.day, 3)), ("dMyyyy", .ambiguous(.day)), ("yMMdd", .ambiguous(.year)),
  ("d0MM yyyy", .ambiguous(.day)), ("yyyy-MM-dd HHmmSSss", .ambiguous(.fraction)),
  ("yyyy-MM", .lacks(.day)), ("MM/dd", .lacks(.year)), ("yyyy dd", .lacks(.month)),
  ("yyyy-MM-dd dd", .repeated(.day)), ("yyyy-MM-dd hh:mm", .halfDayAlone(.hourOfHalfDay)),
  ("yyyy-MM-dd HH:mm a", .halfDayAlone(.halfDay)), ("yyyy-MM-dd HH hh:mm a", .repeated(.hour)),
]

private let wrongPatterns: [WrongCall] =
  readingPatterns.flatMap { (pattern: String, problem: TimePatternProblem) in
    ["date", "datetime"].map { WrongCall($0, [.text(pattern)], .invalidPattern(problem)) }
  } + [
    WrongCall("datetime", [.text("yyyy-MM-dd")], .invalidPattern(.lacks(.hour))),
    WrongCall("datetime", [.text("yyyy-MM-dd HH")], .invalidPattern(.lacks(.minute))),
    WrongCall("format", [.text("")], .invalidPattern(.empty)),
    WrongCall("format", [.text("D")], .invalidPattern(.unknownLetter("D"))),
    WrongCall("format", [.text("aa")], .invalidPattern(.width(.halfDay, 2))),
    WrongCall("format", [.number("2020")], .wrongKind(wanted: .timePattern)),
  ]

private let wrongExpressions: [WrongCall] =
  ["extract", "matches"].flatMap { name in
    [WrongCall(name, [.number("1")], .wrongKind(wanted: .iregexp))]
      + ["(", "\\d", "a{2,1}"].compactMap { pattern in
        problem(of: pattern).map { WrongCall(name, [.text(pattern)], .invalidRegexp($0)) }
      }
  } + [WrongCall("json", [.text("$")], .wrongKind(wanted: .jsonPath))]

private let wrongEntries: [WrongCall] = [
  WrongCall("lookup", [.text("a")], .wrongKind(wanted: .entries)),
  WrongCall(
    "lookup",
    [.entry(key: .number("1"), value: .null), .entry(key: .number("1.0"), value: .null)],
    .repeatedKey, at: 1),
  WrongCall(
    "lookup", [.entry(key: nil, value: .null), .entry(key: nil, value: .null)], .repeatedKey,
    at: 1),
]

private func problem(of pattern: String) -> IRegexpProblem? {
  do {
    _ = try IRegexp(pattern)
    return nil
  } catch {
    return error
  }
}

private let wordings: [(TransformCall, String)] = [
  (TransformCall("prefix", [.number("-1")]), "`prefix` takes a whole number from 0 on"),
  (
    TransformCall("before", [.text("")]),
    "`before` takes a text that is not empty: an empty one is found everywhere"
  ),
  (TransformCall("trim", [.text("")]), "`trim` takes no arguments"),
  (TransformCall("replace", []), "`replace` is written `replace(text, by)`"),
  (
    TransformCall("matches", [.text("(")]),
    "in the regular expression of `matches`, this parenthesis is not closed"
  ),
  (
    TransformCall("date", [.text("yyyy-MM-ddT")]),
    "the pattern of `date` has `T`: for the letter itself write `'T'`"
  ),
  (
    TransformCall("date", [.text("dMyyyy")]),
    "the pattern of `date` has digits behind `d`, so nobody can tell where that ends; write `dd`"
  ),
  (
    TransformCall("date", [.text("yyy")]),
    "the pattern of `date` has `yyy`; it may be `y`, `yy` or `yyyy`"
  ),
]
