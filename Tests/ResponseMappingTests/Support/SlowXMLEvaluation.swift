import ResponseMapping
import TestSupport

/// A path into an XML document, its steps spelled out.
struct SlowXMLPath {
  struct Step {
    let key: String
    let index: Int?
  }

  let steps: [Step]

  /// The first so many steps in Marketo's notation; the last of them without its index if that is
  /// wanted.
  func text(_ count: Int, withLastIndex: Bool = true) -> String {
    let parts = steps.prefix(count).enumerated().map { place, step in
      let isBare = step.key.unicodeScalars.allSatisfy { scalar in
        scalar == "-" || scalar == "_" || scalar == ":" || ("0"..."9").contains(scalar)
          || scalar.properties.isAlphabetic || scalar.properties.generalCategory == .nonspacingMark
      }
      let key = isBare ? step.key : "'\(step.key)'"
      guard let index = step.index, place < count - 1 || withLastIndex else { return key }
      return "\(key)[\(index)]"
    }
    return parts.joined(separator: ".")
  }

  var text: String { text(steps.count) }
}

/// A text that equals only one of the same scalars.
struct ExactText: Equatable, CustomStringConvertible {
  let scalars: [Unicode.Scalar]

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  init(_ scalars: [Unicode.Scalar]) { self.scalars = scalars }

  var string: String { String(String.UnicodeScalarView(scalars)) }

  var description: String { string.debugDescription }
}

/// What becomes of an element on its way into a field of type string, found the obvious way: read
/// the whole document, follow the path step by step.
struct SlowXMLEvaluation: Equatable {
  enum Situation: Equatable {
    case written(ExactText)
    /// The beginning of the path that led somewhere, and the name there that was perhaps meant.
    case missing(matched: ExactText?, nearest: ExactText?)
    case null, empty, mismatch, overlong
  }

  let situation: Situation
  let warnings: Set<DiagnosticCode>

  private init(_ situation: Situation, _ warnings: Set<DiagnosticCode>) {
    self.situation = situation
    self.warnings = warnings
  }

  init(_ path: SlowXMLPath, in root: SlowXMLElement) {
    var element: SlowXMLElement?
    var warnings: Set<DiagnosticCode> = []
    for (done, step) in path.steps.enumerated() {
      let children = element.map(\.childElements) ?? [root]
      let key = Array(step.key.unicodeScalars)
      let siblings = children.filter { $0.name.scalars == key }
      if step.index == nil, siblings.count > 1 { warnings.insert(.severalSiblings) }
      if siblings.isEmpty {
        let isNil = element?.isNil ?? false
        self.init(
          .missing(
            matched: done == 0 ? nil : ExactText(path.text(done)),
            nearest: isNil ? nil : SlowXMLEvaluation.nearest(to: step.key, among: children)),
          warnings)
        return
      }
      guard step.index ?? 0 < siblings.count else {
        let matched = path.text(done + 1, withLastIndex: false)
        self.init(.missing(matched: ExactText(matched), nearest: nil), warnings)
        return
      }
      element = siblings[step.index ?? 0]
    }
    self.init(value: element ?? root, warnings)
  }

  /// A name that differs in its prefix only, else the one that is spelled most alike.
  private static func nearest(to key: String, among elements: [SlowXMLElement]) -> ExactText? {
    let local = key.split(separator: ":", omittingEmptySubsequences: false).last ?? ""
    let sameLocal = elements.first { $0.name.local == Array(local.unicodeScalars) }
    if let sameLocal { return ExactText(sameLocal.name.scalars) }
    let names = elements.map { ExactText($0.name.scalars).string }
    return Suggestion.nearest(to: key, among: names).map { ExactText($0) }
  }

  private init(value element: SlowXMLElement, _ warnings: Set<DiagnosticCode>) {
    var warnings = warnings
    let text = element.text
    if element.isNil {
      self.init(.null, warnings)
    } else if !element.childElements.isEmpty {
      self.init(.mismatch, warnings)
    } else if text.allSatisfy({ " \t\r\n".unicodeScalars.contains($0) }) {
      self.init(.empty, warnings)
    } else if text.count > 255 {
      self.init(.overlong, warnings)
    } else {
      if text.contains("\n") || text.contains("\r") { warnings.insert(.lineBreak) }
      if text.contains(where: { $0.value > 0xFFFF }) { warnings.insert(.supplementaryCharacter) }
      if text == Array("null".unicodeScalars) { warnings.insert(.nullText) }
      self.init(.written(ExactText(text)), warnings)
    }
  }

  /// What the runtime says of one mapping, in the same words; nil if it says something else.
  init?(_ result: MappingResult, _ warnings: [OutcomeWarning]) {
    let codes = Set(warnings.filter { $0.field == result.field }.map(\.code))
    switch result.result {
    case .written(.string(let text)): self.init(.written(ExactText(text)), codes)
    case .missing(let matched, let nearest):
      self.init(
        .missing(matched: matched.map { ExactText($0) }, nearest: nearest.map { ExactText($0) }),
        codes)
    case .null: self.init(.null, codes)
    case .empty: self.init(.empty, codes)
    case .mismatch: self.init(.mismatch, codes)
    case .overlong: self.init(.overlong, codes)
    case .written, .truncated, .cleared, .withheld: return nil
    }
  }
}

extension SlowXMLElement {
  /// `xsi:nil="true"`, whatever prefix stands for the namespace.
  fileprivate var isNil: Bool {
    let instance = Array("http://www.w3.org/2001/XMLSchema-instance".unicodeScalars)
    return attributes.contains {
      $0.namespace == instance && ExactText($0.name.local) == ExactText("nil")
        && [ExactText("true"), ExactText("1")].contains(ExactText($0.value))
    }
  }
}
