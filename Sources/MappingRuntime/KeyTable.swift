internal import CStructuralScan

// The names below each state, in one buffer, to be looked up by a name's bytes.
//
//     edges      [ "name" → 2 ][ "size" → 3 ]      those of one state stand together, and ascend
//                                                  by length, ends and bytes of their keys
//     keyBytes   n a m e s i z e                   UTF-8, no escapes
//     slots      - - 1 - 0 - - -                   where a state has many edges: their places among
//                                                  them by the signatures of their keys

/// What names lead to, for all states of a program.
struct KeyTable: Sendable {
  /// The edges of one state.
  struct Edges: Sendable {
    var first: Int32 = 0
    var count: Int32 = 0
    /// Bit *n* is set if a key is *n* bytes long (bit 63: that or longer).
    var lengths: UInt64 = 0
    var firstSlot: Int32 = 0
    /// One less than the number of slots, a power of two; 0 for none.
    var slotMask: UInt32 = 0

    @inline(__always)
    func mayHaveKey(ofLength length: Int) -> Bool {
      lengths & (1 << UInt64(min(length, 63))) != 0
    }
  }

  struct Edge {
    var head: UInt64
    var tail: UInt64
    var keyOffset: Int32
    var keyLength: Int32
    var target: Int32
  }

  /// The length of the longest key, in bytes.
  let longestKey: Int
  private let edges: FlatBuffer<Edge>
  private let keyBytes: FlatBuffer<UInt8>
  private let slots: FlatBuffer<Int32>

  init(_ builder: Builder) {
    edges = FlatBuffer(builder.edges)
    keyBytes = FlatBuffer(builder.keyBytes)
    slots = FlatBuffer(builder.slots)
    longestKey = builder.edges.map { Int($0.keyLength) }.max() ?? 0
  }

  /// What the name leads to; -1 if it is none of the keys.
  @inline(__always)
  func target(_ edges: Edges, _ name: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    unsafe lookup.target(edges, NameEnds(name, length), name, length)
  }

  /// The table for looking up, as long as it lives.
  var lookup: KeyLookup {
    unsafe KeyLookup(edges: edges.start, keyBytes: keyBytes.start, slots: slots.start)
  }

  /// The same of a name that is written with escapes, as JSON has them; a name longer than any key is
  /// none.
  ///
  /// - Parameter buffer: room for ``longestKey`` bytes.
  func escapedTarget(
    _ edges: Edges, _ name: UnsafePointer<UInt8>, _ length: Int,
    _ buffer: UnsafeMutablePointer<UInt8>
  ) -> Int32 {
    var scalars = unsafe JSONStringScalars(UnsafeBufferPointer(start: name, count: length))
    var end = 0
    while let value = scalars.next() {
      guard let scalar = Unicode.Scalar(value), let bytes = UTF8.encode(scalar) else { return -1 }
      for byte in bytes {
        guard end < longestKey else { return -1 }
        unsafe buffer[end] = byte
        end &+= 1
      }
    }
    return unsafe target(edges, buffer, end)
  }

  /// Gathers the keys of one state after the other.
  struct Builder {
    fileprivate var edges: [Edge] = []
    fileprivate var keyBytes: [UInt8] = []
    fileprivate var slots: [Int32] = []

    /// So many keys are looked at one by one.
    static let fewKeys = 8
    /// More slots than this one after the other are not looked at; whoever writes a plan can have keys
    /// with one signature, and such are searched for instead.
    private static let mostProbes = 8

    mutating func append(_ keys: [(bytes: [UInt8], target: Int32)]) -> Edges {
      let ordered = keys.map { (bytes: $0.bytes, ends: NameEnds($0.bytes), target: $0.target) }
        .sorted { Builder.stands($0.bytes, $0.ends, before: $1.bytes, $1.ends) }
      var added = Edges(
        first: Int32(edges.count), count: Int32(keys.count),
        lengths: keys.reduce(0) { $0 | 1 << UInt64(min($1.bytes.count, 63)) })
      for (key, ends, target) in ordered {
        edges.append(
          Edge(
            head: ends.head, tail: ends.tail, keyOffset: Int32(keyBytes.count),
            keyLength: Int32(key.count), target: target))
        keyBytes += key
      }
      if keys.count > Builder.fewKeys { addSlots(ordered.map(\.bytes), &added) }
      return added
    }

