package import MappingPlan
import MappingSyntax
package import XPath

/// What Marketo's own Response Mappings pane can express.
package enum Portability {
  /// A path as Marketo writes it; nil if it has no spelling there.
  package static func spelling(of steps: [PathStep]) -> String? {
    var spelling = ""
    for step in steps {
      switch step {
      case .key(let name):
        guard obstacle(inKey: name) == nil else { return nil }
        spelling += (spelling.isEmpty ? "" : ".") + name
      case .index(let index):
        if spelling.isEmpty { return nil }
        spelling += "[\(index)]"
      case .attribute: return nil
      }
    }
    return spelling.isEmpty ? nil : spelling
  }

  /// A path of XPath as Marketo writes it: positions count from 0 there, from 1 here. An element without
  /// position stands for all of its name, and so for the first.
  package static func spelling(of steps: [XPathSimpleStep]) -> String? {
    var pathSteps: [PathStep] = []
    for step in steps {
      guard case .element(let name) = step.target else { return nil }
      // Prefixes are literal in Marketo's notation.
      pathSteps.append(.key(name.text))
      if let position = step.position { pathSteps.append(.index(UInt32(clamping: position - 1))) }
    }
    return spelling(of: pathSteps)
  }

  /// What keeps a key out of Marketo's notation, which has no quotes.
  static func obstacle(inKey name: String) -> PathProblem.Construct? {
    let scalars = name.unicodeScalars
    guard let first = scalars.first, let last = scalars.last, first != " ", last != " " else {
      return .quotedKey
    }
    if let odd = scalars.first(where: { !$0.isASCII }) { return .nonASCIIKey(String(odd)) }
    let isBare = scalars.allSatisfy {
      $0.properties.isAlphabetic || ("0"..."9").contains($0) || "-_: ".unicodeScalars.contains($0)
    }
    return isBare ? nil : .quotedKey
  }
}
