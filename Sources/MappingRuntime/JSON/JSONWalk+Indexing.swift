extension JSONWalk {
  /// Passes the container that begins at the token and notes all values in it: the offset behind it, or
  /// -1. Beyond the limit on values it is passed without.
  mutating func passIndexing(from opening: JSONToken, _ state: ProgramState) -> Int {
    let outside = depth
    unsafe memory.captures[Int(state)].entry = index.count
    index.expect(bytes: count - opening.offset)
    var token = opening
    repeat {
      switch token.byte {
      case UInt8(ascii: "{"), UInt8(ascii: "["):
        guard pass(scan.bracketCode()) else { return -1 }
        index.openContainer(at: token.offset)
        token = scan.next()
        guard passName(at: &token) else { return -1 }
        continue
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        guard pass(scan.bracketCode()) else { return -1 }
        index.endScalar(at: scalarEnd(before: token.offset))
        unsafe index.closeContainer(at: token.offset &+ 1, in: body)
        if depth == outside { return token.offset &+ 1 }
      case UInt8(ascii: ","):
        index.endScalar(at: scalarEnd(before: token.offset))
        token = scan.next()
        guard passName(at: &token) else { return -1 }
        continue
      case 0: return -1
      default: index.append(at: token.offset)
      }
      token = scan.next()
    } while !index.isOverflown
    if token.isOpening || token.isClosing {
      guard pass(scan.bracketCode()) else { return -1 }
      if depth == outside { return token.offset &+ 1 }
    }
    return passBrackets(until: outside)
  }

  /// In an object, passes the name at the token and its colon; the token is then the next. False if there is
  /// a value in the name's place.
  @inline(__always)
  private mutating func passName(at token: inout JSONToken) -> Bool {
    guard isInObject, token.byte == UInt8(ascii: "\"") else { return true }
    let colon = scan.next()
    guard colon.byte == UInt8(ascii: ":") else { return false }
    unsafe index.setName(
      at: token.offset &+ 1, endingAt: scalarEnd(before: colon.offset) &- 1,
      hasEscapes: colon.isBehindEscapes, in: body)
    token = scan.next()
    return true
  }
}
