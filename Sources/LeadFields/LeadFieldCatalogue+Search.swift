internal import Diagnostics

extension LeadFieldCatalogue {
  /// The fields that the words may mean, the likeliest first.
  ///
  /// Compared without regard to case, over SOAP names, REST names and labels: first the fields of
  /// which a name is the query, then those where one begins with it, holds it, or where the names
  /// hold each word of it; if there are none, those whose names are nearest to it. Equally likely
  /// ones keep the catalogue's order. An empty query gives every field, one of more than 1,024 bytes
  /// none.
  ///
  /// ```swift
  /// LeadFieldCatalogue.standard.search("revenue").map(\.emittedName)  // ["AnnualRevenue"]
  /// ```
  ///
  /// - Complexity: O(*n* · *m*) in the number of fields and the length of the query.
  public func search(_ words: String) -> [LeadField] {
    guard words.utf8.count <= FieldQuery.longestQuery else { return [] }
    guard let query = FieldQuery(words) else { return fields }
    let ranked = fields.enumerated().compactMap { position, field in
      query.rank(of: field).map { (rank: $0, position: position, field: field) }
    }
    let worst = max(FieldQuery.holdsWords, ranked.map(\.rank).min() ?? 0)
    return ranked.filter { $0.rank <= worst }.sorted {
      ($0.rank, $0.position) < ($1.rank, $1.position)
    }.map(\.field)
  }
}

/// The words of a search, in small letters.
private struct FieldQuery {
  private let whole: [UInt8]
  private let words: [[UInt8]]
  private let scalars: [Unicode.Scalar]
  private let nearestAllowed: Int

  /// What is longer names no field, and would take long to look for, word by word. Of names no more
  /// is looked at.
  static let longestQuery = 1_024
  /// Names longer than this are not compared by distance.
  private static let longestName = 128

  init?(_ text: String) {
    let words = text.lowercased().split(whereSeparator: \.isWhitespace)
    if words.isEmpty { return nil }
    let whole = words.joined(separator: " ")
    self.words = words.map { Array($0.utf8) }
    self.whole = Array(whole.utf8)
    scalars = Array(whole.unicodeScalars)
    nearestAllowed = max(1, scalars.count / 4)
  }

  /// The rank of a field whose names hold the words; those above are merely near.
  static let holdsWords = 3

  /// 0 for the best; nil if the field has nothing of the query.
  func rank(of field: LeadField) -> Int? {
    let names = [field.soapName, field.restName, field.label].compactMap { $0?.lowercased() }
    let bytes = names.map { Array($0.utf8.prefix(FieldQuery.longestQuery)) }
    if bytes.contains(whole) { return 0 }
    if bytes.contains(where: { $0.starts(with: whole) }) { return 1 }
    if bytes.contains(where: { FieldQuery.holds($0, whole) }) { return 2 }
    let holdsAll = words.allSatisfy { word in bytes.contains { FieldQuery.holds($0, word) } }
    if holdsAll { return FieldQuery.holdsWords }
    return names.compactMap(distance).min().map { FieldQuery.holdsWords + $0 }
  }

  private static func holds(_ name: [UInt8], _ word: [UInt8]) -> Bool {
    guard let first = word.first, name.count >= word.count else { return false }
    return name.indices.dropLast(word.count - 1).contains { start in
      name[start] == first && name[start...].starts(with: word)
    }
  }

  /// How far the name is from the query; nil if that is too far to be meant.
  private func distance(_ name: String) -> Int? {
    let other = Array(name.unicodeScalars)
    guard max(other.count, scalars.count) <= FieldQuery.longestName,
      abs(other.count - scalars.count) <= nearestAllowed
    else { return nil }
    let distance = Suggestion.damerauDistance(scalars, other)
    return distance <= nearestAllowed && distance < scalars.count ? distance : nil
  }
}
