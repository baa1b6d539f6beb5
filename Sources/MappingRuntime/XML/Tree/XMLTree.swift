// A document as a table: its nodes in document order, each with the place where its subtree ends.
//
//     <a x="1">t<b>u</b></a>        0 root       ends at 6   text 0..<2
//                                   1 element a  ends at 6   text 0..<2
//                                   2 attribute  ends at 3   value 0..<1
//                                   3 text       ends at 4   text 0..<1
//                                   4 element b  ends at 6   text 1..<2
//                                   5 text       ends at 6   text 1..<2
//
// Document order is the order of numbers, descendants are a range of numbers, and a string-value is a
// range of the text, so that XPath pays for none of them. What a tree of libxml2 makes of a wide document
// takes quadratic time in its XPath, and its string-values are copied whenever one is looked at.

/// The nodes of the document that was read last (XPath 1.0 §5).
package struct XMLTree {
  struct Node {
    enum Kind: UInt8 { case root, element, attribute, text, comment, instruction }

    let kind: Kind
    /// Its attribute `xsi:nil` is true.
    var isNil = false
    var hasElementChildren = false
    /// The number of its name, if it has one.
    var name = XMLNameTable.none
    var parent: Int32 = 0
    /// The sibling before it; -1 for the first, and for attributes.
    var previous: Int32 = -1
    /// The number of the first node that is neither this one nor within it.
    var end: Int32 = 0
    /// Its string-value, within the tree's text or, of what is no text of the document, its values.
    var textStart: Int32 = 0
    var textEnd: Int32 = 0
    /// The namespace declarations of an element.
    var firstDeclaration: Int32 = 0
    var declarationCount: Int32 = 0
  }

  struct Declaration {
    /// The number of the prefix as a name; of the default namespace an empty one.
    let name: Int32
    let uri: [UInt8]
  }

  private struct OpenElement {
    let node: Int32
    var lastChild: Int32 = -1
  }

  private(set) var nodes: [Node] = []
  /// All text of the document.
  private(set) var text: [UInt8] = []
  /// The values of attributes, comments and processing instructions.
  private(set) var values: [UInt8] = []
  /// The first is that of the prefix `xml`.
  private(set) var declarations: [Declaration] = []
  private(set) var names: XMLNameTable
  /// The nodes that each pattern of a stream has selected, where the tree holds no others.
  private(set) var selections: [[XMLNodeID]] = []
  /// Of which document this is the tree, counted from 1.
  private(set) var document = 0
  private var open: [OpenElement] = []
  private let mostNodes: Int
  private let expressionNames: XMLNameTable
  private let xmlPrefix: Int32

  /// Room for more than this is given back before the next document.
  private static let largestKept = 1 << 16

  /// - Parameters:
  ///   - names: those of the expressions that the tree is to be asked.
  ///   - mostNodes: namespace declarations among them.
  init(_ names: XMLNameTable, mostNodes: Int) {
    var names = names
    xmlPrefix = names.add(nil, Array("xml".utf8), [])
    expressionNames = names
    self.names = names
    self.mostNodes = min(max(0, mostNodes), Int(Int32.max) - 2)
  }

  // MARK: Building

  /// Begins another document, of which it knows the root node only.
  ///
  /// - Parameters:
  ///   - keepsNamespaces: whether the parser's numbers of namespaces are those of the document before.
  ///   - patterns: how many select nodes, if the tree is of nodes that are selected.
  mutating func reset(keepsNamespaces: Bool = false, patterns: Int = 0) {
    document += 1
    if !keepsNamespaces || names.names.count > XMLTree.mostKeptNames { names = expressionNames }
    if selections.count == patterns {
      for index in selections.indices { selections[index].removeAll(keepingCapacity: true) }
    } else {
      selections = Array(repeating: [], count: patterns)
    }
    nodes.removeAll(keepingCapacity: nodes.capacity <= XMLTree.largestKept)
    text.removeAll(keepingCapacity: text.capacity <= XMLTree.largestKept)
    values.removeAll(keepingCapacity: values.capacity <= XMLTree.largestKept)
    declarations.removeAll(keepingCapacity: true)
    declarations.append(Declaration(name: xmlPrefix, uri: XMLTree.xmlNamespace))
    nodes.append(Node(kind: .root))
    open.removeAll(keepingCapacity: true)
    open.append(OpenElement(node: 0))
  }

  private static let mostKeptNames = 4096

  static let xmlNamespace = Array("http://www.w3.org/XML/1998/namespace".utf8)

  /// The number of the node after the last one that is there.
  private var next: Int32 { Int32(truncatingIfNeeded: nodes.count) }

  /// Whether that many nodes more may be added.
  private func hasRoom(for count: Int) -> Bool {
    // The root and the prefix `xml` are of no document.
    nodes.count + declarations.count - 2 <= mostNodes - count
  }

  /// Adds an element that is open from now on; false if there are too many nodes.
  mutating func start(_ tag: XMLTag) -> Bool {
    let (attributes, declared) = unsafe (tag.attributes, tag.declarations)
    guard hasRoom(for: 1 + declared.count + attributes.count) else { return false }
    var element = Node(kind: .element, isNil: tag.isNil)
    element.name = name(of: tag)
    element.textStart = Int32(truncatingIfNeeded: text.count)
    element.firstDeclaration = Int32(truncatingIfNeeded: declarations.count)
    element.declarationCount = Int32(truncatingIfNeeded: declared.count)
    for index in 0..<declared.count { unsafe add(declared[index], of: tag) }
    let number = append(child: element)
    nodes[Int(open[open.count - 1].node)].hasElementChildren = true
    open.append(OpenElement(node: number))
    for index in 0..<attributes.count { unsafe add(attributes[index], of: tag, number) }
    return true
  }

  private mutating func add(_ declaration: XMLNamespaceDeclaration, of tag: XMLTag) {
    let name = names.number(declaration.prefix, XMLNamespaces.none) { _ in [] }
    declarations.append(Declaration(name: name, uri: tag.uri(declaration.namespace)))
  }

  private mutating func add(_ attribute: XMLAttribute, of tag: XMLTag, _ element: Int32) {
    var node = Node(kind: .attribute)
    node.name = name(of: attribute, of: tag)
    node.parent = element
    node.end = next + 1
    node.textStart = Int32(truncatingIfNeeded: values.count)
    unsafe values.append(contentsOf: tag.value(of: attribute))
    node.textEnd = Int32(truncatingIfNeeded: values.count)
    nodes.append(node)
  }

  /// Ends the innermost element.
  mutating func end() {
    guard open.count > 1, let element = open.popLast() else { return }
    close(Int(element.node))
  }

  private mutating func close(_ node: Int) {
    nodes[node].end = next
    nodes[node].textEnd = Int32(truncatingIfNeeded: text.count)
  }

  /// Adds a piece of text; false if there are too many nodes.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    guard text.count <= Int(Int32.max) - bytes.count else { return false }
    let last = open[open.count - 1].lastChild
    let start = Int32(truncatingIfNeeded: text.count)
    unsafe text.append(contentsOf: bytes)
    let end = Int32(truncatingIfNeeded: text.count)
    // No text node has one beside it (§5.7).
    if last >= 0, nodes[Int(last)].kind == .text {
      nodes[Int(last)].textEnd = end
      return true
    }
    guard hasRoom(for: 1) else { return false }
    var node = Node(kind: .text)
    node.textStart = start
    node.textEnd = end
    node.end = next + 1
    append(child: node)
    return true
  }

  /// Adds a comment or, if it has a target, a processing instruction; false if there are too many nodes.
  mutating func append(aside text: [UInt8], target: UnsafeBufferPointer<UInt8>?) -> Bool {
    guard hasRoom(for: 1) else { return false }
    var node = Node(kind: unsafe target == nil ? .comment : .instruction)
    if let target = unsafe target.flatMap(XMLQualifiedName.init(withoutPrefix:)) {
      node.name = names.number(target, XMLNamespaces.none) { _ in [] }
    }
    node.textStart = Int32(truncatingIfNeeded: values.count)
    values += text
    node.textEnd = Int32(truncatingIfNeeded: values.count)
    node.end = next + 1
    append(child: node)
    return true
  }

  /// Adds a node to the innermost element.
  @discardableResult
  private mutating func append(child: Node) -> Int32 {
    let number = next
    let innermost = open.count - 1
    nodes.append(child)
    nodes[Int(number)].parent = open[innermost].node
    nodes[Int(number)].previous = open[innermost].lastChild
    open[innermost].lastChild = number
    return number
  }

  // MARK: Selecting

  /// The number of an element's name.
  mutating func name(of tag: XMLTag) -> Int32 {
    names.number(tag.name, tag.namespace, uri: tag.uri)
  }

  /// The number of an attribute's name.
  private mutating func name(of attribute: XMLAttribute, of tag: XMLTag) -> Int32 {
    names.number(attribute.name, attribute.namespace, uri: tag.uri)
  }

  /// Adds an element without its attributes; it is open from now on. `nil` if there are too many nodes.
  mutating func select(element name: Int32, isNil: Bool) -> XMLNodeID? {
    guard hasRoom(for: 1) else { return nil }
    var element = Node(kind: .element, isNil: isNil)
    element.name = name
    element.textStart = Int32(truncatingIfNeeded: text.count)
    let number = append(child: element)
    open.append(OpenElement(node: number))
    return XMLNodeID(Int(number))
  }

  /// The number of an attribute's expanded name.
  mutating func expandedName(of attribute: XMLAttribute, of tag: XMLTag) -> Int32 {
    let name = name(of: attribute, of: tag)
    return names.names[Int(name)].expanded
  }

  /// Adds an attribute of an element that need not be there.
  mutating func select(_ attribute: XMLAttribute, of tag: XMLTag) -> XMLNodeID? {
    guard hasRoom(for: 1) else { return nil }
    let number = next
    add(attribute, of: tag, open[open.count - 1].node)
    return XMLNodeID(Int(number))
  }

  /// Adds a text without its characters.
  mutating func selectText() -> XMLNodeID? {
    guard hasRoom(for: 1) else { return nil }
    var node = Node(kind: .text)
    node.textStart = Int32(truncatingIfNeeded: text.count)
    node.textEnd = node.textStart
    node.end = next + 1
    return XMLNodeID(Int(append(child: node)))
  }

  /// Adds a node to those that a pattern has selected.
  mutating func note(_ node: XMLNodeID, selectedBy pattern: Int) {
    selections[pattern].append(node)
  }

  /// Notes that the innermost element has an element in it.
  mutating func noteElementChild() {
    nodes[Int(open[open.count - 1].node)].hasElementChildren = true
  }

  /// Adds characters to the elements that are open, and to a text.
  mutating func append(_ bytes: UnsafeBufferPointer<UInt8>, to node: XMLNodeID?) -> Bool {
    guard text.count <= Int(Int32.max) - bytes.count else { return false }
    unsafe text.append(contentsOf: bytes)
    if let node { nodes[node.index].textEnd = Int32(truncatingIfNeeded: text.count) }
    return true
  }

  /// Ends the document.
  mutating func finish() { if !nodes.isEmpty { close(0) } }

  // MARK: Nodes

  func kind(of node: XMLNodeID) -> XMLNode.Kind {
    if node.declaration != nil { return .namespace }
    return switch nodes[node.index].kind {
    case .root: .root
    case .element: .element
    case .attribute: .attribute
    case .text: .text
    case .comment: .comment
    case .instruction: .processingInstruction
    }
  }

  /// The string-value (§5).
  ///
  /// - Complexity: O(1).
  func stringValue(of node: XMLNodeID) -> ArraySlice<UInt8> {
    if let declaration = node.declaration { return declarations[declaration].uri[...] }
    let record = nodes[node.index]
    let range = Int(record.textStart)..<Int(record.textEnd)
    switch record.kind {
    case .root, .element, .text: return text[range]
    case .attribute, .comment, .instruction: return values[range]
    }
  }

  /// The name, which roots, texts and comments have none of.
  func name(of node: XMLNodeID) -> XMLNameTable.Name? {
    let number = node.declaration.map { declarations[$0].name } ?? nodes[node.index].name
    return number >= 0 ? names.names[Int(number)] : nil
  }

  /// The declarations in scope at an element, the inner ones first, each prefix once (§5.4).
  func declarationsInScope(of element: Int) -> [Int] {
    var seen: Set<Int32> = []
    var found: [Int] = []
    var node = element
    while nodes[node].kind == .element {
      let first = Int(nodes[node].firstDeclaration)
      for declaration in first..<first + Int(nodes[node].declarationCount)
      where seen.insert(names.names[Int(declarations[declaration].name)].expanded).inserted {
        if !declarations[declaration].uri.isEmpty { found.append(declaration) }
      }
      node = Int(nodes[node].parent)
    }
    return found
  }
}
