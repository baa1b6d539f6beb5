import RespmapCommands
import TestSupport
import Testing

@Suite struct `The hash of an input` {
  @Test(
    arguments: [
      ("", 0xEF46_DB37_51D8_E999), ("a", 0xD24E_C4F1_A98C_6E5B), ("abc", 0x44BC_2CF5_AD77_0999),
      ("Nobody inspects the spammish repetition", 0xFBCE_A83C_8A37_8BF1),
    ] as [(String, UInt64)])
  func `is XXH64`(_ text: String, _ digest: UInt64) {
    var hash = XXHash64()
    hash.update(Array(text.utf8).span)
    #expect(hash.digest == digest)
  }

  @Test func `does not depend on the pieces that come in`() {
    var generator = SeededGenerator(seed: 3)
    let bytes = (0..<500).map { _ in UInt8.random(in: 0...255, using: &generator) }
    var whole = XXHash64()
    whole.update(bytes.span)
    for _ in 0..<50 {
      var hash = XXHash64()
      var rest = bytes[...]
      while !rest.isEmpty {
        let piece = rest.prefix(Int.random(in: 1...70, using: &generator))
        hash.update(piece.span)
        rest = rest.dropFirst(piece.count)
      }
      #expect(hash.digest == whole.digest)
    }
  }
}
