/// Texts that each have one number, counted from 0, so that they are compared by numbers.
///
/// Safety: a word's place lies within the bytes, which only grow.
@safe
struct XMLWordTable {
  private struct Word {
    let start: Int
    let count: Int
    let kind: Int32
    let hash: UInt32
  }

  private var bytes: [UInt8] = []
  private var words: [Word] = []
  /// The words' numbers by their hashes, -1 where a slot is free; more than half of them are.
  private var slots = [Int32](repeating: -1, count: 64)

  /// Drawn at random, so that nobody can write a body whose words all have one hash.
  private static let seed = (UInt64.random(in: .min ... .max), UInt64.random(in: .min ... .max) | 1)

  var count: Int { words.count }

  /// In bytes, of all words together.
  var length: Int { bytes.count }

  /// The number of a text of a kind; the same text of another kind is another word.
  ///
  /// - Complexity: O(*n*) in the text's length.
  mutating func number(
    _ start: UnsafePointer<UInt8>, _ count: Int, kind: Int32 = 0
  ) -> Int32 {
    let hash = unsafe XMLWordTable.hash(start, count, kind)
    var slot = Int(hash) & (slots.count - 1)
    while slots[slot] >= 0 {
      if unsafe isWord(slots[slot], start, count, kind, hash) { return slots[slot] }
      slot = (slot + 1) & (slots.count - 1)
    }
    let number = Int32(truncatingIfNeeded: words.count)
    words.append(Word(start: bytes.count, count: count, kind: kind, hash: hash))
    unsafe bytes.append(contentsOf: UnsafeBufferPointer(start: start, count: count))
    slots[slot] = number
    if 2 * words.count > slots.count { grow() }
    return number
  }

  func text(_ number: Int32) -> ArraySlice<UInt8> {
    let word = words[Int(number)]
    return bytes[word.start..<word.start + word.count]
  }

  private func isWord(
    _ number: Int32, _ start: UnsafePointer<UInt8>, _ count: Int, _ kind: Int32, _ hash: UInt32
  ) -> Bool {
    let word = words[Int(number)]
    guard word.hash == hash, word.count == count, word.kind == kind else { return false }
    return unsafe bytes.withUnsafeBufferPointer { own in
      for index in 0..<count where unsafe own[word.start &+ index] != start[index] { return false }
      return true
    }
  }

  private mutating func grow() {
    slots = Array(repeating: -1, count: 2 * slots.count)
    for (number, word) in words.enumerated() {
      var slot = Int(word.hash) & (slots.count - 1)
      while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
      slots[slot] = Int32(truncatingIfNeeded: number)
    }
  }

  private static func hash(_ start: UnsafePointer<UInt8>, _ count: Int, _ kind: Int32) -> UInt32 {
    let bytes = unsafe UnsafeRawPointer(start)
    var hash = seed.0 ^ UInt64(truncatingIfNeeded: count) ^ UInt64(UInt32(bitPattern: kind)) << 32
    var at = 0
    while at &+ 8 <= count {
      hash = unsafe mixed(hash ^ bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self))
      at &+= 8
    }
    var rest: UInt64 = 0
    while at < count {
      rest = unsafe rest << 8 | UInt64(start[at])
      at &+= 1
    }
    return UInt32(truncatingIfNeeded: mixed(hash ^ rest))
  }

  /// Both halves of the product with a number nobody knows.
  private static func mixed(_ hash: UInt64) -> UInt64 {
    let product = hash.multipliedFullWidth(by: seed.1)
    return product.high ^ product.low
  }
}
