import Diagnostics
import MappingSyntax

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
