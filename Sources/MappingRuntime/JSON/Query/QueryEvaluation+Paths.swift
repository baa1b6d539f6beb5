internal import JSONPath

extension QueryEvaluation {
  /// The normalized paths of nodes within an anchor's value, in their order (RFC 9535 §2.7).
  ///
  /// - Parameters:
  ///   - anchor: the number of the anchor's value; there is one.
  ///   - path: the anchor's own path.
  /// - Complexity: O(*n* log *n* + *values of the anchor*): one walk finds them all.
  func paths(of nodes: [Number], below anchor: Number, at path: NormalizedPath) -> [NormalizedPath]
  {
    if zip(nodes, nodes.dropFirst()).allSatisfy({ $0 < $1 }) {
      return paths(ofOrdered: nodes, below: anchor, at: path)
    }
    let ordered = Set(nodes).sorted()
    let paths = paths(ofOrdered: ordered, below: anchor, at: path)
    let found = Dictionary(uniqueKeysWithValues: zip(ordered, paths))
    return nodes.map { found[$0] ?? path }
  }

  private func paths(
    ofOrdered nodes: [Number], below anchor: Number, at path: NormalizedPath
  ) -> [NormalizedPath] {
    var open = [Branch(path: path, number: anchor, end: next(after: anchor), child: anchor + 1)]
    return nodes.map { node in
      while let last = open.last, node >= last.end { open.removeLast() }
      while let last = open.last, last.number != node, let inner = last.branch(to: node, in: self) {
        open[open.count - 1].child = inner.number
        open[open.count - 1].position = inner.position
        open.append(inner.branch)
      }
      return open.last?.path ?? path
    }
  }

  /// A value on the way to a node, with how far its children have been gone through.
  private struct Branch {
    let path: NormalizedPath
    let number: Number
    let end: Number
    var child: Number
    var position = 0

    /// The child that is the node, or that it stands within.
    func branch(
      to node: Number, in evaluation: QueryEvaluation
    ) -> (branch: Branch, number: Number, position: Int)? {
      var child = child
      var position = position
      while child < end {
        let next = evaluation.next(after: child)
        if node < next {
          let step = evaluation.step(to: child, at: position)
          let branch = Branch(path: .step(path, step), number: child, end: next, child: child + 1)
          return (branch, child, position)
        }
        child = next
        position += 1
      }
      return nil
    }
  }

  private func step(to child: Number, at position: Int) -> NormalizedPath.Step {
    let entry = unsafe entries[Int(child)]
    guard entry.isMember else { return .index(position) }
    let text = unsafe index.nameText(of: entry, bytes)
    if !entry.nameHasEscapes { return .name(unsafe String(decoding: text, as: UTF8.self)) }
    var scalars = unsafe JSONStringScalars(text)
    var decoded = String.UnicodeScalarView()
    while let value = scalars.next() {
      guard let scalar = Unicode.Scalar(value) else {
        return .illFormedName(unsafe String(decoding: text, as: UTF8.self))
      }
      decoded.append(scalar)
    }
    return .name(String(decoded))
  }
}
