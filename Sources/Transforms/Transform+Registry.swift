extension Transform {
  /// Every transform there is, in the order of the documentation.
  package static let all: [Transform] = [
    trim, lowercase, uppercase, replace, prefix, before, after, split, extract, digits,
    number, integer, round, floor, ceiling, abs, add, subtract, multiply, divide,
    boolean, not, equals, contains, exists, matches,
    date, datetime, epoch, epochMilliseconds, format,
    first, last, only, nth, join, count, unique, sort,
    lookup,
    json,
  ]

  /// The transform of that name, which is written in small letters.
  package static func named(_ name: String) -> Transform? { byName[name] }

  private static let byName = Dictionary(
    all.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
}
