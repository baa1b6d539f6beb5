// Paths of nodes, in time linear in the document however many are asked for: the children of an element
// are numbered once, when the path of the first of them is wanted.

extension XMLTree {
  /// A path that selects the node, such as `/a/b[2]/@c`; `*` stands for a name in the default namespace.
  /// `nil` once another document has been read.
  package func path(of node: XMLNode) -> String? {
    var paths = XMLNodePaths(self)
    return paths.path(of: node)
  }
}

/// Paths of one tree's nodes.
struct XMLNodePaths {
  private let tree: XMLTree
  /// The positions of nodes among their siblings, as far as they are known.
  private var positions: [Int32] = []

  init(_ tree: XMLTree) { self.tree = tree }

  /// What a step calls a node; `*` stands for a name in the default namespace.
  private struct StepName: Hashable {
    static let anyElement = StepName(text: "*", isElement: true)

    let text: String
    var isElement = false
  }

  /// The position of a node that is not numbered, and of one that needs none.
  private static let notNumbered: Int32 = 0
  private static let only: Int32 = -1

  /// A path that selects the node; `nil` if it is of another document.
  mutating func path(of node: XMLNode) -> String? {
    node.document == tree.document ? path(of: node.id) : nil
  }

  private mutating func path(of id: XMLNodeID) -> String {
    var steps: [String] = []
    if let declaration = id.declaration {
      let prefix = tree.names.names[Int(tree.declarations[declaration].name)].local
      let test = prefix.isEmpty ? "*[name()=\"\"]" : String(decoding: prefix, as: UTF8.self)
      steps.append("/namespace::" + test)
    }
    var index = id.index
    while tree.nodes[index].kind != .root {
      steps.append(step(to: index))
      index = Int(tree.nodes[index].parent)
    }
    return steps.isEmpty ? "/" : steps.reversed().joined()
  }

  private mutating func step(to index: Int) -> String {
    let name = stepName(of: index).text
    if tree.nodes[index].kind == .attribute { return "/@" + name }
    if positions.count != tree.nodes.count {
      positions = Array(repeating: XMLNodePaths.notNumbered, count: tree.nodes.count)
    }
    if positions[index] == XMLNodePaths.notNumbered {
      numberChildren(of: Int(tree.nodes[index].parent))
    }
    return positions[index] == XMLNodePaths.only ? "/" + name : "/\(name)[\(positions[index])]"
  }

  private mutating func numberChildren(of parent: Int) {
    var counts: [StepName: Int32] = [:]
    let children = children(of: parent)
    for child in children {
      let name = stepName(of: child)
      counts[name, default: 0] += 1
      positions[child] = counts[name] ?? 0
      guard name.isElement, name != .anyElement else { continue }
      counts[.anyElement, default: 0] += 1
    }
    for child in children where counts[stepName(of: child)] == 1 {
      positions[child] = XMLNodePaths.only
    }
  }

  private func children(of parent: Int) -> [Int] {
    var children: [Int] = []
    var child = parent + 1
    while child < tree.nodes[parent].end {
      if tree.nodes[child].kind != .attribute { children.append(child) }
      child = Int(tree.nodes[child].end)
    }
    return children
  }

  private func stepName(of index: Int) -> StepName {
    let name = tree.name(of: XMLNodeID(index))
    let local = name.map { String(decoding: $0.local, as: UTF8.self) } ?? ""
    switch tree.nodes[index].kind {
    case .comment: return StepName(text: "comment()")
    case .instruction: return StepName(text: "processing-instruction('\(local)')")
    case .text, .root: return StepName(text: "text()")
    case .element, .attribute: break
    }
    if let prefix = name?.prefix {
      return StepName(text: String(decoding: prefix, as: UTF8.self) + ":" + local, isElement: true)
    }
    return name?.uri.isEmpty == false ? .anyElement : StepName(text: local, isElement: true)
  }
}
