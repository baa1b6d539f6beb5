/// What names lead to, by the addresses that the parser keeps them at: as long as it keeps them, a
/// name's letters are compared once.
///
/// Safety: an entry's number comes from the same program as the key it is looked up with.
@safe
struct XMLNameCache: ~Copyable {
  private struct Entry {
    /// 0 in an entry that is free: no name stands there.
    var name: UInt = 0
    var prefix: UInt = 0
    var parent = ProgramState.none
    var number: Int32 = -1
  }

  private let entries: UnsafeMutablePointer<Entry>
  private static let size = 256

  init() {
    unsafe entries = .allocate(capacity: XMLNameCache.size)
    forget()
  }

  deinit { unsafe entries.deallocate() }

  /// Forgets all addresses: the parser keeps other names there from now on.
  mutating func forget() {
    unsafe entries.initialize(repeating: Entry(), count: XMLNameCache.size)
  }

  /// The number for a name within a state; what `lookUp` says where it is not known yet.
  @inline(__always)
  mutating func number(
    _ prefix: UnsafePointer<CChar>?, _ name: UnsafePointer<CChar>, in parent: ProgramState,
    lookUp: () -> Int32
  ) -> Int32 {
    let nameAddress = UInt(bitPattern: name)
    let prefixAddress = UInt(bitPattern: prefix)
    // Names stand one behind the other in the parser's memory, without gaps.
    let mixed =
      nameAddress ^ nameAddress >> 7 ^ prefixAddress >> 3 ^ UInt(UInt32(bitPattern: parent))
    let entry = unsafe entries + Int(mixed % UInt(XMLNameCache.size))
    let known = unsafe entry.pointee
    if known.name == nameAddress, known.prefix == prefixAddress, known.parent == parent {
      return known.number
    }
    let number = lookUp()
    unsafe entry.pointee = Entry(
      name: nameAddress, prefix: prefixAddress, parent: parent, number: number)
    return number
  }
}
