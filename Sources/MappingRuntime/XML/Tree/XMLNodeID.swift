/// A node of an ``XMLTree``; the lesser stands first in the document.
struct XMLNodeID: Comparable, Hashable {
  private let number: UInt64

  static let root = XMLNodeID(0)

  init(_ index: Int) { number = UInt64(UInt32(truncatingIfNeeded: index)) << 32 }

  /// The namespace node that a declaration makes at an element; it stands behind the element and before
  /// its attributes (XPath 1.0 §5).
  init(namespace declaration: Int, of element: Int) {
    number =
      UInt64(UInt32(truncatingIfNeeded: element)) << 32
      | UInt64(UInt32(truncatingIfNeeded: declaration + 1))
  }

  /// The node's number in the tree; of a namespace node its element's.
  var index: Int { Int(number >> 32) }

  /// The number of the declaration, if this is a namespace node.
  var declaration: Int? { number & 0xFFFF_FFFF == 0 ? nil : Int(number & 0xFFFF_FFFF) - 1 }

  static func < (left: XMLNodeID, right: XMLNodeID) -> Bool { left.number < right.number }
}
