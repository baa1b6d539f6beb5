import JSONText
import Testing
import TestSupport

@Suite struct JSONDifferentialTests {
  @Test(arguments: [1, 2, 3] as [UInt64])
  func `what is written is read back, canonical or not`(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<1_000 {
      let value = value(depth: 4, using: &generator)
      let text = value.text
      #expect(JSONOracle.accepts(Array(text.utf8), depthLimit: 128), "\(text)")
      #expect(try JSONReader.read(Array(text.utf8)).text == text)
      let canonical = value.canonical.text
      #expect(try JSONReader.read(Array(canonical.utf8)).canonical.text == canonical)
    }
  }

  @Test(arguments: [11, 12, 13] as [UInt64])
  func `the reader and the grammar accept the same damaged documents`(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let signs = Array("[]{},:\"\\ue1-.0tn+E /\u{1}".utf8) + [0x80, 0xC3, 0xED, 0xFF]
    for _ in 0..<3_000 {
      var bytes = Array(value(depth: 3, using: &generator).text.utf8)
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        let position = Int.random(in: 0...bytes.count, using: &generator)
        let sign = signs[Int.random(in: 0..<signs.count, using: &generator)]
        switch Int.random(in: 0..<4, using: &generator) {
        case 0: bytes.insert(sign, at: position)
        case 1 where position < bytes.count: bytes[position] = sign
        case 2 where position < bytes.count: bytes.remove(at: position)
        case 3 where position + 1 < bytes.count: bytes.swapAt(position, position + 1)
        default: bytes.removeSubrange(position...)
        }
      }
      expectAgreement(about: bytes)
    }
  }

  @Test(arguments: [21, 22] as [UInt64])
  func `the reader and the grammar agree about random pieces`(seed: UInt64) {
    let pieces = [
      "[", "]", "{", "}", ",", ":", "\"a\"", "\"", "\\u12", "\\uD83D\\uDE00", "\\", "1", "-", "0",
      ".5", "e", "E+3", "true", "null", "fals", " ", "\n", "\t", "é", "\u{FEFF}", "'",
    ]
    var generator = SeededGenerator(seed: seed)
    for _ in 0..<6_000 {
      let count = Int.random(in: 1...7, using: &generator)
      let text = (0..<count).map { _ in
        pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }.joined()
      expectAgreement(about: Array(text.utf8))
    }
  }

  private func expectAgreement(about bytes: [UInt8]) {
    let accepted = JSONOracle.accepts(bytes, depthLimit: JSONReader.depthLimit)
    let text = String(decoding: bytes, as: UTF8.self).debugDescription
    do throws(JSONProblem) {
      _ = try JSONReader.read(bytes)
      #expect(accepted, "read: \(text)")
    } catch {
      #expect(!accepted, "\(error.reason) at \(error.offset) of \(text)")
      #expect((0...bytes.count).contains(error.offset), "\(text)")
    }
  }

  private func value(depth: Int, using generator: inout SeededGenerator) -> JSONValue {
    let numbers = ["0", "-0", "1", "-1.5", "2e10", "3E-7", "0.001", "12345678901234567890"]
    switch Int.random(in: 0..<(depth > 0 ? 7 : 5), using: &generator) {
    case 0: return .null
    case 1: return .boolean(Bool.random(using: &generator))
    case 2: return .number(numbers[Int.random(in: 0..<numbers.count, using: &generator)])
    case 3, 4: return .string(string(using: &generator))
    case 5:
      let count = Int.random(in: 0...3, using: &generator)
      return .array((0..<count).map { _ in value(depth: depth - 1, using: &generator) })
    default:
      let count = Int.random(in: 0...3, using: &generator)
      return .object(
        (0..<count).map { _ in
          let name = string(using: &generator)
          return JSONMember(name, value(depth: depth - 1, using: &generator))
        })
    }
  }

  private func string(using generator: inout SeededGenerator) -> String {
    let scalars: [Unicode.Scalar] = [
      "a", "b", "\"", "\\", "/", "\n", "\u{0}", "\u{1F}", "\u{7F}", "é", "\u{301}", "\u{2028}",
      "😀", "\u{FFFF}", "\u{10FFFF}",
    ]
    let count = Int.random(in: 0...4, using: &generator)
    return (0..<count).reduce(into: "") { text, _ in
      text.unicodeScalars.append(scalars[Int.random(in: 0..<scalars.count, using: &generator)])
    }
  }
}
