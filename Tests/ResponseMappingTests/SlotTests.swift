import ResponseMapping
import Testing

/// The slots of an evaluator say what its outcomes say.
@Suite struct SlotTests {
  private static let mapping = """
    response json
    text     -> Text
    escaped  -> Escaped
    number   -> Number : integer
    decimal  -> Decimal : float
    truth    -> Truth : boolean
    day      -> Day : date
    time     -> Time : datetime
    none     -> None
    nothing  -> Nothing
    empty    -> Empty
    object   -> Object
    long     -> Long
    """

  private static let body = """
    {"text": "Zürich", "escaped": "a\\u0062\\n", "number": 4.2e1, "decimal": 0.50, "truth": "TRUE",
     "day": "2024-02-29", "time": "1970-01-02T00:00:01+00:00", "nothing": null, "empty": "",
     "object": {}, "long": "\(String(repeating: "x", count: 256))"}
    """

  @Test func `a slot holds the value, or the code of the reason why there is none`() throws {
    let mapping = try Mapping(compiling: Self.mapping)
    var evaluator = mapping.makeEvaluator()
    let body = Array(Self.body.utf8)
    let failure = unsafe evaluator.fill(ResponseHead(status: 200), body: body.span.bytes)
    #expect(failure == nil)
    let slots = (0..<evaluator.slotCount).map { evaluator.slot($0) }
    let texts = slots.map { slot -> String? in
      switch slot.value {
      case .text(let text), .decimal(let text):
        unsafe evaluator.string(text, body: body.span.bytes)
      case nil, .null, .integer, .boolean, .date, .dateTime: nil
      }
    }
    #expect(texts == ["Zürich", "ab\n", nil, "0.50"] + Array(repeating: nil, count: 8))
    #expect(
      slots[4...6].map(\.value)
        == [
          .boolean(true), .date(year: 2024, month: 2, day: 29),
          .dateTime(secondsSinceEpoch: 86_401),
        ])
    #expect(slots[2].value == .integer(42))
    #expect(
      slots[7...].map(\.code) == [.missingValue, .nullValue, .emptyValue, .mismatch, .overlong])
  }

  @Test func `a failure says why the slots are not filled`() throws {
    let mapping = try Mapping(compiling: Self.mapping)
    var evaluator = mapping.makeEvaluator()
    let body = Array("{\"text\": 1".utf8)
    let failure = unsafe evaluator.fill(ResponseHead(status: 200), body: body.span.bytes)
    #expect(failure?.code == "RM303")
    let next = Array(Self.body.utf8)
    #expect(unsafe evaluator.fill(ResponseHead(status: 200), body: next.span.bytes) == nil)
    #expect(evaluator.slot(2).value == .integer(42))
  }
}
