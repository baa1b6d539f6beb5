import Diagnostics
import LeadFields
import MappingPlan
import MappingSyntax
import Transforms

/// A checked file as text: names are resolved, paths parsed, and what a value may be is known.
///
/// ```
/// format json
/// status 404 skip
/// accept when $.status == "ok"
/// mapping
///   path company.phone: any
///   ?? query $..phone: list
///   |> first
///   field Phone: phone, 255 scalars
///   on missing fail
/// ```
struct CheckedDump {
  private var lines: [String] = []

  /// - Complexity: O(*n*) in the size of the file.
  static func text(of file: CheckedFile) -> String {
    var dump = CheckedDump()
    dump.add(file)
    return dump.lines.map { $0.visible + "\n" }.joined()
  }

  private mutating func add(_ file: CheckedFile) {
    lines.append("format \(file.format?.rawValue ?? "(none)")")
    for namespace in file.namespaces {
      lines.append("namespace \(namespace.prefix) = \(Literal.text(namespace.uri).text)")
    }
    for rule in file.statusRules {
      lines.append("status \(rule.pattern.text) \(rule.action.rawValue)")
    }
    for rule in file.guards {
      let reason = rule.reason.map { " because \(Literal.text($0).text)" } ?? ""
      lines.append("\(rule.kind.rawValue) when \(rule.condition)\(reason)")
    }
    for mapping in file.mappings { add(mapping) }
  }

  private mutating func add(_ mapping: CheckedMapping) {
    lines.append("mapping")
    lines.append("  " + mapping.source.first.dump)
    for stage in mapping.source.stages {
      switch stage {
      case .fallback(let operand): lines.append("  ?? \(operand.dump)")
      case .transform(let call): lines.append("  |> \(call.text)")
      }
    }
    lines.append("  value \(mapping.source.kinds.names)")
    lines.append("  field \(mapping.target.dump)")
    for situation in Policies.Situation.allCases where mapping.policies[situation] != .skip {
      lines.append("  on \(situation.rawValue) \(mapping.policies[situation].rawValue)")
    }
    if mapping.onlyWhenBlank { lines.append("  when blank") }
  }
}

extension CheckedTarget {
  fileprivate var dump: String {
    let limit = lengthLimit.map { ", \($0.count) \($0.unit.rawValue)" } ?? ""
    return "\(Literal.text(field).text): \(type.rawValue)\(limit)"
  }
}

extension CheckedOperand {
  fileprivate var dump: String { "\(content.dump): \(kinds.names)" }
}

extension CheckedOperand.Content {
  fileprivate var dump: String {
    switch self {
    case .path(let path): path.dump
    case .literal(let literal): "literal \(literal.text)"
    case .template(let parts): "template " + parts.map(\.dump).joined(separator: " + ")
    }
  }
}

extension CheckedPart {
  fileprivate var dump: String {
    switch self {
    case .text(let text): Literal.text(text).text
    case .path(let path): path.dump
    }
  }
}

extension CheckedPath {
  fileprivate var dump: String {
    switch self {
    case .query(let text): "query \(text)"
    case .steps(let steps):
      "path "
        + steps.enumerated().map { index, step in
          let dot = index == 0 ? "" : "."
          return switch step {
          case .key(let name): dot + MarketoNotation.spelling(ofKey: name)
          case .index(let position): "[\(position)]"
          case .attribute(let name): "\(dot)@\(name)"
          }
        }.joined()
    }
  }
}

extension Kinds {
  /// `any`, or the names of the kinds.
  fileprivate var names: String {
    if self == .any { return "any" }
    let all: [(Kinds, String)] = [
      (.null, "null"), (.boolean, "boolean"), (.number, "number"), (.text, "text"),
      (.date, "date"), (.dateTime, "datetime"), (.list, "list"), (.structure, "structure"),
    ]
    let names = all.filter { contains($0.0) }.map(\.1)
    return names.isEmpty ? "nothing" : names.joined(separator: " | ")
  }
}
