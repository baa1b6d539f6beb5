internal import XPath

extension XMLTree {
  /// Whether nodes may stand within it; attributes and namespace nodes have none.
  func hasDescendants(_ node: XMLNodeID) -> Bool {
    node.declaration == nil && nodes[node.index].kind != .attribute
  }

  /// The number of the first node that is neither this one nor within it.
  func end(of node: XMLNodeID) -> Int { Int(nodes[node.index].end) }

  /// Appends what a step without its predicates leads to, the nearest first; how many nodes it visited.
  ///
  /// - Parameter most: how many nodes are wanted.
  func append(
    _ step: XPathStepCode, from context: XMLNodeID, most: Int, to found: inout [XMLNodeID]
  ) -> Int {
    var walk = XMLAxisWalk(self, step, most: most)
    walk.run(from: context, &found)
    return walk.visited
  }
}

/// One walk along an axis (§2.2).
private struct XMLAxisWalk {
  private let tree: XMLTree
  private let axis: XPathAxis
  private let test: XMLNodeTest
  /// How many nodes are wanted still.
  private var wanted: Int
  private(set) var visited = 1

  init(_ tree: XMLTree, _ step: XPathStepCode, most: Int) {
    self.tree = tree
    axis = step.axis
    test = step.test
    wanted = most
  }

  mutating func run(from context: XMLNodeID, _ found: inout [XMLNodeID]) {
    switch axis {
    case .self: visit(context, &found)
    case .child: if tree.hasDescendants(context) { visitChildren(of: context, &found) }
    case .attribute: visitAttributes(of: context, &found)
    case .namespace: visitNamespaces(of: context, &found)
    case .parent: if let parent = parent(of: context) { visit(parent, &found) }
    case .ancestor: visitAncestors(of: parent(of: context), &found)
    case .ancestorOrSelf: visitAncestors(of: context, &found)
    case .descendant: visitDescendants(of: context, &found)
    case .descendantOrSelf:
      visit(context, &found)
      visitDescendants(of: context, &found)
    case .following: visitFollowing(context, &found)
    case .preceding: visitPreceding(context, &found)
    case .followingSibling: visitFollowingSiblings(of: context, &found)
    case .precedingSibling: visitPrecedingSiblings(of: context, &found)
    }
  }

  // MARK: Axes

  private func parent(of node: XMLNodeID) -> XMLNodeID? {
    if node.declaration != nil { return XMLNodeID(node.index) }
    return node == .root ? nil : XMLNodeID(Int(tree.nodes[node.index].parent))
  }

  private mutating func visitChildren(of node: XMLNodeID, _ found: inout [XMLNodeID]) {
    let end = tree.end(of: node)
    var child = node.index + 1
    while child < end, wanted > 0 {
      visit(content: child, &found)
      child = Int(tree.nodes[child].end)
    }
  }

  private mutating func visitAttributes(of node: XMLNodeID, _ found: inout [XMLNodeID]) {
    guard tree.hasDescendants(node) else { return }
    var attribute = node.index + 1
    while attribute < tree.nodes.count, tree.nodes[attribute].kind == .attribute, wanted > 0 {
      visit(XMLNodeID(attribute), &found)
      attribute += 1
    }
  }

  private mutating func visitNamespaces(of node: XMLNodeID, _ found: inout [XMLNodeID]) {
    guard node.declaration == nil, tree.nodes[node.index].kind == .element else { return }
    var ancestor = node.index
    while tree.nodes[ancestor].kind == .element {
      visited += 1 + Int(tree.nodes[ancestor].declarationCount)
      ancestor = Int(tree.nodes[ancestor].parent)
    }
    let xml = tree.names.names[Int(tree.declarations[0].name)].expanded
    var declarations = tree.declarationsInScope(of: node.index).filter {
      tree.names.names[Int(tree.declarations[$0].name)].expanded != xml
    }
    declarations.append(0)
    for declaration in declarations.sorted() where wanted > 0 {
      visit(XMLNodeID(namespace: declaration, of: node.index), &found)
    }
  }

