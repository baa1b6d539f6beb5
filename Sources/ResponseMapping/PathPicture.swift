internal import Diagnostics
internal import MappingPlan

/// Draws the paths of a plan:
///
/// ```
///   response
///   ├─ company
///   │  ├─ name → Company
///   │  └─ site.phone → Phone (choice 2)
///   └─ orders[0].id → LastOrder
///
///   $..staff → NumberOfEmployees
/// ```
///
/// Steps without a branch share a line.
struct PathPicture {
  private let plan: Plan
  /// The states that come next, by the number of a state.
  private var children: [[StateID]]
  /// The fields that the value at a state goes to.
  private var fields: [Path: [String]] = [:]

  /// Deeper branches are drawn at this depth: the picture of a hostile plan is not larger than its length
  /// allows for.
  private static let deepestBranch = 32

  init(of plan: Plan) {
    self.plan = plan
    children = Array(repeating: [], count: plan.trie.states.count + 1)
    for (index, state) in plan.trie.states.enumerated() {
      children[Int(state.parent.number)].append(StateID(UInt32(clamping: index + 1)))
    }
    for binding in plan.bindings {
      let operands = binding.source.operands
      for (index, operand) in operands.enumerated() {
        let choice = operands.count > 1 ? " (choice \(index + 1))" : ""
        for path in operand.paths {
          fields[path, default: []].append(binding.field.visible + choice)
        }
      }
    }
  }

  /// The tree and the queries below it; empty if the plan reads nothing.
  var text: String {
    let queries = plan.queries.enumerated().map { index, query in
      "  \(query.visible)\(arrow(.query(QueryID(index))))\n"
    }
    let tree = plan.trie.states.isEmpty ? "" : self.tree
    return tree + (tree.isEmpty || queries.isEmpty ? "" : "\n") + queries.joined()
  }

  private struct Branch {
    let state: StateID
    /// What stands before its line, and before those of its own branches.
    let indent: String
    let depth: Int
    let isLast: Bool
  }

  private var tree: String {
    var text = "  response\(arrow(.state(.root)))\n"
    var branches = self.branches(of: .root, indent: "  ", depth: 0)
    while let branch = branches.popLast() {
      let (steps, end) = line(from: branch.state)
      text += branch.indent + (branch.isLast ? "└─ " : "├─ ") + steps.marketoNotation.visible
      text += arrow(.state(end)) + "\n"
      let isDeepest = branch.depth >= PathPicture.deepestBranch
      branches += self.branches(
        of: end,
        indent: isDeepest ? branch.indent : branch.indent + (branch.isLast ? "   " : "│  "),
        depth: branch.depth + 1)
    }
    return text
  }

  /// The branches of a state, the first one last.
  private func branches(of state: StateID, indent: String, depth: Int) -> [Branch] {
    let next = children[Int(state.number)]
    return next.reversed().map {
      Branch(state: $0, indent: indent, depth: depth, isLast: $0 == next.last)
    }
  }

  /// The steps from a state on to where the path branches, ends, or has a value that is read.
  private func line(from state: StateID) -> (steps: [PathStep], end: StateID) {
    var steps: [PathStep] = []
    var end = state
    while let step = plan.trie.step(of: end) {
      steps.append(step)
      let next = children[Int(end.number)]
      guard next.count == 1, let only = next.first, fields[.state(end)] == nil else { break }
      end = only
    }
    return (steps, end)
  }

  private func arrow(_ path: Path) -> String {
    fields[path].map { " → " + $0.joined(separator: ", ") } ?? ""
  }
}
