package import Diagnostics
package import MappingPlan

/// Where a path that found nothing stopped.
package struct MissingPlace: Hashable, Sendable {
  /// The deepest state on the path that a value was met for.
  package let matched: StateID
  /// What stands there.
  package let found: Found
  /// The member's name nearest to the wanted one, if one is near.
  package let nearest: String?

  package enum Found: Hashable, Sendable { case object, array, null, scalar }
}

extension Evaluation {
  /// Explains a result of ``SlotResult/Situation/missing``: a second look at the place where the
  /// path stopped, which a run does not pay for.
  ///
  /// - Parameters:
  ///   - body: the body of the last run.
  ///   - search: looks for the nearest name; one for all results of a response, so that a body with
  ///     very many names costs no more than it may.
  package func missingPlace(
    _ index: Int, in body: RawSpan, search: inout Suggestion
  ) -> MissingPlace {
    var wanted = program.bindings[index].state
    var state = parent(of: wanted)
    while state != .root, !wasMet(state) {
      wanted = state
      state = parent(of: state)
    }
    let start = captureStart(of: state)
    guard body.byteCount > start, start >= 0 else {
      return MissingPlace(matched: state, found: .scalar, nearest: nil)
    }
    switch unsafe body.unsafeLoad(fromByteOffset: start, as: UInt8.self) {
    case UInt8(ascii: "{"):
      return MissingPlace(
        matched: state, found: .object,
        nearest: nearest(to: wanted, at: start, in: body, &search))
    case UInt8(ascii: "["): return MissingPlace(matched: state, found: .array, nearest: nil)
    case UInt8(ascii: "n"): return MissingPlace(matched: state, found: .null, nearest: nil)
    default: return MissingPlace(matched: state, found: .scalar, nearest: nil)
    }
  }

  private func parent(of state: StateID) -> StateID {
    state == .root ? .root : program.trie.states[Int(state.number) - 1].parent
  }

  private func nearest(
    to wanted: StateID, at start: Int, in body: RawSpan, _ search: inout Suggestion
  ) -> String? {
    guard wanted != .root,
      case .key(let key) = program.trie.states[Int(wanted.number) - 1].step
    else { return nil }
    return unsafe body.withUnsafeBytes { bytes in
      let names = unsafe MemberNames(bytes, objectAt: start)
      return search.nearest(to: key, among: names)
    }
  }
}

/// The names of an object's members, in a body that is known to be well-formed.
@safe
struct MemberNames: Sequence, IteratorProtocol {
  private let bytes: UnsafeRawBufferPointer
  private var offset: Int
  private let end: Int

  /// Looking for a name that was misspelled ends after this many bytes.
  private static let longestSearch = 1 << 16
  /// A longer name is not what a person mistyped.
  private static let longestName = 1024

  init(_ bytes: UnsafeRawBufferPointer, objectAt start: Int) {
    unsafe self.bytes = unsafe bytes
    offset = start + 1
    end = Swift.min(bytes.count, start + MemberNames.longestSearch)
  }

  mutating func next() -> String? {
    while let start = nameStart() {
      let name = unsafe UnsafeBufferPointer(
        rebasing: bytes.bindMemory(to: UInt8.self)[
          start..<(offset - 1)])
      skipValue()
      if name.count <= MemberNames.longestName { return unsafe text(name) }
    }
    return nil
  }

  private func text(_ name: UnsafeBufferPointer<UInt8>) -> String {
    var text = String.UnicodeScalarView()
    var scalars = unsafe JSONStringScalars(name)
    while let value = scalars.next() { text.append(Unicode.Scalar(value) ?? "\u{FFFD}") }
    return String(text)
  }

  /// Passes the next name of the object: its start; the offset is then behind its closing quote.
  private mutating func nameStart() -> Int? {
    while offset < end {
      switch unsafe bytes[offset] {
      case UInt8(ascii: "\""):
        let start = offset + 1
        skipString()
        return offset <= end ? start : nil
      case UInt8(ascii: "}"): return nil
      default: offset += 1
      }
    }
    return nil
  }

  /// From the opening quote to behind the closing one.
  private mutating func skipString() {
    offset += 1
    while offset < end, unsafe bytes[offset] != UInt8(ascii: "\"") {
      offset += unsafe bytes[offset] == UInt8(ascii: "\\") ? 2 : 1
    }
    offset += 1
  }

  /// Passes a member's value: up to the comma behind it or the end of the object.
  private mutating func skipValue() {
    var depth = 0
    while offset < end {
      switch unsafe bytes[offset] {
      case UInt8(ascii: "\""):
        skipString()
        continue
      case UInt8(ascii: "{"), UInt8(ascii: "["): depth += 1
      case UInt8(ascii: "}"), UInt8(ascii: "]"):
        if depth == 0 { return }
        depth -= 1
      case UInt8(ascii: ","):
        if depth == 0 { return }
      default: break
      }
      offset += 1
    }
  }
}