  private mutating func visitAncestors(of first: XMLNodeID?, _ found: inout [XMLNodeID]) {
    var next = first
    while let node = next, wanted > 0 {
      visit(node, &found)
      next = parent(of: node)
    }
  }

  private mutating func visitDescendants(of node: XMLNodeID, _ found: inout [XMLNodeID]) {
    guard tree.hasDescendants(node) else { return }
    visitAll(from: node.index + 1, to: tree.end(of: node), &found)
  }

  /// Nothing is within an attribute or a namespace node, so what its element holds follows it.
  private mutating func visitFollowing(_ node: XMLNodeID, _ found: inout [XMLNodeID]) {
    let first = tree.hasDescendants(node) ? tree.end(of: node) : node.index + 1
    visitAll(from: first, to: tree.nodes.count, &found)
  }

  private mutating func visitAll(from first: Int, to end: Int, _ found: inout [XMLNodeID]) {
    var index = first
    while index < end, wanted > 0 {
      visit(content: index, &found)
      index += 1
    }
  }

  private mutating func visitPreceding(_ node: XMLNodeID, _ found: inout [XMLNodeID]) {
    var index = node.index - 1
    while index > 0, wanted > 0 {
      // A node that ends behind this one is around it.
      if tree.nodes[index].end <= node.index { visit(content: index, &found) } else { visited += 1 }
      index -= 1
    }
  }

  private mutating func visitFollowingSiblings(of node: XMLNodeID, _ found: inout [XMLNodeID]) {
    guard tree.hasDescendants(node), node != .root else { return }
    let end = Int(tree.nodes[Int(tree.nodes[node.index].parent)].end)
    var sibling = tree.end(of: node)
    while sibling < end, wanted > 0 {
      visit(content: sibling, &found)
      sibling = Int(tree.nodes[sibling].end)
    }
  }

  private mutating func visitPrecedingSiblings(of node: XMLNodeID, _ found: inout [XMLNodeID]) {
    guard tree.hasDescendants(node), node != .root else { return }
    var sibling = tree.nodes[node.index].previous
    while sibling >= 0, wanted > 0 {
      visit(content: Int(sibling), &found)
      sibling = tree.nodes[Int(sibling)].previous
    }
  }

  // MARK: Node tests

  /// Visits a node if it is one that may stand within others.
  private mutating func visit(content index: Int, _ found: inout [XMLNodeID]) {
    if tree.nodes[index].kind == .attribute {
      visited += 1
    } else {
      visit(XMLNodeID(index), &found)
    }
  }

  private mutating func visit(_ node: XMLNodeID, _ found: inout [XMLNodeID]) {
    visited += 1
    guard matches(node) else { return }
    found.append(node)
    wanted -= 1
  }

  private func matches(_ node: XMLNodeID) -> Bool {
    let kind = node.declaration == nil ? tree.nodes[node.index].kind : nil
    switch test {
    case .node: return true
    case .text: return kind == .text
    case .comment: return kind == .comment
    case .instruction(let target):
      return kind == .instruction && (target == nil || tree.name(of: node)?.local == target)
    case .any: return isPrincipal(kind)
    case .name(let wanted): return isPrincipal(kind) && tree.name(of: node)?.expanded == wanted
    case .namespace(let wanted):
      // The name of a namespace node is in no namespace (§5.4).
      return kind != nil && isPrincipal(kind) && tree.name(of: node)?.namespace == wanted
    }
  }

  /// Whether a node is of the axis' principal type (§2.3); `nil` is the kind of a namespace node.
  private func isPrincipal(_ kind: XMLTree.Node.Kind?) -> Bool {
    switch axis {
    case .attribute: kind == .attribute
    case .namespace: kind == nil
    default: kind == .element
    }
  }
}
