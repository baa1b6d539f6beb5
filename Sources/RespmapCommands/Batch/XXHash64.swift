/// XXH64, a fast hash that is no secret: whether an input is the same one again.
/// <https://github.com/Cyan4973/xxHash/blob/dev/doc/xxhash_spec.md>, with seed 0.
package struct XXHash64 {
  private static let primes: (UInt64, UInt64, UInt64, UInt64, UInt64) = (
    0x9E37_79B1_85EB_CA87, 0xC2B2_AE3D_27D4_EB4F, 0x1656_67B1_9E37_79F9, 0x85EB_CA77_C2B2_AE63,
    0x27D4_EB2F_1656_67C5
  )
  private static let stripeLength = 32

  private typealias Lanes = (UInt64, UInt64, UInt64, UInt64)

  private var lanes: Lanes = (primes.0 &+ primes.1, primes.1, 0, 0 &- primes.0)
  /// Bytes that do not fill a stripe yet.
  private var rest: [UInt8] = []
  private var count: UInt64 = 0

  package init() {}

  package mutating func update(_ bytes: Span<UInt8>) {
    count &+= UInt64(bytes.count)
    var offset = 0
    if !rest.isEmpty {
      let missing = min(XXHash64.stripeLength - rest.count, bytes.count)
      for place in 0..<missing { rest.append(bytes[place]) }
      offset = missing
      guard rest.count == XXHash64.stripeLength else { return }
      let stripe = rest
      unsafe XXHash64.take(stripe.span.bytes, at: 0, into: &lanes)
      rest.removeAll(keepingCapacity: true)
    }
    // In variables of their own, for as long as the loop runs, the lanes stay in registers.
    var lanes = lanes
    while offset + XXHash64.stripeLength <= bytes.count {
      unsafe XXHash64.take(bytes.bytes, at: offset, into: &lanes)
      offset += XXHash64.stripeLength
    }
    self.lanes = lanes
    while offset < bytes.count {
      rest.append(bytes[offset])
      offset += 1
    }
  }

  /// The hash of all bytes so far.
  package var digest: UInt64 {
    var hash = count < 32 ? XXHash64.primes.4 : convergedLanes
    hash &+= count
    let words = rest.count / 8
    for word in 0..<words {
      hash ^= XXHash64.round(0, rest.word(at: word * 8, width: 8))
      hash = hash.rotated(27) &* XXHash64.primes.0 &+ XXHash64.primes.3
    }
    var offset = words * 8
    if offset + 4 <= rest.count {
      hash ^= rest.word(at: offset, width: 4) &* XXHash64.primes.0
      hash = hash.rotated(23) &* XXHash64.primes.1 &+ XXHash64.primes.2
      offset += 4
    }
    for byte in rest[offset...] {
      hash ^= UInt64(byte) &* XXHash64.primes.4
      hash = hash.rotated(11) &* XXHash64.primes.0
    }
    return XXHash64.avalanche(hash)
  }

  private static func take(
    _ bytes: RawSpan, at offset: Int, into lanes: inout Lanes
  ) {
    lanes.0 = round(lanes.0, word(bytes, at: offset))
    lanes.1 = round(lanes.1, word(bytes, at: offset + 8))
    lanes.2 = round(lanes.2, word(bytes, at: offset + 16))
    lanes.3 = round(lanes.3, word(bytes, at: offset + 24))
  }

  private static func word(_ bytes: RawSpan, at offset: Int) -> UInt64 {
    UInt64(
      littleEndian: unsafe bytes.unsafeLoadUnaligned(fromByteOffset: offset, as: UInt64.self))
  }

  private var convergedLanes: UInt64 {
    var hash =
      lanes.0.rotated(1) &+ lanes.1.rotated(7) &+ lanes.2.rotated(12) &+ lanes.3.rotated(18)
    for lane in [lanes.0, lanes.1, lanes.2, lanes.3] {
      hash ^= XXHash64.round(0, lane)
      hash = hash &* XXHash64.primes.0 &+ XXHash64.primes.3
    }
    return hash
  }

  private static func round(_ lane: UInt64, _ word: UInt64) -> UInt64 {
    (lane &+ word &* primes.1).rotated(31) &* primes.0
  }

  private static func avalanche(_ hash: UInt64) -> UInt64 {
    var hash = hash
    hash ^= hash >> 33
    hash &*= primes.1
    hash ^= hash >> 29
    hash &*= primes.2
    return hash ^ (hash >> 32)
  }
}

extension UInt64 {
  fileprivate func rotated(_ count: UInt64) -> UInt64 { self << count | self >> (64 &- count) }
}

extension [UInt8] {
  /// Bytes as a little-endian number.
  fileprivate func word(at offset: Int, width: Int) -> UInt64 {
    self[offset..<(offset + width)].reversed().reduce(0) { $0 << 8 | UInt64($1) }
  }
}
