internal import CStructuralScan

// The names below each state, in one buffer, to be looked up by a name's bytes.
//
//     edges      [ "name" → 2 ][ "size" → 3 ]      those of one state stand together, and ascend
//                                                  by length and bytes of their keys
//     keyBytes   n a m e s i z e                   UTF-8, no escapes

/// What names lead to, for all states of a program.
struct KeyTable: Sendable {
  /// The edges of one state.
  struct Edges: Sendable {
    var first: Int32 = 0
    var count: Int32 = 0
    /// Bit *n* is set if a key is *n* bytes long (bit 63: that or longer).
    var lengths: UInt64 = 0
  }

  struct Edge {
    var keyOffset: Int32
    var keyLength: Int32
    var target: Int32
  }

  /// The length of the longest key, in bytes.
  let longestKey: Int
  private let edges: FlatBuffer<Edge>
  private let keyBytes: FlatBuffer<UInt8>

  init(_ builder: Builder) {
    edges = FlatBuffer(builder.edges)
    keyBytes = FlatBuffer(builder.keyBytes)
    longestKey = builder.edges.map { Int($0.keyLength) }.max() ?? 0
  }

  /// What the name leads to; -1 if it is none of the keys.
  ///
  /// - Complexity: O(log *n*) comparisons, so that many keys that begin alike cost little.
  @inline(__always)
  func target(_ edges: Edges, _ name: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    guard edges.lengths & (1 << UInt64(min(length, 63))) != 0 else { return -1 }
    return unsafe search(edges, name, length)
  }

  private func search(_ edges: Edges, _ name: UnsafePointer<UInt8>, _ length: Int) -> Int32 {
    var low = Int(edges.first)
    var high = Int(edges.first &+ edges.count)
    while low < high {
      let middle = (low &+ high) / 2
      let edge = unsafe self.edges.start[middle]
      var order = Int(edge.keyLength) &- length
      if order == 0 {
        let key = unsafe keyBytes.start + Int(edge.keyOffset)
        order = unsafe Int(respmap_compare(key, name, length))
        if order == 0 { return edge.target }
      }
      if order < 0 { low = middle &+ 1 } else { high = middle }
    }
    return -1
  }

  /// Gathers the keys of one state after the other.
  struct Builder {
    fileprivate var edges: [Edge] = []
    fileprivate var keyBytes: [UInt8] = []

    mutating func append(_ keys: [(bytes: [UInt8], target: Int32)]) -> Edges {
      let first = Int32(edges.count)
      let ordered = keys.sorted {
        $0.bytes.count != $1.bytes.count
          ? $0.bytes.count < $1.bytes.count : $0.bytes.lexicographicallyPrecedes($1.bytes)
      }
      for (key, target) in ordered {
        edges.append(
          Edge(keyOffset: Int32(keyBytes.count), keyLength: Int32(key.count), target: target))
        keyBytes += key
      }
      return Edges(
        first: first, count: Int32(keys.count),
        lengths: keys.reduce(0) { $0 | 1 << UInt64(min($1.bytes.count, 63)) })
    }
  }
}
