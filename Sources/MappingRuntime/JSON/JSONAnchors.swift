extension JSONWalkMemory {
  /// Finds the states within values that are indexed: a walk does not look for them there.
  ///
  /// A scalar that a query begins at gets an entry of its own.
  func settleIndexed(_ program: JSONProgram, in body: UnsafePointer<UInt8>) {
    for number in 0..<program.stateCount {
      let state = unsafe program.states.start[number]
      guard state.isWithinIndexed, unsafe captures[number].start >= 0 else { continue }
      if unsafe captures[number].entry < 0 { unsafe captures[number].entry = addScalar(number) }
      guard unsafe captures[number].entry >= 0 else { continue }
      unsafe settleMembers(of: number, state, program, body)
      settleElements(of: number, state, program)
    }
  }

  private func addScalar(_ state: Int) -> JSONIndex.Number {
    let number = index.count
    unsafe index.append(at: captures[state].start)
    unsafe index.endScalar(at: captures[state].end)
    return index.isOverflown ? -1 : number
  }

  private func settleMembers(
    of parent: Int, _ state: JSONProgram.State, _ program: JSONProgram,
    _ body: UnsafePointer<UInt8>
  ) {
    guard state.members.count > 0 else { return }
    let holder = unsafe captures[parent].entry
    let end = unsafe index.entries[Int(holder)].next
    var member = holder + 1
    while member < end {
      let entry = unsafe index.entries[Int(member)]
      guard entry.isMember else { return }
      let target = unsafe target(of: entry, state.members, program.members, body)
      if target >= 0 { settle(Int(target), as: member, entry, below: parent) }
      member = entry.next
    }
  }

  private func target(
    of member: JSONIndex.Entry, _ edges: KeyTable.Edges, _ table: KeyTable,
    _ body: UnsafePointer<UInt8>
  ) -> ProgramState {
    let text = unsafe index.nameText(of: member, body)
    guard let start = text.baseAddress else { return .none }
    return unsafe member.nameHasEscapes
      ? table.escapedTarget(edges, start, text.count, nameBuffer)
      : table.target(edges, start, text.count)
  }

  private func settleElements(
    of parent: Int, _ state: JSONProgram.State, _ program: JSONProgram
  ) {
    let holder = unsafe captures[parent].entry
    let end = unsafe index.entries[Int(holder)].next
    var element = holder + 1
    var position = 0
    var edge = Int(state.elements.first)
    let lastEdge = edge + Int(state.elements.count)
    while element < end, edge < lastEdge {
      let entry = unsafe index.entries[Int(element)]
      if entry.isMember { return }
      if unsafe Int(program.elements.start[edge].index) == position {
        unsafe settle(Int(program.elements.start[edge].target), as: element, entry, below: parent)
        edge += 1
      }
      element = entry.next
      position += 1
    }
  }

  private func settle(
    _ state: Int, as number: JSONIndex.Number, _ entry: JSONIndex.Entry, below parent: Int
  ) {
    let isRepeated = unsafe captures[parent].isRepeated || captures[state].start >= 0
    unsafe captures[state] = Capture(
      start: entry.start, end: entry.end, entry: number, isRepeated: isRepeated, hasEscapes: true)
  }
}
