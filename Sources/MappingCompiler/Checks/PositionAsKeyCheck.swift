import Diagnostics
import MappingSyntax

extension Checker {
  /// `orders.0.id` reads a member called `0`; the first element was probably meant. Attributes are a
  /// thing of XML.
  mutating func checkJSONSteps(of path: PathSyntax) {
    for step in path.steps {
      switch step {
      case .key(let dot?, let token, let name?)
      where token.kind == .key && name.utf8.allSatisfy({ (0x30...0x39).contains($0) }):
        report(.positionAsKey(name), at: dot.range.union(token.range))
      case .attribute(_, let token, let name?):
        report(.attributeInJSON(name), at: token.range)
      case .key, .index, .attribute, .unexpected: break
      }
    }
  }
}
