import Foundation
import ResponseMapping
import Testing
import TestSupport

@Suite struct HostileBodyTests {
  // MARK: Depth

  /// A way to nest, as text before and behind what is nested.
  struct Nesting: Sendable, CustomTestStringConvertible {
    let open: String
    let close: String
    /// How many containers one round opens.
    let levels: Int

    var testDescription: String { open }

    func text(_ rounds: Int, _ core: String = "1", closed: Bool = true) -> [UInt8] {
      var text: [UInt8] = []
      text.reserveCapacity(rounds * (open.utf8.count + close.utf8.count) + 8)
      for _ in 0..<rounds { text += open.utf8 }
      text += core.utf8
      if closed { for _ in 0..<rounds { text += close.utf8 } }
      return text
    }
  }

  static let nestings = [
    Nesting(open: "[", close: "]", levels: 1),
    Nesting(open: #"{"a":"#, close: "}", levels: 1),
    Nesting(open: #"[{"a":"#, close: "}]", levels: 2),
    Nesting(open: #"{"b":[0,"#, close: #"],"c":0}"#, levels: 2),
  ]

  @Test(arguments: nestings, [200_000, 1_000_000])
  func `bodies that nest without end are refused at the limit`(
    _ nesting: Nesting, _ depth: Int
  ) throws {
    let rounds = depth / nesting.levels
    let mapping = try compiled("a.a.a -> Mapped", "[0].a -> Other", "skipped -> Skipped")
    for closed in [true, false] {
      let failure = mapping.evaluate(nesting.text(rounds, closed: closed)).failure
      #expect(failure?.kind == .limit(.depth, value: 512))
      #expect(failure?.code == "RM501")
      #expect(failure?.recovery == .investigate)
    }
  }

  @Test(arguments: nestings)
  func `a caller may allow as many levels as there are`(_ nesting: Nesting) throws {
    let depth = nesting.open == "[" ? 1_000_000 : 100_000
    let mapping = try compiled("a.a.a -> Mapped", limits: Limits(depth: depth))
    let rounds = depth / nesting.levels
    let body = nesting.text(rounds)
    #expect(mapping.evaluate(body).updates != nil)
    let cut = nesting.text(rounds, closed: false)
    #expect(mapping.evaluate(cut).offset == cut.count)
    let tooDeep = mapping.evaluate(nesting.text(rounds + 1))
    #expect(tooDeep.failure?.kind == .limit(.depth, value: depth))
    guard depth < 1_000_000 else { return }
    #expect(mapping.evaluate(Array(body.dropLast())).offset == body.count - 1)
    #expect(mapping.evaluate(nesting.text(rounds, "x")).offset == cut.count - 1)
  }

  @Test(arguments: [1, 2, 3, 64, 512, 1_000], nestings)
  func `the depth limit is exact`(_ limit: Int, _ nesting: Nesting) throws {
    guard limit % nesting.levels == 0 else { return }
    let mapping = try compiled("a -> Mapped", limits: Limits(depth: limit))
    let fitting = limit / nesting.levels
    #expect(mapping.evaluate(nesting.text(fitting)).updates != nil)
    #expect(mapping.evaluate(nesting.text(max(0, fitting - 1))).updates != nil)
    for more in ["[]", "{}", "[1]"] {
      #expect(
        mapping.evaluate(nesting.text(fitting, more)).failure?.kind
          == .limit(.depth, value: limit))
    }
    // Containers side by side do not nest.
    #expect(
      mapping.evaluate("[" + repeated("[],{},", limit > 1 ? 5_000 : 0) + "1]").updates != nil)
  }

  @Test(arguments: [0, -1, Int.min])
  func `a limit of no depth allows scalars only`(_ limit: Int) throws {
    let mapping = try compiled("a -> Mapped", limits: Limits(depth: limit))
    #expect(mapping.evaluate("1").updates != nil)
    #expect(mapping.evaluate(#""x""#).updates != nil)
    #expect(mapping.evaluate("{}").failure?.kind.name == "limit")
    #expect(mapping.evaluate("[]").failure?.kind.name == "limit")
  }

  @Test func `a limit beyond all bounds is no trap`() throws {
    let mapping = try compiled("a -> Mapped", limits: Limits(bodyBytes: Int.max, depth: Int.max))
    #expect(mapping.evaluate(#"{"a":"x"}"#).result == .string("x"))
    #expect(mapping.evaluate(HostileBodyTests.nestings[0].text(100_000)).updates != nil)
  }

  @Test func `a small stack is enough for any nesting, also where it is not mapped`() throws {
    let deep = try compiled(
      "a.a.a.a -> Mapped", "b[1].b[1] -> Other", "[0][0][0] -> Third",
      limits: Limits(depth: 1_000_000))
    let usual = try compiled("a.a.a.a -> Mapped")
    let bodies = HostileBodyTests.nestings.flatMap { nesting in
      [true, false].map { nesting.text(200_000 / nesting.levels, closed: $0) }
    }
    let outcomes = onSmallStack { bodies.flatMap { [deep.evaluate($0), usual.evaluate($0)] } }
    #expect(outcomes == bodies.flatMap { [deep.evaluate($0), usual.evaluate($0)] })
    #expect(outcomes.count == 16)
    for (index, body) in bodies.enumerated() {
      let outcome = outcomes[2 * index]
      #expect(index % 2 == 0 ? outcome.updates != nil : outcome.offset == body.count)
      #expect(outcomes[2 * index + 1].failure?.kind == .limit(.depth, value: 512))
    }
  }

  @Test func `a small stack is enough for every kind of outcome`() throws {
    let mapping = try compiled(
      "a.b -> A", "c -> B : integer", "d -> C : datetime", "e -> D : email", "f -> E : text")
    let bodies: [String] = [
      #"{"a":{"bb":1},"c":"4.2e1","d":"2016-08-28T02:21:00+02:00","e":"a@b","f":"\ud83d\ude00"}"#,
      #"{"a":null,"c":1e400,"d":"x","e":"x","f":"\#(repeated("\\u00e9", 20_000))"}"#,
      "{", "[1,", "<html>", "", "\u{1F}\u{8B}", "\"\\x\"", #"{"a":1,"a":{"b":2}}"#,
      repeated(" ", 100_000) + "x", "{\"\(repeated("x", 100_000))\":1}",
    ]
    let outcomes = onSmallStack { bodies.map { mapping.evaluate($0) } }
    #expect(outcomes == bodies.map { mapping.evaluate($0) })
  }

  // MARK: Size

  @Test(arguments: [1, 2, 16, 8_191, 8_192, 8_193, 100_000])
  func `the limit of bytes is exact`(_ limit: Int) throws {
    let mapping = try compiled("[0] -> Mapped", limits: Limits(bodyBytes: limit))
    #expect(mapping.evaluate(repeated("1", limit - 1) + "1").updates != nil)
    if limit > 1 { #expect(mapping.evaluate(repeated("1", limit - 1)).updates != nil) }
    for body in [
      repeated("1", limit + 1), "1" + repeated(" ", limit), repeated(" ", limit) + "1",
      repeated("x", limit + 1), "\"" + repeated("é", limit), "\u{FEFF}" + repeated("1", limit),
    ] {
      let failure = mapping.evaluate(body).failure
      #expect(failure?.kind == .limit(.bodyBytes, value: limit))
      #expect(failure?.code == "RM501")
      #expect(failure?.response.count == body.utf8.count)
    }
  }

  @Test func `a string of 100 MB is too long for any field and of no concern elsewhere`() throws {
    let mapping = try compiled("s -> Mapped : text", "kept -> Kept")
    var body = bytes(#"{"unmapped":""#)
    body.reserveCapacity(101 << 20)
    body += [UInt8](repeating: 0x78, count: 100 << 20)
    body += bytes(#"","kept":"yes"}"#)
    let outcome = mapping.evaluate(body)
    #expect(outcome.updates?.values == ["Kept": .string("yes")])
    body.replaceSubrange(0..<13, with: bytes(#"{       "s":""#))
    #expect(mapping.evaluate(body).updates?.results.map(\.result) == [.overlong, .string("yes")])
  }

  @Test func `a body beyond the usual limit is refused without being read`() throws {
    let mapping = try compiled("a -> Mapped", limits: Limits(bodyBytes: 1 << 20))
    let body = [UInt8](repeating: UInt8(ascii: "["), count: 32 << 20)
    #expect(mapping.evaluate(body).failure?.kind == .limit(.bodyBytes, value: 1 << 20))
    #expect(Limits().bodyBytes == 256 << 20)
    #expect(Limits().depth == 512)
  }

  // MARK: Number

  @Test func `a million of one key leaves the last, with one warning`() throws {
    let mapping = try compiled("k -> Mapped", "k.x -> Inner")
    let member = #""k":{"x":"old"},"#
    let body = "{" + repeated(member, 500_000) + repeated(#""k":1,"#, 500_000) + #""k":"last"}"#
    let outcome = mapping.evaluate(body)
    #expect(outcome.updates?.results.map(\.result) == [.string("last"), .stopped("k")])
    #expect(outcome.warningCodes == [.duplicateKey, .duplicateKey])
  }

  @Test func `a path leads to the last of a million elements`() throws {
    let mapping = try compiled("l[999999] -> Last", "l[1000000] -> Beyond", "l[0] -> First")
    let body = #"{"l":["# + repeated("0,", 999_999) + #""last"]}"#
    #expect(
      mapping.evaluate(body).updates?.results.map(\.result)
        == [.string("last"), .stopped("l"), .string("0")])
  }

  @Test func `a million different names hide none`() throws {
    let mapping = try compiled("wanted -> Mapped", "absent -> Other")
    let names = (0..<300_000).map { "\"n\($0)\":0" }.joined(separator: ",")
    let outcome = mapping.evaluate("{\(names),\"wanted\":\"x\"}")
    #expect(outcome.updates?.results.map(\.result) == [.string("x"), .stopped(nil)])
  }

  @Test func `names that differ in one letter only are told apart`() throws {
    let lines = (0..<200).map { "prefix\($0)x -> Field\($0)" }.joined(separator: "\n")
    let mapping = try Mapping(compiling: "response json\n" + lines)
    let body = "{" + (0..<200).map { "\"prefix\($0)y\":0" }.joined(separator: ",") + "}"
    let updates = try #require(mapping.evaluate(body).updates)
    #expect(updates.values == [:])
    #expect(
      updates.results.map(\.result)
        == (0..<200).map { .stopped(nil, nearest: "prefix\($0)y") })
  }

  /// A body must not be able to make the search for the nearest name cost more than reading it.
  @Test func `near names are looked for within bounds`() throws {
    let lines = (0..<200).map { "prefix\($0)x -> Field\($0)" }.joined(separator: "\n")
    let mapping = try Mapping(compiling: "response json\n" + lines)
    let body = "{" + (0..<600).map { "\"prefix\($0)y\":0" }.joined(separator: ",") + "}"
    let duration = ContinuousClock().measure { _ = mapping.evaluate(body) }
    #expect(duration < .seconds(20))
  }

  // MARK: Encodings

  @Test(arguments: [
    // UTF-16 and UTF-32, with and without byte order mark
    "‹FF FE›‹7B 00 7D 00›", "‹FE FF›‹00 7B 00 7D›", "‹7B 00 22 00 61 00›", "‹00 7B 00 22 00 61›",
    "‹5B 00 5D 00›", "‹00 5B 00 5D›", "‹00 31›", "‹FF FE 00 00 7B 00 00 00›",
    "‹00 00 FE FF 00 00 00 7B›", "‹7B 00 00 00 7D 00 00 00›", "‹00 00 00 7B 00 00 00 7D›",
    "‹22 00 E9 00 22 00›", "‹00 22 20 AC 00 22›", "‹FF FE›1", "‹FE FF›1",
    // Compressed bodies
    "‹1F 8B 08 00 00 00 00 00 00 03›", "‹1F 8B›", "‹28 B5 2F FD 04 00›", "‹78 9C AB AE 05 00›",
    "‹78 01 01 00›", "‹78 DA AB 06›", "‹78 5E AB 06›",
  ])
  func `a body that is no text in UTF-8 at all is told by its first bytes`(_ text: String) throws {
    let failure = try #require(try compiled("a -> Mapped").evaluate(bytes(text)).failure)
    guard case .encoding(let position) = failure.kind else {
      Issue.record("\(failure.kind)")
      return
    }
    #expect(position.offset == 0 && position.line == 1 && position.column == 1)
    #expect(failure.code == "RM304")
    #expect(failure.response == bytes(text))
  }

  /// A digit in UTF-16, little-endian, is a whole document of two bytes.
  @Test func `a body of one character in UTF-16 is told by its first bytes`() throws {
    let mapping = try compiled("a -> Mapped")
    #expect(mapping.evaluate([0x00, 0x31]).failure?.kind.name == "encoding")
    let kind = mapping.evaluate([0x31, 0x00]).failure?.kind
    #expect(kind?.name == "encoding")
  }

  @Test func `what a body is instead of UTF-8 is said`() throws {
    let rows: [(String, String)] = [
      ("‹FF FE 7B 00 7D 00›", "UTF-16"), ("‹00 7B 00 7D›", "UTF-16"),
      ("‹FF FE 00 00 7B 00 00 00›", "UTF-32"), ("‹00 00 00 7B›", "UTF-32"),
      ("‹1F 8B 08›", "gzip"), ("‹28 B5 2F FD›", "Zstandard"), ("‹78 9C›", "deflate"),
    ]
    for (body, name) in rows {
      let message = try compiled("a -> Mapped").evaluate(bytes(body)).failure?.message ?? ""
      #expect(message.contains(name))
      #expect(message.contains("Content-Encoding") == !name.hasPrefix("UTF"))
    }
  }

  @Test(arguments: [
    "‹1F›", "‹28 B5 2F›", "‹EF›", "‹EF BB›", "‹EF BB BE›{}", "‹00›", "‹00 00›", "‹00 00 00›",
    "‹00 00 00 00›", "‹FF›", "‹FE›", "‹F0›", "‹78›", "‹C3›", "{‹C0 80›}", "‹84 31 95 33›",
  ])
  func `a body of a few odd bytes is refused and no trap`(_ text: String) throws {
    let failure = try #require(try compiled("a -> Mapped").evaluate(bytes(text)).failure)
    #expect(["malformedBody", "encoding"].contains(failure.kind.name))
  }

  @Test(arguments: [
    "<!DOCTYPE html><html><body>Sign in</body></html>", "<html>", "\r\n\r\n<HTML>",
    "<?xml version=\"1.0\"?><error/>", "\u{FEFF}<html>",
  ])
  func `a page of HTML at 200 is refused, whatever its type is said to be`(_ page: String) throws {
    let mapping = try compiled("a -> Mapped")
    let first = Array(page.utf8).firstIndex(of: UInt8(ascii: "<"))
    let kinds = ["text/html", "application/json", nil].map { type in
      mapping.evaluate(
        Response(
          status: 200, headers: type.map { [.init("Content-Type", $0)] } ?? [], body: page)
      ).failure?.kind
    }
    #expect(kinds[0] == .contentTypeMismatch)
    for kind in kinds[1...] {
      guard case .malformedBody(let position) = kind else {
        Issue.record("\(String(describing: kind))")
        continue
      }
      #expect(position.offset == first)
    }
  }

  @Test func `random bytes are never a trap`() throws {
    var random = SeededGenerator(seed: 99)
    var evaluator = try compiled("a -> A", "a.b[0] -> B : integer", "[0] -> C").makeEvaluator()
    for _ in 0..<4_000 {
      let body = (0..<random.below(40)).map { _ in UInt8(random.below(256)) }
      _ = evaluator.evaluate(Response(ResponseHead(status: 200), body: body))
    }
  }

  @Test func `headers and reasons of any kind are never a trap`() throws {
    let mapping = try compiled("a -> Mapped")
    for text in [
      "", "\u{0}", ";", ";;;", "/", "application/", "+json", "é", "\r\n", repeated("a", 100_000),
      repeated(";", 100_000), repeated(" ", 100_000), "\u{301}", "application/json\u{301}",
    ] {
      for name in ["Content-Type", "Retry-After", "Date", text] {
        for status in [200, 503] {
          let head = ResponseHead(
            status: status, reasonPhrase: text, headers: [.init(name, text), .init(text, name)])
          let outcome = mapping.evaluate(Response(head, body: bytes(#"{"a":"x"}"#)))
          #expect((outcome.updates == nil) == (status == 503))
        }
      }
    }
  }
}

/// Where a thread leaves its value; read only after it is done.
private final class Place<Value>: @unchecked Sendable {
  var value: Value?
}

/// Runs on a thread with a stack of 256 KB.
private func onSmallStack<Value: Sendable>(_ work: @escaping @Sendable () -> Value) -> Value {
  let place = Place<Value>()
  let done = DispatchSemaphore(value: 0)
  let thread = Thread {
    place.value = work()
    done.signal()
  }
  thread.stackSize = 256 << 10
  thread.start()
  done.wait()
  guard let value = place.value else { preconditionFailure("the thread ended without a value") }
  return value
}
