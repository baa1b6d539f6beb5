import JSONText
import TestSupport
import Testing

@Suite struct JSONByteWriterTests {
  /// Writes a tree as a program would that has none.
  private func write(_ value: JSONValue, _ writer: inout JSONByteWriter) {
    switch value {
    case .null: writer.literal("null")
    case .boolean(let value): writer.literal(value ? "true" : "false")
    case .number(let text): writer.number(text)
    case .string(let text), .illFormedString(let text): writer.string(text)
    case .array(let elements):
      writer.beginArray()
      for element in elements { write(element, &writer) }
      writer.endArray()
    case .object(let members):
      writer.beginObject()
      for member in members {
        writer.name(member.name)
        write(member.value, &writer)
      }
      writer.endObject()
    }
  }

  private func randomText(_ generator: inout SeededGenerator) -> String {
    let scalars = Array(
      "ab\"\\/\n\r\t\u{0}\u{1F}\u{7F}\u{9F}é€😀\u{2028}\u{2069}:,{[".unicodeScalars)
    let count = Int.random(in: 0..<6, using: &generator)
    return String(
      String.UnicodeScalarView(
        (0..<count).compactMap { _ in scalars.randomElement(using: &generator) }))
  }

  private func randomValue(_ depth: Int, _ generator: inout SeededGenerator) -> JSONValue {
    let count = Int.random(in: 0..<4, using: &generator)
    switch Int.random(in: 0..<(depth > 0 ? 6 : 4), using: &generator) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &generator))
    case 2: return .number("-1.50e3")
    case 3: return .string(randomText(&generator))
    case 4: return .array((0..<count).map { _ in randomValue(depth - 1, &generator) })
    default:
      return .object(
        (0..<count).map { _ in
          JSONMember(randomText(&generator), randomValue(depth - 1, &generator))
        })
    }
  }

  @Test func `what is written is what a tree's text is`() {
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<2000 {
      let value = randomValue(4, &generator)
      var writer = JSONByteWriter()
      write(value, &writer)
      #expect(String(decoding: writer.bytes, as: UTF8.self) == value.text)
    }
  }

  @Test func `lines stand beside each other`() {
    var writer = JSONByteWriter()
    for number in 1...2 {
      writer.beginObject()
      writer.member("n", number)
      writer.fragment(Array(#""m":"#.utf8))
      writer.string("é")
      writer.endObject()
      writer.bytes.append(0x0A)
    }
    #expect(
      String(decoding: writer.bytes, as: UTF8.self)
        == "{\"n\":1,\"m\":\"é\"}\n{\"n\":2,\"m\":\"é\"}\n")
  }
}
