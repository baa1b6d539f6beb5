internal import CXMLText
internal import XPath

// The core function library (§4).

extension XPathEvaluator {
  mutating func call(
    _ function: XPathFunction, _ arguments: [XPathCode], in context: XPathContext
  ) throws(XPathFailure) -> XPathValue {
    var values: [XPathValue] = []
    for argument in arguments { values.append(try value(of: argument, in: context)) }
    // What is left out is the context node.
    let first = values.first ?? .nodes([context.node])
    switch function {
    case .last: return .number(Double(context.size))
    case .position: return .number(Double(context.position))
    case .count: return .number(Double(nodes(of: first).count))
    case .sum: return .number(try sum(of: nodes(of: first)))
    case .id: return .nodes(try elements(withIDsIn: first))
    case .localName, .namespaceURI, .name: return .text(name(function, of: nodes(of: first).first))
    case .boolean: return .boolean(first.boolean)
    case .not: return .boolean(!first.boolean)
    case .true: return .boolean(true)
    case .false: return .boolean(false)
    case .lang: return .boolean(try isInLanguage(try string(first), context.node))
    case .number: return .number(try number(first))
    case .floor: return .number(try number(first).rounded(.down))
    case .ceiling: return .number(try number(first).rounded(.up))
    case .round: return .number(XPathEvaluator.round(try number(first)))
    case .string, .concat, .startsWith, .contains, .substringBefore, .substringAfter, .substring,
      .stringLength, .normalizeSpace, .translate:
      var texts: [ArraySlice<UInt8>] = []
      for value in values.isEmpty ? [first] : values { texts.append(try string(value)) }
      try spend(reading: texts.reduce(0) { $0 + $1.count })
      if function == .normalizeSpace || function == .substring {
        try spend(working: texts[0].count)
      } else if function == .translate {
        // Characters are looked up one by one.
        try spend(texts.reduce(0) { $0 + $1.count })
      }
      return try call(function, on: texts, values)
    }
  }

  private mutating func call(
    _ function: XPathFunction, on texts: [ArraySlice<UInt8>], _ values: [XPathValue]
  ) throws(XPathFailure) -> XPathValue {
    switch (function, texts.count) {
    case (.concat, _): return .text(texts.dropFirst().reduce(into: texts[0]) { $0 += $1 })
    case (.stringLength, _): return .number(Double(texts[0].count { $0 & 0xC0 != 0x80 }))
    case (.normalizeSpace, _): return .text(texts[0].withNormalizedSpace)
    case (.startsWith, 2): return .boolean(texts[0].starts(with: texts[1]))
    case (.contains, 2): return .boolean(texts[0].firstRange(of: texts[1]) != nil)
    case (.substringBefore, 2):
      return .text(texts[0].firstRange(of: texts[1]).map { texts[0][..<$0.lowerBound] } ?? [])
    case (.substringAfter, 2):
      return .text(texts[0].firstRange(of: texts[1]).map { texts[0][$0.upperBound...] } ?? [])
    case (.substring, 2...):
      let length = texts.count > 2 ? try number(values[2]) : .infinity
      return .text(texts[0].characters(from: try number(values[1]), count: length))
    case (.translate, 3): return .text(texts[0].translating(texts[1], to: texts[2]))
    default: return .text(texts[0])
    }
  }

  /// The nearest whole number; of two the greater, and negative zero where the number is below it (§4.4).
  private static func round(_ number: Double) -> Double {
    if number < 0, number >= -0.5 { return -0.0 }
    let floor = number.rounded(.down)
    return number - floor >= 0.5 ? floor + 1 : floor
  }

  private mutating func sum(of nodes: [XMLNodeID]) throws(XPathFailure) -> Double {
    var sum = 0.0
    for node in nodes { sum += try number(.nodes([node])) }
    return sum
  }

  private func name(_ function: XPathFunction, of node: XMLNodeID?) -> ArraySlice<UInt8> {
    guard let name = node.flatMap(tree.name) else { return [] }
    switch function {
    case .localName: return name.local[...]
    case .namespaceURI: return name.uri[...]
    default: return ((name.prefix.map { $0 + [UInt8(ascii: ":")] } ?? []) + name.local)[...]
    }
  }

  /// Whether the nearest `xml:lang` around the node is the language or one of its kinds, letters of either
  /// case being the same (§4.3).
  private mutating func isInLanguage(
    _ language: ArraySlice<UInt8>, _ context: XMLNodeID
  ) throws(XPathFailure) -> Bool {
    var node = context.index
    while node > 0 {
      try spend(1)
      var attribute = node + 1
      while tree.nodes[node].kind == .element, attribute < tree.nodes.count,
        tree.nodes[attribute].kind == .attribute
      {
        try spend(1)
        if tree.isXML("lang", XMLNodeID(attribute)) {
          return try text(of: XMLNodeID(attribute)).isLanguage(within: language)
        }
        attribute += 1
      }
      node = Int(tree.nodes[node].parent)
    }
    return false
  }

