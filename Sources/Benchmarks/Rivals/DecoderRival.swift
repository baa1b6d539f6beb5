import Foundation

extension Contender {
  /// `JSONDecoder` with a type that has the mapped fields and nothing else.
  static func decoder(_ workload: Workload) -> Contender {
    let data = Data(workload.body)
    let decoder = JSONDecoder()
    let trie = LookupTrie(workload.lookups)
    var textBytes = 0
    return Contender(name: .decoder) {
      let fields = try? decoder.decode(MappedFields.self, from: data, configuration: trie)
      textBytes = fields?.textBytes ?? 0
      return fields?.found ?? -1
    } textBytes: {
      textBytes
    }
  }
}

/// The mapped fields, decoded as by a type that was written for the body: members by key, elements in
/// their order, each value with the type that it is known to have, everything else left alone.
private struct MappedFields: DecodableWithConfiguration {
  private(set) var found = 0
  private(set) var textBytes = 0

  /// Nothing of an element that no field is in.
  private struct Skipped: Decodable {
    init(from decoder: any Decoder) {}
  }

  private struct Key: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }
    init(stringValue: String) { self.stringValue = stringValue }
    init?(intValue: Int) { nil }
  }

  init(from decoder: any Decoder, configuration trie: LookupTrie) throws {
    if trie.hasIndices {
      var elements = try decoder.unkeyedContainer()
      try read(trie, &elements)
    } else {
      try read(trie, decoder.container(keyedBy: Key.self))
    }
  }

  /// Recursive, as deep as this program's own look-ups.
  private mutating func read(
    _ trie: LookupTrie, _ members: KeyedDecodingContainer<Key>
  ) throws {
    for case (.key(let name), let child) in trie.edges {
      let key = Key(stringValue: name)
      switch child.kind {
      case .text?: take(try members.decode(String.self, forKey: key))
      case .integer?: take(try members.decode(Int.self, forKey: key))
      case .decimal?: take(try members.decode(Double.self, forKey: key))
      case .boolean?: take(try members.decode(Bool.self, forKey: key))
      case nil where child.hasIndices:
        var elements = try members.nestedUnkeyedContainer(forKey: key)
        try read(child, &elements)
      case nil: try read(child, members.nestedContainer(keyedBy: Key.self, forKey: key))
      }
    }
  }

  private mutating func read(
    _ trie: LookupTrie, _ elements: inout any UnkeyedDecodingContainer
  ) throws {
    for case (.index(let index), let child) in trie.edges {
      while elements.currentIndex < index { _ = try elements.decode(Skipped.self) }
      switch child.kind {
      case .text?: take(try elements.decode(String.self))
      case .integer?: take(try elements.decode(Int.self))
      case .decimal?: take(try elements.decode(Double.self))
      case .boolean?: take(try elements.decode(Bool.self))
      case nil where child.hasIndices:
        var inner = try elements.nestedUnkeyedContainer()
        try read(child, &inner)
      case nil: try read(child, elements.nestedContainer(keyedBy: Key.self))
      }
    }
  }

  private mutating func take(_ text: String) {
    found += 1
    textBytes += text.utf8.count
  }

  private mutating func take(_ value: some Sendable) { found += 1 }
}
