// Names are compared where they stand, and with their escapes resolved. So that most need not be looked
// at, each has a signature, which equal names have in common.

extension JSONIndex {
  static func signature(of name: [UInt8]) -> UInt32 {
    NameEnds(name).signature(length: name.count)
  }

  static func signature(ofEscaped name: UnsafeBufferPointer<UInt8>) -> UInt32 {
    signature(of: unsafe JSONIndex.bytes(ofEscaped: name))
  }

  /// The bytes of a name in UTF-8 with its escapes resolved. Half of a surrogate pair, which UTF-8 has no
  /// bytes for, gives three bytes that no name without such halves has.
  static func bytes(ofEscaped name: UnsafeBufferPointer<UInt8>) -> [UInt8] {
    var bytes: [UInt8] = []
    var scalars = unsafe JSONStringScalars(name)
    while let value = scalars.next() {
      if let scalar = Unicode.Scalar(value), let encoded = UTF8.encode(scalar) {
        bytes += encoded
      } else {
        bytes += [
          0xE0 | UInt8(value >> 12), 0x80 | UInt8(value >> 6 & 0x3F), 0x80 | UInt8(value & 0x3F),
        ]
      }
    }
    return bytes
  }

  // MARK: Duplicates

  /// Up to so many members are compared each with each.
  private static let fewMembers = 16

  /// Marks those members of an object whose name comes again in it.
  ///
  /// - Complexity: O(*n* log *n*) in the members, whatever their names are.
  mutating func markShadowed(in object: Number, _ body: UnsafePointer<UInt8>) {
    let end = unsafe entries[Int(object)].next
    var members: [Number] = []
    var count = 0
    var child = object + 1
    // Two filters of 64 bits: two members with one name have a bit in common in both.
    var filters: (UInt64, UInt64) = (0, 0)
    var mayRepeat = false
    while child < end {
      let entry = unsafe entries[Int(child)]
      guard entry.isMember else { return }
      let bits = (
        UInt64(1) << UInt64(entry.signature & 63), UInt64(1) << UInt64(entry.signature >> 6 & 63)
      )
      mayRepeat = mayRepeat || (filters.0 & bits.0 != 0 && filters.1 & bits.1 != 0)
      filters.0 |= bits.0
      filters.1 |= bits.1
      count += 1
      child = unsafe entries[Int(child)].next
    }
    guard mayRepeat else { return }
    members.reserveCapacity(count)
    child = object + 1
    while child < end {
      members.append(child)
      child = unsafe entries[Int(child)].next
    }
    if count <= JSONIndex.fewMembers {
      unsafe markEach(members[...], body)
    } else {
      unsafe markSorted(members, body)
    }
  }

  private mutating func markEach(_ members: ArraySlice<Number>, _ body: UnsafePointer<UInt8>) {
    for (position, earlier) in members.enumerated() {
      for later in members.dropFirst(position + 1)
      where unsafe haveSameName(earlier, later, body) {
        unsafe entries[Int(earlier)].shadow()
        break
      }
    }
  }

  private func haveSameName(
    _ left: Number, _ right: Number, _ body: UnsafePointer<UInt8>
  ) -> Bool {
    guard unsafe entries[Int(left)].signature == entries[Int(right)].signature else { return false }
    return unsafe nameBytes(of: entries[Int(left)], body)
      == nameBytes(of: entries[Int(right)], body)
  }

  /// Sorts by signature, and where that is the same by name; equal names then stand together, in
  /// document order.
  private mutating func markSorted(_ members: [Number], _ body: UnsafePointer<UInt8>) {
    var keys = members.map { member in
      unsafe UInt64(entries[Int(member)].signature) << 32 | UInt64(member)
    }
    keys.sort()
    var start = 0
    while start < keys.count {
      var end = start + 1
      while end < keys.count, keys[end] >> 32 == keys[start] >> 32 { end += 1 }
      if end - start > 1 {
        let group = keys[start..<end].map { Number(truncatingIfNeeded: $0) }
        unsafe markGroup(group, body)
      }
      start = end
    }
  }

  /// Marks among members with one signature.
  private mutating func markGroup(_ members: [Number], _ body: UnsafePointer<UInt8>) {
    if members.count <= JSONIndex.fewMembers { return unsafe markEach(members[...], body) }
    var named: [(bytes: [UInt8], member: Number)] = []
    for member in members {
      named.append((unsafe nameBytes(of: entries[Int(member)], body), member))
    }
    named.sort { left, right in
      left.bytes == right.bytes
        ? left.member < right.member : left.bytes.lexicographicallyPrecedes(right.bytes)
    }
    for (earlier, later) in zip(named, named.dropFirst()) where earlier.bytes == later.bytes {
      unsafe entries[Int(earlier.member)].shadow()
    }
  }

  /// A member's name in UTF-8.
  func nameBytes(of member: Entry, _ body: UnsafePointer<UInt8>) -> [UInt8] {
    let text = unsafe nameText(of: member, body)
    return unsafe member.nameHasEscapes ? JSONIndex.bytes(ofEscaped: text) : Array(text)
  }

  /// A member's name as it stands in the body, without its quotes.
  func nameText(of member: Entry, _ body: UnsafePointer<UInt8>) -> UnsafeBufferPointer<UInt8> {
    let start = member.nameOffset
    var end = start
    while unsafe body[end] != UInt8(ascii: "\"") {
      end += unsafe body[end] == UInt8(ascii: "\\") ? 2 : 1
    }
    return unsafe UnsafeBufferPointer(start: body + start, count: end - start)
  }
}
