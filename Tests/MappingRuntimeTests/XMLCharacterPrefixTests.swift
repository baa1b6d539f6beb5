import CXMLText
import TestSupport
import Testing

@Suite struct XMLCharacterPrefixTests {
  /// What Swift's own check says, and the recommendation (XML 1.0 §2.2).
  private func expected(_ bytes: [UInt8]) -> Int {
    var length = bytes.count
    do throws(UTF8.ValidationError) {
      _ = try UTF8Span(validating: bytes.span)
    } catch {
      length = error.byteOffsets.lowerBound
    }
    var offset = 0
    for scalar in String(decoding: bytes[..<length], as: UTF8.self).unicodeScalars {
      switch scalar.value {
      case 0x9, 0xA, 0xD, 0x20...0xFFFD, 0x10000...: offset += UTF8.width(scalar)
      default: return offset
      }
    }
    return length
  }

  private func prefix(_ bytes: [UInt8]) -> Int {
    unsafe bytes.withUnsafeBufferPointer {
      unsafe respmap_xml_character_prefix($0.baseAddress, $0.count)
    }
  }

  @Test func `every start of two bytes ends where it must`() {
    for first in UInt8.min...UInt8.max {
      for second in UInt8.min...UInt8.max {
        for rest in [[], [0x80], [0x80, 0x80], [0x41, 0x80], [0xBF, 0xBF, 0x41]] as [[UInt8]] {
          let bytes = [first, second] + rest
          guard prefix(bytes) != expected(bytes) else { continue }
          Issue.record("\(bytes)")
        }
      }
    }
  }

  @Test(arguments: [0, 1, 7, 8, 63, 64, 65, 200])
  func `what is wrong is found wherever it stands`(length: Int) {
    let ascii = [UInt8](repeating: 0x61, count: length)
    let pieces: [[UInt8]] = [
      [0xC3, 0xA9], [0xE2, 0x82, 0xAC], [0xF0, 0x9F, 0x98, 0x80], [0xC0, 0x80], [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xFF], [0xE2, 0x82], [0x80], [0xEF, 0xBF, 0xBD],
      [0xEF, 0xBF, 0xBE],
      [0xEF, 0xBF, 0xBF], [0], [0x1F], [0x7F], [0x0D], [0x0B],
    ]
    for piece in pieces {
      for tail in [0, 1, 70] {
        let bytes = ascii + [0xC3, 0xA9] + piece + [UInt8](repeating: 0x62, count: tail)
        #expect(prefix(bytes) == expected(bytes))
      }
    }
  }

  @Test func `mixed texts are checked as Swift checks them`() {
    var generator = SeededGenerator(seed: 7)
    let samples: [[UInt8]] = [
      [0x61], [0x61, 0x62, 0x63, 0x64], [0xC3, 0xA9], [0xE2, 0x82, 0xAC],
    ]
    for _ in 0..<2_000 {
      var bytes: [UInt8] = []
      for _ in 0..<40 { bytes += samples.randomElement(using: &generator) ?? [] }
      if Bool.random(using: &generator) {
        bytes[Int.random(in: bytes.indices, using: &generator)] = .random(
          in: 0x80...0xFF, using: &generator)
      }
      #expect(prefix(bytes) == expected(bytes))
    }
  }
}
