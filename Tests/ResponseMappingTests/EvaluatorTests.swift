import Foundation
import ResponseMapping
import Testing

@Suite struct EvaluatorTests {
  private static func mapping(limits: Limits = Limits()) throws -> Mapping {
    try compiled(
      "a -> A", "a.b -> AB", "a.b[1].c -> ABC", "n -> N : integer", "f -> F : currency",
      "d -> D : datetime", "day -> Day : date", "e -> E : email", "t -> T : text",
      "x -> X : boolean", "[0].a -> First", "[1] -> Second", "'é' -> Accent", limits: limits)
  }

  /// Responses that come to everything there is, in an order that leaves something behind.
  private static let responses: [Response] = {
    var responses: [Response] = []
    func add(
      _ status: Int, _ body: String, _ type: String? = nil, _ context: CallContext = .trigger,
      retryAfter: String? = nil
    ) {
      var headers = type.map { [ResponseHead.Header("Content-Type", $0)] } ?? []
      if let retryAfter { headers.append(.init("Retry-After", retryAfter)) }
      let head = ResponseHead(
        status: status, reasonPhrase: status == 200 ? "OK" : nil, headers: headers,
        context: context)
      responses.append(Response(head, body: bytes(body)))
    }
    add(200, #"{"a":{"b":[0,{"c":"deep"}]},"n":"42","d":"2016-08-28T02:21:00","x":1,"t":"null"}"#)
    add(200, "{}")
    add(200, #"{"a":{"b":1},"a":{"b":[1,{"c":null}]},"n":9007199254740993,"e":"a@b"}"#)
    add(200, #"{"a":"\ud83d\ude00\n","t":"\#(repeated("\\u00e9", 20_000))","f":"1e400"}"#)
    add(200, "[{\"a\":\"x\"},\"second\"]", "text/html")
    add(200, "", "text/html")
    add(200, "<html>", "text/html")
    add(200, "<html>")
    add(200, "\u{FEFF}{\"a\":1}")
    add(200, #"{"a":{"b":"cut"#)
    add(200, #"{"a":"\x"}"#)
    add(200, "\"‹FF›\"")
    add(200, "‹1F 8B 08›")
    add(200, repeated("[", 600))
    add(200, repeated("[", 500) + repeated("]", 500))
    add(200, repeated(" ", 8_190) + #"{"a":"behind blanks","é":"\u00e9"}"#)
    add(200, #"{"\u0061":"\#(repeated("x", 255))","\u00e9":"y","day":"2016-02-29"}"#)
    add(200, #"{"a":"\#(repeated("x", 256))","é":null,"day":"2015-02-29","n":""}"#)
    add(404, "{}")
    add(503, "busy", nil, retryAfter: "30")
    add(200, #"{"a":"batch"}"#, nil, .batch)
    add(200, #"{"a":"timeout"}"#, nil, .timeout)
    add(200, #"{"aa":1,"emial":2,"A":3}"#)
    add(200, "null")
    add(200, "42")
    add(200, #"{"s":"\#(repeated("y", 40_000))","a":"end"}"#)
    add(200, "[" + repeated(#"{"a":1},"#, 5_000) + "0]")
    return responses
  }()

  @Test func `an evaluator keeps nothing of the response before`() throws {
    let mapping = try EvaluatorTests.mapping()
    let fresh = EvaluatorTests.responses.map { mapping.evaluate($0) }
    var evaluator = mapping.makeEvaluator()
    for (first, before) in EvaluatorTests.responses.enumerated() {
      for (second, after) in EvaluatorTests.responses.enumerated() where (first + second) % 3 == 0 {
        #expect(evaluator.evaluate(before) == fresh[first], "response \(first)")
        #expect(evaluator.evaluate(after) == fresh[second], "\(second) after \(first)")
      }
    }
  }

  @Test func `random responses in a row come to what each comes to alone`() throws {
    let mapping = try compiled(
      "a -> A", "a.b -> B", "b[0] -> C", "[0].a -> D", "a[1].b -> E", "ab -> F : integer")
    var random = RandomJSON(seed: 7)
    var evaluator = mapping.makeEvaluator()
    for round in 0..<1_500 {
      var body = random.document()
      if random.once(in: 3) { body = random.spoiled(body) }
      let response = Response(ResponseHead(status: 200), body: body)
      guard evaluator.evaluate(response) == mapping.evaluate(response) else {
        Issue.record("round \(round): \(printable(body))")
        return
      }
    }
  }

  @Test func `all ways to hand over a body agree`() throws {
    let mapping = try EvaluatorTests.mapping()
    var evaluator = mapping.makeEvaluator()
    for (index, response) in EvaluatorTests.responses.enumerated() {
      let expected = mapping.evaluate(response)
      let bySpan = unsafe mapping.evaluate(response.head, body: response.body.span.bytes)
      #expect(bySpan == expected)
      let reused = unsafe evaluator.evaluate(response.head, body: response.body.span.bytes)
      #expect(reused == expected)
      let data = Data(response.body)
      let byData = mapping.evaluate(response.head, body: data.bytes)
      #expect(byData == expected)
      let byPointer = unsafe response.body.withUnsafeBytes { bytes in
        unsafe mapping.evaluate(response.head, body: bytes)
      }
      #expect(byPointer == expected, "response \(index)")
      // In the middle of other memory, and at an odd address
      let padded = bytes(#"{"a":"#) + response.body + bytes(#""a":"behind"}]]}}"#)
      let part = unsafe padded.withUnsafeBytes { bytes in
        unsafe mapping.evaluate(
          response.head,
          body: UnsafeRawBufferPointer(rebasing: bytes[5..<(5 + response.body.count)]))
      }
      #expect(part == expected, "response \(index)")
    }
    let nothing = unsafe mapping.evaluate(
      ResponseHead(status: 200), body: UnsafeRawBufferPointer(start: nil, count: 0))
    #expect(nothing == mapping.evaluate([]))
    #expect(nothing.failure?.kind == .emptyBody)
  }

  /// The body lies in pages that cannot be written and ends where a page begins that cannot be
  /// read.
  @Test func `nothing is read behind the body and nothing written to it`() throws {
    let mapping = try EvaluatorTests.mapping()
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let size = 4 * page
    let memory = unsafe mmap(
      nil, size + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let start = unsafe memory, unsafe start != MAP_FAILED else {
      Issue.record("no memory")
      return
    }
    defer { unsafe munmap(start, size + page) }
    #expect(unsafe mprotect(start + size, page, PROT_NONE) == 0)
    let texts = (acceptedBodies + malformedBodies + wrongEscapes + notUTF8).map {
      markedBytes($0).bytes
    }
    let bodies = texts + EvaluatorTests.responses.map(\.body).filter { $0.count <= size }
    for body in bodies {
      let place = unsafe UnsafeMutableRawBufferPointer(
        start: start + size - body.count, count: body.count)
      #expect(unsafe mprotect(start, size, PROT_READ | PROT_WRITE) == 0)
      unsafe place.copyBytes(from: body)
      #expect(unsafe mprotect(start, size, PROT_READ) == 0)
      let outcome = unsafe mapping.evaluate(
        ResponseHead(status: 200), body: UnsafeRawBufferPointer(place))
      #expect(outcome == mapping.evaluate(body), "\(printable(body.prefix(60)))")
    }
  }

  @Test func `eight threads share a mapping`() async throws {
    let mapping = try EvaluatorTests.mapping()
    let expected = EvaluatorTests.responses.map { mapping.evaluate($0) }
    let wrong = await withTaskGroup(of: Int.self) { group in
      for thread in 0..<8 {
        group.addTask {
          var wrong = 0
          var evaluator = mapping.makeEvaluator()
          for round in 0..<40 {
            let index = (round * 7 + thread * 3) % expected.count
            let response = EvaluatorTests.responses[index]
            let outcome =
              round % 2 == 0 ? evaluator.evaluate(response) : mapping.evaluate(response)
            if outcome != expected[index] { wrong += 1 }
          }
          return wrong
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  @Test func `threads that compile and evaluate at once agree`() async throws {
    let outcomes = await withTaskGroup(of: [Outcome].self) { group in
      for _ in 0..<8 {
        group.addTask {
          guard let mapping = try? EvaluatorTests.mapping() else { return [] }
          return EvaluatorTests.responses.prefix(8).map { mapping.evaluate($0) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(outcomes).count == 1)
    #expect(outcomes.first?.count == 8)
  }

  @Test func `an evaluator keeps to the limits of its mapping`() throws {
    let mapping = try EvaluatorTests.mapping(limits: Limits(bodyBytes: 40, depth: 2))
    #expect(mapping.limits == Limits(bodyBytes: 40, depth: 2))
    var evaluator = mapping.makeEvaluator()
    for response in EvaluatorTests.responses {
      #expect(evaluator.evaluate(response) == mapping.evaluate(response))
    }
    let deep = evaluator.evaluate(Response(status: 200, body: "[[[1]]]"))
    #expect(deep.failure?.kind == .limit(.depth, value: 2))
  }

  @Test func `outcomes are values that compare and hash`() throws {
    let mapping = try EvaluatorTests.mapping()
    let outcomes = EvaluatorTests.responses.map { mapping.evaluate($0) }
    let again = EvaluatorTests.responses.map { mapping.evaluate($0) }
    #expect(outcomes == again)
    #expect(Set(outcomes) == Set(again))
  }
}
