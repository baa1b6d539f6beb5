import CalendarTime
import MappingPlan
import Testing
import Transforms

@Suite struct EqualityTests {
  @Test(arguments: equal)
  func `a value is equal to a literal whose kind it can be brought into`(
    _ value: Value, _ literal: Literal
  ) throws {
    #expect(try apply("equals", [.literal(literal)], to: value) == .value(.boolean(true)))
    #expect(
      try apply("contains", [.literal(literal)], to: .list([.null, value]))
        == .value(.boolean(true)))
    #expect(
      try apply("lookup", [.entry(key: literal, value: .text("found"))], to: value)
        == .text("found"))
  }

  @Test(arguments: unequal)
  func `a value is not equal to a literal of another kind or value`(
    _ value: Value, _ literal: Literal
  ) throws {
    #expect(try apply("equals", [.literal(literal)], to: value) == .value(.boolean(false)))
    #expect(
      try apply("contains", [.literal(literal)], to: .list([value])) == .value(.boolean(false)))
    #expect(
      try apply("lookup", [.entry(key: literal, value: .text("found"))], to: value)
        == .mismatch(.noEntry))
  }

  @Test func `a list is looked through for null`() throws {
    let null = Argument.literal(.null)
    #expect(try apply("contains", [null], to: .list([.text(""), .null])) == .value(.boolean(true)))
    #expect(try apply("contains", [null], to: .list([.text("")])) == .value(.boolean(false)))
    #expect(try apply("contains", [null], to: .text("null")) == .value(.boolean(false)))
  }

  @Test func `an empty text is a part of every text, but an element of few lists`() throws {
    #expect(try apply("contains", [.text("")], to: .text("a")) == .value(.boolean(true)))
    #expect(try apply("contains", [.text("")], to: .list([.text("a")])) == .value(.boolean(false)))
    #expect(try apply("contains", [.text("")], to: .list([.text("")])) == .value(.boolean(true)))
  }

  @Test func `of two entries that fit, the first one is taken`() throws {
    let number = Argument.entry(key: .number("1"), value: .text("number"))
    let text = Argument.entry(key: .text("1"), value: .text("text"))
    #expect(try apply("lookup", [number, text], to: .text("1")) == .text("number"))
    #expect(try apply("lookup", [text, number], to: .text("1")) == .text("text"))
    #expect(try apply("lookup", [text, number], to: .number("1.0")) == .text("number"))
  }

  @Test func `else stands for all others wherever it is written, for null and missing too`() throws
  {
    let otherwise = Argument.entry(key: nil, value: .text("else"))
    let entry = Argument.entry(key: .text("a"), value: .null)
    for arguments in [[otherwise, entry], [entry, otherwise]] {
      #expect(try apply("lookup", arguments, to: .text("a")) == .value(.null))
      for value in [Value.text("b"), .number("1"), .null, nil] {
        #expect(try apply("lookup", arguments, to: value) == .text("else"))
      }
      #expect(try apply("lookup", arguments, to: .list([])) == .mismatch(.list))
      #expect(try apply("lookup", arguments, to: .object) == .mismatch(.structure))
    }
    #expect(try apply("lookup", [entry], to: .null) == .value(.null))
  }
}

private let day = CalendarDate(daysSinceEpoch: 0).map { Value.date($0) } ?? .null

private let equal: [(Value, Literal)] = [
  (.text("a"), .text("a")), (.text(""), .text("")), (.text("1"), .text("1")),
  (.text("1"), .number("1")), (.text("1.0"), .number("1")), (.number("1.0"), .number("10e-1")),
  (.number("-0"), .number("0")), (.number("1.0"), .text("1.0")), (.boolean(true), .boolean(true)),
  (.text("false"), .boolean(false)), (.boolean(false), .text("false")),
  (.number("1e999999999"), .number("10E+999999998")), (day, .text("1970-01-01")),
  (
    .number("12345678901234567890123456789012345678901"),
    .number("12345678901234567890123456789012345678901.0")
  ),
]

private let unequal: [(Value, Literal)] = [
  (.text("a"), .text("A")), (.text("a "), .text("a")), (.number("1.0"), .text("1")),
  (.text("01"), .number("1")), (.text(" 1"), .number("1")), (.text("+1"), .number("1")),
  (.boolean(true), .number("1")), (.number("1"), .boolean(true)), (.text("TRUE"), .boolean(true)),
  (.text("1"), .boolean(true)), (.boolean(true), .boolean(false)), (day, .number("1970")),
  (
    .number("12345678901234567890123456789012345678901"),
    .number("12345678901234567890123456789012345678902")
  ),
  (.number("1e99999999999999999999"), .number("1")),
]
