/// The positions of fields by one kind of their names, which several fields may share.
struct NameIndex {
  private var first: [ExactName: Int]
  /// Further positions of the few names that are shared.
  private var others: [ExactName: [Int]] = [:]

  init(minimumCapacity: Int) { first = Dictionary(minimumCapacity: minimumCapacity) }

  /// The positions of the fields with that name, in ascending order.
  subscript(name: ExactName) -> [Int] {
    guard let position = first[name] else { return [] }
    return [position] + (others[name] ?? [])
  }

  /// The position of the first field with that name.
  func first(_ name: ExactName) -> Int? { first[name] }

  /// - Precondition: Positions come in ascending order; the same one again is skipped.
  mutating func insert(_ name: ExactName, at position: Int) {
    let known = first.updateValue(position, forKey: name)
    guard let known else { return }
    first[name] = known
    if position > others[name]?.last ?? known { others[name, default: []].append(position) }
  }
}
