import Diagnostics
import MappingSyntax

extension Checker {
  /// `orders.0.id` reads a member called `0`; the first element was probably meant.
  mutating func checkPositionAsKey(of path: PathSyntax) {
    for case .key(let dot?, let token, let name?) in path.steps
    where token.kind == .key && name.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      report(.positionAsKey(name), at: dot.range.union(token.range))
    }
  }
}
