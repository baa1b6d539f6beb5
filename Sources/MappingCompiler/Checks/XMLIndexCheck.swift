import Diagnostics
import MappingSyntax

extension Checker {
  /// In XML an index counts siblings of one name, so it stands behind a name: `[0].id` and
  /// `order[0][1]` lead nowhere.
  mutating func checkIndices(ofXML path: PathSyntax) {
    var isBehindKey = false
    for step in path.steps {
      if case .index = step, !isBehindKey { report(.indexWithoutName, at: step.range) }
      isBehindKey = if case .key = step { true } else { false }
    }
  }
}
