extension XMLTree {
  /// An element as XML, with all namespace declarations in scope; of a root its element. `nil` for other
  /// nodes.
  ///
  /// - Complexity: O(*n*) in the length of the result.
  package func serialization(of node: XMLNode) -> String? {
    guard node.document == document else { return nil }
    let first = node.id.index
    let element =
      switch node.kind {
      case .element: first
      case .root: nodes.indices.first { nodes[$0].kind == .element } ?? first
      default: nil as Int?
      }
    guard let element, nodes[element].kind == .element else { return nil }
    var writer = XMLWriter(self)
    writer.write(element)
    return String(decoding: writer.output, as: UTF8.self)
  }

  /// How many nodes stand within an element or the root, itself and attributes among them: what its
  /// serialization costs where its names are short.
  package func nodeCount(of node: XMLNode) -> Int {
    guard node.document == document, node.kind == .element || node.kind == .root else { return 0 }
    return Int(nodes[node.id.index].end) - node.id.index
  }

  /// How many namespace declarations an element and those around it have: what its serialization costs
  /// beside its length.
  package func declarationCount(around node: XMLNode) -> Int {
    guard node.document == document, node.kind == .element else { return 0 }
    var count = 0
    var element = node.id.index
    while nodes[element].kind == .element {
      count += Int(nodes[element].declarationCount)
      element = Int(nodes[element].parent)
    }
    return count
  }
}

/// Writes a subtree node by node, in document order.
private struct XMLWriter {
  private let tree: XMLTree
  private(set) var output: [UInt8] = []
  /// The elements whose tags are to be written at the end.
  private var open: [Int] = []

  init(_ tree: XMLTree) { self.tree = tree }

  mutating func write(_ element: Int) {
    let end = Int(tree.nodes[element].end)
    var index = element
    while index < end {
      while let innermost = open.last, Int(tree.nodes[innermost].end) <= index { close() }
      switch tree.nodes[index].kind {
      case .element: open(index, declaring: index == element)
      case .text: write(tree.stringValue(of: XMLNodeID(index)), escaping: XMLWriter.inText)
      case .comment: writeComment(index)
      case .instruction: writeInstruction(index)
      case .root, .attribute: break
      }
      index += 1
    }
    while !open.isEmpty { close() }
  }

  /// Writes the tag that begins an element; what an element without content has is a tag that ends it.
  private mutating func open(_ element: Int, declaring scope: Bool) {
    let node = tree.nodes[element]
    output.append(UInt8(ascii: "<"))
    write(nameOf: element)
    let first = Int(node.firstDeclaration)
    let own = first..<first + Int(node.declarationCount)
    for declaration in own { declare(declaration) }
    if scope {
      for inherited in tree.declarationsInScope(of: element) where !own.contains(inherited) {
        declare(inherited)
      }
    }
    var next = element + 1
    while next < node.end, tree.nodes[next].kind == .attribute {
      writeAttribute(next)
      next += 1
    }
    output += next < node.end ? ">".utf8 : "/>".utf8
    if next < node.end { open.append(element) }
  }

  private mutating func close() {
    guard let element = open.popLast() else { return }
    output += "</".utf8
    write(nameOf: element)
    output.append(UInt8(ascii: ">"))
  }

  private mutating func write(nameOf node: Int) {
    guard let name = tree.name(of: XMLNodeID(node)) else { return }
    if let prefix = name.prefix { output += prefix + [UInt8(ascii: ":")] }
    output += name.local
  }

  private mutating func declare(_ declaration: Int) {
    let (name, uri) = (tree.declarations[declaration].name, tree.declarations[declaration].uri)
    let prefix = tree.names.names[Int(name)].local
    output += prefix.isEmpty ? " xmlns=\"".utf8 : " xmlns:".utf8
    if !prefix.isEmpty { output += prefix + Array("=\"".utf8) }
    write(uri[...], escaping: XMLWriter.inAttribute)
    output.append(UInt8(ascii: "\""))
  }

  private mutating func writeAttribute(_ index: Int) {
    output.append(UInt8(ascii: " "))
    write(nameOf: index)
    output += "=\"".utf8
    write(tree.stringValue(of: XMLNodeID(index)), escaping: XMLWriter.inAttribute)
    output.append(UInt8(ascii: "\""))
  }

  private mutating func writeComment(_ index: Int) {
    output += "<!--".utf8 + tree.stringValue(of: XMLNodeID(index)) + "-->".utf8
  }

  private mutating func writeInstruction(_ index: Int) {
    output += "<?".utf8
    write(nameOf: index)
    let data = tree.stringValue(of: XMLNodeID(index))
    if !data.isEmpty { output += [UInt8(ascii: " ")] + data }
    output += "?>".utf8
  }

  private static func inText(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "&"): "&amp;"
    case UInt8(ascii: "<"): "&lt;"
    case UInt8(ascii: ">"): "&gt;"
    case UInt8(ascii: "\r"): "&#13;"
    default: nil
    }
  }

  private static func inAttribute(_ byte: UInt8) -> StaticString? {
    switch byte {
    case UInt8(ascii: "\""): "&quot;"
    case UInt8(ascii: "\n"): "&#10;"
    case UInt8(ascii: "\t"): "&#9;"
    default: inText(byte)
    }
  }

  private mutating func write(
    _ text: ArraySlice<UInt8>, escaping reference: (UInt8) -> StaticString?
  ) {
    for byte in text {
      if let reference = reference(byte) {
        output += reference.description.utf8
      } else {
        output.append(byte)
      }
    }
  }
}
