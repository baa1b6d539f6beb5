import Diagnostics
import MappingPlan
import MappingSyntax
import XPath

extension Checker {
  /// What a path over XML cannot lead to, whatever the response.
  ///
  /// An index counts siblings of one name, so it stands behind a name: `[0].id` and `order[0][1]` lead
  /// nowhere. A key names an element, so it must be a name of Namespaces in XML.
  mutating func checkXMLPath(_ path: PathSyntax) {
    var isFirst = true
    var isBehindKey = false
    for step in path.steps {
      if case .index = step, !isBehindKey {
        report(.indexWithoutName(isSecond: !isFirst), at: step.range)
      }
      isFirst = false
      if case .key(_, let token, let name?) = step, !name.canNameElement {
        report(.notAnElementName(name), at: token.range)
      }
      isBehindKey = if case .key = step { true } else { false }
    }
  }
}

extension Checker {
  /// XPath counts positions from 1.
  mutating func checkPositions(of expression: XPathExpression) {
    for range in expression.zeroPositions { report(.zeroPosition, at: range) }
  }

  /// What the paths of a file over XML say together.
  mutating func checkXMLPathsTogether() {
    checkThatRootIsNamed()
    if scope.profile == .marketo { checkThatChildrenAreOfOneKind() }
  }

  /// A single name is the root element's; it is not meant where all longer paths begin with another one.
  private mutating func checkThatRootIsNamed() {
    let roots = Set(xmlPaths.filter { $0.steps.count > 1 }.compactMap(\.steps.first))
    guard roots.count == 1, case .key(let root)? = roots.first else { return }
    for (steps, range) in xmlPaths where steps.count == 1 {
      guard case .key(let name)? = steps.first, steps.first != roots.first else { continue }
      report(.rootNotNamed(name: name, root: root), at: range)
    }
  }

  /// Looks at each element that paths enter, once: whether some of its children have an index and others
  /// have none.
  private mutating func checkThatChildrenAreOfOneKind() {
    var elements: [PathTrie.State: Int] = [:]
    var children: [Int: ChildKinds] = [:]
    for (steps, range) in xmlPaths {
      var element = 0
      for (index, step) in steps.enumerated() {
        let isRepeated = index + 1 < steps.count && steps[index + 1].isIndex
        if case .key(let name) = step, index > 0 {
          children[element, default: ChildKinds()].note(name, isRepeated: isRepeated)
          if let (repeated, single) = children[element]?.takeMixture() {
            let parent = steps[..<index].marketoText
            report(.mixedChildren(of: parent, repeated: repeated, single: single), at: range)
          }
        }
        let state = PathTrie.State(parent: StateID(UInt32(clamping: element)), step: step)
        element = elements[state] ?? elements.count + 1
        elements[state] = element
      }
    }
  }
}

/// The children of an element that paths name.
private struct ChildKinds {
  private var repeated: String?
  private var single: String?
  private var isReported = false

  mutating func note(_ name: String, isRepeated: Bool) {
    if isRepeated { repeated = repeated ?? name } else { single = single ?? name }
  }

  /// A child of each kind; once.
  mutating func takeMixture() -> (repeated: String, single: String)? {
    guard !isReported, let repeated, let single else { return nil }
    isReported = true
    return (repeated, single)
  }
}

extension PathStep {
  fileprivate var isIndex: Bool { if case .index = self { true } else { false } }
}

extension ArraySlice<PathStep> {
  fileprivate var marketoText: String {
    var text = ""
    for step in self {
      switch step {
      case .key(let name): text += (text.isEmpty ? "" : ".") + name
      case .index(let index): text += "[\(index)]"
      case .attribute(let name): text += ".@" + name
      }
    }
    return text
  }
}

extension String {
  /// Whether the ASCII letters of the text are in their places in a QName (Namespaces in XML §4); what
  /// is beyond ASCII is taken for letters.
  fileprivate var canNameElement: Bool {
    let parts = split(separator: ":", omittingEmptySubsequences: false)
    return parts.count <= 2
      && parts.allSatisfy { part in
        part.first.map { $0.isNameStart } ?? false && part.allSatisfy { $0.isNamePart }
      }
  }
}

extension Character {
  fileprivate var isNameStart: Bool { !isASCII || isLetter || self == "_" }
  fileprivate var isNamePart: Bool { isNameStart || isNumber || self == "-" || self == "." }
}
