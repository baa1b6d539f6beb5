internal import Diagnostics
internal import MappingPlan
internal import MappingRuntime
internal import Transforms

/// A plan as a graph in the language of Graphviz: from the response along the steps of paths, and through
/// queries, to the lead fields.
///
/// ```
/// digraph plan {
///   s0 [label="response json", shape=house];
///   s1 [label="company"];
///   s0 -> s1;
///   b0 [label="Company\nstring", shape=box];
///   s1 -> b0;
/// }
/// ```
struct PlanGraph {
  private var lines: [String] = []

  /// - Complexity: O(*n*) in the size of the plan.
  init(_ plan: Plan) {
    addHead(plan)
    for (index, state) in plan.trie.states.enumerated() {
      node("s\(index + 1)", [[state.step].marketoNotation])
      edge("s\(state.parent.number)", "s\(index + 1)")
    }
    for (index, query) in plan.queries.enumerated() {
      node("q\(index)", [query], "note")
      edge("s0", "q\(index)")
    }
    for (index, binding) in plan.bindings.enumerated() { add(binding, "b\(index)", plan) }
  }

  var text: String {
    "digraph plan {\n" + lines.map { "  \($0);\n" }.joined() + "}\n"
  }

  private mutating func addHead(_ plan: Plan) {
    lines += ["rankdir=LR", "node [shape=ellipse]"]
    node("s0", ["response \(plan.format.rawValue)"], "house")
    for (index, rule) in plan.statusRules.enumerated() {
      node("r\(index)", ["on \(rule.pattern.text) \(rule.action.rawValue)"], "octagon")
    }
    for (index, rule) in plan.guards.enumerated() {
      node("g\(index)", ["\(rule.kind.rawValue) when", rule.condition], "diamond")
      edge("s0", "g\(index)", "dashed")
    }
  }

  private mutating func add(_ binding: Binding, _ name: String, _ plan: Plan) {
    let policies = Policies.Situation.allCases.filter { binding.policies[$0] != .skip }.map {
      "on \($0.rawValue) \(binding.policies[$0].rawValue)"
    }
    let transforms = binding.source.stages.compactMap {
      if case .transform(let call) = $0 { "|> \(call.text)" } else { nil }
    }
    node(
      name,
      transforms + [binding.field, binding.type.rawValue] + policies
        + (binding.onlyWhenBlank ? ["when blank"] : []),
      "box")
    let operands = binding.source.operands
    for (index, operand) in operands.enumerated() {
      let label = index == 0 ? nil : "??"
      switch operand {
      case .path(let path): edge(path.nodeName, name, label: label)
      case .literal, .template:
        node("\(name)o\(index)", [plan.notation(operand)], "plaintext")
        for path in operand.paths { edge(path.nodeName, "\(name)o\(index)") }
        edge("\(name)o\(index)", name, label: label)
      }
    }
  }

  private mutating func node(_ name: String, _ label: [String], _ shape: String? = nil) {
    let text = label.map(\.inLabel).joined(separator: "\\n")
    lines.append("\(name) [label=\"\(text)\"\(shape.map { ", shape=\($0)" } ?? "")]")
  }

  private mutating func edge(
    _ start: String, _ end: String, _ style: String = "solid", label: String? = nil
  ) {
    let attributes =
      (style == "solid" ? [] : ["style=\(style)"]) + (label.map { ["label=\"\($0)\""] } ?? [])
    lines.append(
      "\(start) -> \(end)"
        + (attributes.isEmpty ? "" : " [\(attributes.joined(separator: ", "))]"))
  }
}

extension Path {
  fileprivate var nodeName: String {
    switch self {
    case .state(let state): "s\(state.number)"
    case .query(let query): "q\(query.number)"
    }
  }
}

extension String {
  /// The text as it stands in a label, where backslashes begin escapes and `&` an entity of HTML.
  fileprivate var inLabel: String {
    printable.unicodeScalars.reduce(into: "") { text, scalar in
      switch scalar {
      case "\"", "\\": text += "\\\(scalar)"
      case "&": text += "&amp;"
      default: text.unicodeScalars.append(scalar)
      }
    }
  }
}
