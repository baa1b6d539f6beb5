package import JSONText
internal import LeadFields

// The plan as canonical JSON: equal plans have the same text.
//
//     {"bindings": [{"field": "Phone", "longest": {"scalars": 255},
//                    "source": {"state": 2}, "stages": [{"fallback": {"query": 0}}], "type": "phone"}],
//      "format": "json",
//      "hash": "sha256:…",                 of all the rest
//      "queries": ["$..phone"],
//      "states": [[0, "company"], [1, "phone"]],
//      "version": 1}
//
// A state is `[parent, step]`, where the step is a name, a position or `{"attribute": name}`; state *n*
// stands at index *n* - 1, since state 0 is the root. Lists that are empty are left out.

extension Plan {
  package var json: JSONValue {
    .object((content + [JSONMember("hash", .string(hash))]).sorted { $0.name < $1.name })
  }

  /// The hash of everything that the plan says. It does not depend on the mapping file's comments and
  /// layout, of which the plan knows nothing.
  package var hash: String { Plan.hash(of: content) }

  package static func hash(of content: [JSONMember]) -> String {
    let text = JSONValue.object(content).canonical.text
    return "sha256:" + SHA256.hexDigest(of: Array(text.utf8))
  }

  private var content: [JSONMember] {
    let lists: [(String, [JSONValue])] = [
      ("namespaces", namespaces.map(\.json)),
      ("statuses", statusRules.map(\.json)),
      ("guards", guards.map(\.json)),
      ("states", trie.states.map(\.json)),
      ("queries", queries.map { .string($0) }),
      ("bindings", bindings.map(\.json)),
    ]
    return [
      JSONMember("version", .integer(Plan.version)),
      JSONMember("format", .string(format.rawValue)),
    ] + lists.compactMap { $1.isEmpty ? nil : JSONMember($0, .array($1).canonical) }
  }
}

extension Namespace {
  fileprivate var json: JSONValue { .array([.string(prefix), .string(uri)]) }
}

extension StatusRule {
  fileprivate var json: JSONValue { .array([.string(pattern.text), .string(action.rawValue)]) }
}

extension StatusRule.Pattern {
  /// `404`, `4xx`.
  package var text: String {
    switch self {
    case .exact(let status): "\(status)"
    case .hundreds(let digit): "\(digit)xx"
    }
  }
}

extension Guard {
  fileprivate var json: JSONValue {
    .object(
      [
        JSONMember("guard", .string(kind.rawValue)), JSONMember("when", .string(condition)),
      ] + (reason.map { [JSONMember("because", .string($0))] } ?? []))
  }
}

extension PathTrie.State {
  fileprivate var json: JSONValue {
    let step: JSONValue =
      switch step {
      case .key(let name): .string(name)
      case .index(let index): .integer(index)
      case .attribute(let name): .object([JSONMember("attribute", .string(name))])
      }
    return .array([.integer(parent.number), step])
  }
}

extension Binding {
  fileprivate var json: JSONValue {
    var members = [
      JSONMember("source", source.first.json),
      JSONMember("field", .string(field)),
      JSONMember("type", .string(type.rawValue)),
    ]
    if !source.stages.isEmpty {
      members.append(JSONMember("stages", .array(source.stages.map(\.json))))
    }
    if let lengthLimit {
      let limit = [JSONMember(lengthLimit.unit.rawValue, .integer(lengthLimit.count))]
      members.append(JSONMember("longest", .object(limit)))
    }
    let rules = Policies.Situation.allCases.filter { policies[$0] != .skip }.map {
      JSONMember($0.rawValue, .string(policies[$0].rawValue))
    }
    if !rules.isEmpty { members.append(JSONMember("on", .object(rules))) }
    if onlyWhenBlank { members.append(JSONMember("when", .string("blank"))) }
    return .object(members)
  }
}

extension Expression.Stage {
  fileprivate var json: JSONValue {
    switch self {
    case .fallback(let operand): .object([JSONMember("fallback", operand.json)])
    case .transform(let call):
      .object(
        [JSONMember("transform", .string(call.name))]
          + (call.arguments.isEmpty
            ? [] : [JSONMember("arguments", .array(call.arguments.map(\.json)))]))
    }
  }
}

extension Operand {
  fileprivate var json: JSONValue {
    switch self {
    case .path(let path): path.json
    case .literal(let literal): .object([JSONMember("literal", literal.json)])
    case .template(let parts): .object([JSONMember("template", .array(parts.map(\.json)))])
    }
  }
}

extension Path {
  fileprivate var json: JSONValue {
    switch self {
    case .state(let state): .object([JSONMember("state", .integer(state.number))])
    case .query(let query): .object([JSONMember("query", .integer(query.number))])
    }
  }
}

extension TemplatePart {
  fileprivate var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .path(let path): path.json
    }
  }
}

extension Literal {
  fileprivate var json: JSONValue {
    switch self {
    case .text(let text): .string(text)
    case .number(let text): .number(text)
    case .boolean(let value): .boolean(value)
    case .null: .null
    }
  }
}

extension Argument {
  fileprivate var json: JSONValue {
    switch self {
    case .literal(let literal): literal.json
    case .entry(let key?, let value):
      .object([JSONMember("key", key.json), JSONMember("value", value.json)])
    case .entry(nil, let value): .object([JSONMember("else", value.json)])
    case .jsonPath(let path): .object([JSONMember("path", .string(path))])
    }
  }
}
