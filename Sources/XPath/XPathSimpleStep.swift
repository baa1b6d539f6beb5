/// A step that other notations can say too.
package struct XPathSimpleStep: Hashable, Sendable {
  package enum Target: Hashable, Sendable {
    case element(XPathName)
    case attribute(XPathName)
    case text
  }

  package let target: Target
  /// Counted from 1 among the elements of that name; `nil` where none is written.
  package let position: Int?
}

extension XPathExpression {
  /// The steps of a path such as `/a/b[2]/@c`: named children from the root on, each with no predicate
  /// but a position, at the end perhaps an attribute or `text()`; `nil` if the expression is not one.
  ///
  /// A relative path is taken as if it began at the root.
  package var simpleSteps: [XPathSimpleStep]? { syntax.locationPath?.simpleSteps }
}

extension XPathLocationPath {
  /// The same of a path.
  package var simpleSteps: [XPathSimpleStep]? {
    if steps.isEmpty { return nil }
    var simple: [XPathSimpleStep] = []
    for (position, step) in steps.enumerated() {
      guard let next = XPathSimpleStep(step) else { return nil }
      let isElement = if case .element = next.target { true } else { false }
      guard isElement || position == steps.count - 1 else { return nil }
      simple.append(next)
    }
    return simple
  }
}

extension XPathSimpleStep {
  fileprivate init?(_ step: XPathStep) {
    switch (step.axis, step.test, step.predicates.first) {
    case (.child, .name(let name), nil): self.init(target: .element(name), position: nil)
    case (.child, .name(let name), .number(let digits)?) where step.predicates.count == 1:
      guard let position = Int(digits), position > 0 else { return nil }
      self.init(target: .element(name), position: position)
    case (.attribute, .name(let name), nil): self.init(target: .attribute(name), position: nil)
    case (.child, .text, nil): self.init(target: .text, position: nil)
    default: return nil
    }
  }
}
