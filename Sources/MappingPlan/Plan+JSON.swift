package import JSONText
import LeadFields

extension Plan {
  /// The plan as canonical JSON: equal plans have the same text.
  ///
  /// A state is `[parent, step]`, where the step is a member's name or an element's position;
  /// state *n* stands at index *n* - 1, since state 0 is the root.
  package var json: JSONValue {
    JSONValue.object([
      JSONMember("version", .integer(Plan.version)),
      JSONMember("format", .string(format.rawValue)),
      JSONMember("states", .array(trie.states.map(\.json))),
      JSONMember("bindings", .array(bindings.map(\.json))),
    ]).canonical
  }
}

extension PathTrie.State {
  fileprivate var json: JSONValue {
    switch step {
    case .key(let name): .array([.integer(parent.number), .string(name)])
    case .index(let index): .array([.integer(parent.number), .integer(index)])
    }
  }
}

extension Binding {
  fileprivate var json: JSONValue {
    var members = [
      JSONMember("state", .integer(state.number)),
      JSONMember("field", .string(field)),
      JSONMember("type", .string(type.rawValue)),
    ]
    if let lengthLimit {
      let limit = [JSONMember(lengthLimit.unit.rawValue, .integer(lengthLimit.count))]
      members.append(JSONMember("longest", .object(limit)))
    }
    return .object(members)
  }
}
