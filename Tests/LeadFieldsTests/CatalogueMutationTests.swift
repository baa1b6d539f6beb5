import LeadFields
import TestSupport
import Testing

@Suite struct CatalogueMutationTests {
  private static let files = [
    "describe.json", "describe2.json", "schema-fields-two-pages.json",
    "describe-without-bracket.json", "refused.json",
  ]
  private static let signs = Array("[]{},:\"\\u1-.0tnE /\u{1}".utf8) + [0xC3, 0xEF, 0xFF]

  @Test(arguments: files)
  func `a damaged export is refused with a place in it, or read`(file: String) throws {
    let whole = try export(file)
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<150 {
      var bytes = whole
      for _ in 0..<Int.random(in: 1...3, using: &generator) {
        CatalogueMutationTests.damage(&bytes, using: &generator)
      }
      do throws(CatalogueProblem) {
        #expect(!(try LeadFieldCatalogue(parsing: bytes)).fields.isEmpty)
      } catch {
        #expect((0...bytes.count).contains(error.byteOffset))
        #expect(!error.message.isEmpty)
      }
    }
  }

  @Test(arguments: files)
  func `an export that is cut short is refused, unless only brackets are missing`(
    file: String
  ) throws {
    let whole = try export(file)
    for end in stride(from: 0, to: whole.count, by: 29) {
      let bytes = Array(whole[..<end])
      guard let catalogue = try? LeadFieldCatalogue(parsing: bytes) else { continue }
      let last = bytes.last { $0 > 0x20 }
      #expect(last == UInt8(ascii: "}") || last == UInt8(ascii: "]"))
      let isPage = catalogue.notes == [.morePages]
      #expect(isPage || catalogue.notes.contains { if case .unclosed = $0 { true } else { false } })
    }
  }

  @Test func `texts of random pieces never trap`() {
    let pieces = [
      "[", "]", "{", "}", ",", ":", "\"result\"", "\"fields\"", "\"name\"", "\"a\"", "\"\\\"", "\"",
      "\"rest\":{", "\"success\":false", "\"errors\":[", "\"length\":", "1", "true", "null", " ",
      "\"displayName\":\"A\"", "\"dataType\":\"date\"", "\u{FEFF}", "\\",
    ]
    var generator = SeededGenerator(seed: 11)
    for _ in 0..<4_000 {
      let count = Int.random(in: 0...14, using: &generator)
      let start = Bool.random(using: &generator) ? #"{"result":["# : ""
      let text = (0..<count).reduce(start) { text, _ in
        text + pieces[Int.random(in: 0..<pieces.count, using: &generator)]
      }
      do throws(CatalogueProblem) {
        _ = try catalogue(text: text)
      } catch {
        #expect((0...text.utf8.count).contains(error.byteOffset), "\(text)")
      }
    }
  }

  private static func damage(_ bytes: inout [UInt8], using generator: inout SeededGenerator) {
    let position = Int.random(in: 0..<max(1, bytes.count), using: &generator)
    let sign = signs[Int.random(in: 0..<signs.count, using: &generator)]
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes.insert(sign, at: position)
    case 1 where position < bytes.count: bytes[position] = sign
    case 2 where position < bytes.count: bytes.remove(at: position)
    case 3 where position < bytes.count:
      bytes.removeSubrange(position..<min(bytes.count, position + 40))
    case 4 where position < bytes.count:
      bytes.insert(contentsOf: bytes[position..<min(bytes.count, position + 90)], at: position)
    default: bytes.removeSubrange(min(position, bytes.count)...)
    }
  }
}