    private static func stands(
      _ left: [UInt8], _ leftEnds: NameEnds, before right: [UInt8], _ rightEnds: NameEnds
    ) -> Bool {
      if left.count != right.count { return left.count < right.count }
      if leftEnds.head != rightEnds.head { return leftEnds.head < rightEnds.head }
      if leftEnds.tail != rightEnds.tail { return leftEnds.tail < rightEnds.tail }
      return left.lexicographicallyPrecedes(right)
    }

    private mutating func addSlots(_ keys: [[UInt8]], _ added: inout Edges) {
      var size = 16
      while size < 2 * keys.count { size *= 2 }
      var places = [Int32](repeating: -1, count: size)
      for (place, key) in keys.enumerated() {
        var slot = Int(NameEnds(key).signature(length: key.count)) & (size - 1)
        var probes = 1
        while places[slot] >= 0 {
          slot = (slot + 1) & (size - 1)
          probes += 1
        }
        if probes > Builder.mostProbes { return }
        places[slot] = Int32(place)
      }
      added.firstSlot = Int32(slots.count)
      added.slotMask = UInt32(size - 1)
      slots += places
    }
  }
}

/// A table of keys without its ownership, so that it is at hand without a detour.
///
/// Safety: the table must outlive the value.
@safe
struct KeyLookup {
  fileprivate let edges: UnsafePointer<KeyTable.Edge>
  fileprivate let keyBytes: UnsafePointer<UInt8>
  fileprivate let slots: UnsafePointer<Int32>

  /// What the name with those ends leads to; -1 if it is none of the keys.
  ///
  /// - Complexity: O(1) for few keys, and mostly for many; at worst O(log *n*) comparisons, so that many
  ///   keys that begin and end alike cost little.
  @inline(__always)
  func target(
    _ edges: KeyTable.Edges, _ ends: NameEnds, _ name: UnsafePointer<UInt8>, _ length: Int
  ) -> Int32 {
    guard edges.mayHaveKey(ofLength: length) else { return -1 }
    if edges.slotMask != 0 { return unsafe probe(edges, ends, name, length) }
    if edges.count <= KeyTable.Builder.fewKeys { return unsafe scan(edges, ends, name, length) }
    return unsafe search(edges, ends, name, length)
  }

  @inline(__always)
  private func scan(
    _ edges: KeyTable.Edges, _ ends: NameEnds, _ name: UnsafePointer<UInt8>, _ length: Int
  ) -> Int32 {
    for place in Int(edges.first)..<Int(edges.first &+ edges.count)
    where unsafe isKey(of: self.edges[place], ends, name, length) {
      return unsafe self.edges[place].target
    }
    return -1
  }

  private func probe(
    _ edges: KeyTable.Edges, _ ends: NameEnds, _ name: UnsafePointer<UInt8>, _ length: Int
  ) -> Int32 {
    var slot = ends.signature(length: length) & edges.slotMask
    while true {
      let place = unsafe slots[Int(edges.firstSlot) &+ Int(slot)]
      guard place >= 0 else { return -1 }
      let edge = unsafe self.edges[Int(edges.first &+ place)]
      if unsafe isKey(of: edge, ends, name, length) { return edge.target }
      slot = (slot &+ 1) & edges.slotMask
    }
  }

  @inline(__always)
  private func isKey(
    of edge: KeyTable.Edge, _ ends: NameEnds, _ name: UnsafePointer<UInt8>, _ length: Int
  ) -> Bool {
    guard edge.head == ends.head, edge.tail == ends.tail, Int(edge.keyLength) == length else {
      return false
    }
    return unsafe length <= 16
      || respmap_compare(keyBytes + Int(edge.keyOffset), name, length) == 0
  }

  private func search(
    _ edges: KeyTable.Edges, _ ends: NameEnds, _ name: UnsafePointer<UInt8>, _ length: Int
  ) -> Int32 {
    var low = Int(edges.first)
    var high = Int(edges.first &+ edges.count)
    while low < high {
      let middle = (low &+ high) / 2
      let edge = unsafe self.edges[middle]
      if unsafe isKey(of: edge, ends, name, length) { return edge.target }
      if unsafe stands(edge, before: ends, name, length) {
        low = middle &+ 1
      } else {
        high = middle
      }
    }
    return -1
  }

  private func stands(
    _ edge: KeyTable.Edge, before ends: NameEnds, _ name: UnsafePointer<UInt8>, _ length: Int
  ) -> Bool {
    if edge.keyLength != length { return edge.keyLength < length }
    if edge.head != ends.head { return edge.head < ends.head }
    if edge.tail != ends.tail { return edge.tail < ends.tail }
    return unsafe respmap_compare(keyBytes + Int(edge.keyOffset), name, length) < 0
  }
}