  /// The elements with those IDs. There is no document type that could declare attributes to be IDs, so an
  /// ID is what `xml:id` says; the first element that has it counts.
  private mutating func elements(
    withIDsIn value: XPathValue
  ) throws(XPathFailure) -> [XMLNodeID] {
    var wanted: Set<ArraySlice<UInt8>> = []
    let texts: [ArraySlice<UInt8>]
    if case .nodes(let nodes) = value {
      texts = nodes.map(tree.stringValue)
    } else {
      texts = [try string(value)]
    }
    for text in texts {
      // Words of one letter are many.
      try spend(1 + text.count)
      wanted.formUnion(text.split(whereSeparator: \.isXMLWhiteSpace))
    }
    if wanted.isEmpty { return [] }
    try spend(tree.nodes.count)
    var found: [XMLNodeID] = []
    for (index, node) in tree.nodes.enumerated()
    where node.kind == .attribute && tree.isXML("id", XMLNodeID(index)) {
      let id = try text(of: XMLNodeID(index)).withNormalizedSpace
      if wanted.remove(id) != nil { found.append(XMLNodeID(Int(node.parent))) }
    }
    return found
  }
}

extension XMLTree {
  /// Whether a node has that name in the namespace of `xml`.
  fileprivate func isXML(_ local: StaticString, _ node: XMLNodeID) -> Bool {
    guard let name = name(of: node), name.uri == XMLTree.xmlNamespace else { return false }
    return name.local.elementsEqual(local.description.utf8)
  }
}

extension ArraySlice<UInt8> {
  /// The white space at its ends left out, and that within it one space each time (§4.2).
  var withNormalizedSpace: ArraySlice<UInt8> {
    Array(split(whereSeparator: \.isXMLWhiteSpace).joined(separator: [0x20]))[...]
  }

  /// - Complexity: O(*n*) in both lengths.
  fileprivate func firstRange(of wanted: ArraySlice<UInt8>) -> Range<Int>? {
    if wanted.isEmpty { return startIndex..<startIndex }
    let offset: Int? = unsafe withUnsafeBufferPointer { text in
      unsafe wanted.withUnsafeBufferPointer { wanted in
        let place = unsafe respmap_find(
          text.baseAddress, text.count, wanted.baseAddress, wanted.count)
        guard let place = unsafe place, let start = text.baseAddress else { return nil }
        return unsafe place - start
      }
    }
    return offset.map { startIndex + $0..<startIndex + $0 + wanted.count }
  }

  /// The characters whose positions p, from 1, are round(from) ≤ p < round(from) + round(count) (§4.2).
  fileprivate func characters(from: Double, count: Double) -> ArraySlice<UInt8> {
    let first = (from + 0.5).rounded(.down)
    let end = first + (count + 0.5).rounded(.down)
    var position = 0.0
    var (lower, upper) = (endIndex, endIndex)
    for index in indices where self[index] & 0xC0 != 0x80 {
      position += 1
      if position >= first, position < end {
        if lower == endIndex { lower = index }
      } else if lower < endIndex {
        upper = index
        break
      }
    }
    return self[lower..<upper]
  }

  /// Each character of `from` replaced by the one at its place in `to`, or left out (§4.2).
  fileprivate func translating(
    _ from: ArraySlice<UInt8>, to: ArraySlice<UInt8>
  ) -> ArraySlice<UInt8> {
    var replacements: [Unicode.Scalar: Unicode.Scalar?] = [:]
    var others = String(decoding: to, as: UTF8.self).unicodeScalars.makeIterator()
    for scalar in String(decoding: from, as: UTF8.self).unicodeScalars {
      let other = others.next()
      if replacements[scalar] == nil { replacements[scalar] = .some(other) }
    }
    var result = String.UnicodeScalarView()
    for scalar in String(decoding: self, as: UTF8.self).unicodeScalars {
      switch replacements[scalar] {
      case nil: result.append(scalar)
      case .some(let other): if let other { result.append(other) }
      }
    }
    return Array(String(result).utf8)[...]
  }

  /// Whether a language is another or one of its kinds: `en-US` is within `EN`.
  fileprivate func isLanguage(within other: ArraySlice<UInt8>) -> Bool {
    guard count >= other.count else { return false }
    let isSame = zip(self, other).allSatisfy { $0.lowercased == $1.lowercased }
    return isSame && (count == other.count || self[startIndex + other.count] == UInt8(ascii: "-"))
  }
}

extension UInt8 {
  fileprivate var lowercased: UInt8 { (0x41...0x5A).contains(self) ? self | 0x20 : self }
}
