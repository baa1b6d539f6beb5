package import LeadFields

/// What a mapping file compiles into: which responses count as success, where values stand in them,
/// and which lead field each value goes to.
///
/// A plan is data: it holds nothing that a machine derived for speed, since a plan may be hostile.
/// The runtime verifies it and lowers it to a form of its own.
///
/// ```
/// accept when $.status == "ok"                        guards    accept  $.status == "ok"
/// company.name                  -> Company            states    0 (root)
/// company.size[0] ?? $..staff   -> NumberOfEmployees            1 company        ← 0
///                                                               2 name           ← 1
///                                                               3 size           ← 1
///                                                               4 [0]            ← 3
///                                                     queries   0 $..staff
///                                                     bindings  state 2 → Company
///                                                               state 4, else query 0 → Number…
/// ```
package struct Plan: Hashable, Sendable {
  /// The version of the plan's JSON form.
  package static let version = 1

  package let format: BodyFormat
  /// What the prefixes in XPath stand for; in the order of their names, each once.
  package let namespaces: [Namespace]
  package let statusRules: [StatusRule]
  /// In the order in which they decide: by kind, and within a kind in that of the mapping file.
  package let guards: [Guard]
  package let trie: PathTrie
  /// JSONPaths or XPaths in their canonical form, each once.
  package let queries: [String]
  /// In the order of the mapping file.
  package let bindings: [Binding]

  package init(
    format: BodyFormat, namespaces: [Namespace] = [], statusRules: [StatusRule] = [],
    guards: [Guard] = [], trie: PathTrie, queries: [String] = [], bindings: [Binding]
  ) {
    self.format = format
    self.namespaces = namespaces
    self.statusRules = statusRules
    self.guards = guards
    self.trie = trie
    self.queries = queries
    self.bindings = bindings
  }
}

package enum BodyFormat: String, CaseIterable, Hashable, Sendable {
  case json, xml
}

/// A prefix and the namespace name it stands for in XPath.
package struct Namespace: Hashable, Sendable {
  package let prefix: String
  package let uri: String

  package init(prefix: String, uri: String) {
    self.prefix = prefix
    self.uri = uri
  }
}

/// What a status means, beyond what every status means.
package struct StatusRule: Hashable, Sendable {
  package enum Pattern: Hashable, Sendable {
    /// 100...999.
    case exact(Int)
    /// 1...9: `4` is `4xx`.
    case hundreds(Int)
  }

  package enum Action: String, CaseIterable, Hashable, Sendable {
    case skip, retry, pending, alert, fail
  }

  package let pattern: Pattern
  package let action: Action

  package init(_ pattern: Pattern, _ action: Action) {
    self.pattern = pattern
    self.action = action
  }
}

/// A condition over the body that decides whether a 2xx response is a success.
package struct Guard: Hashable, Sendable {
  package enum Kind: String, CaseIterable, Hashable, Sendable {
    case accept, reject, pending

    /// A guard of an earlier kind decides before those of a later one, whatever their order in the file.
    package static let inOrderOfDecision: [Kind] = [.pending, .reject, .accept]
  }

  package let kind: Kind
  /// A logical expression of JSONPath, or an XPath expression, in its canonical form.
  package let condition: String
  package let reason: String?

  package init(_ kind: Kind, when condition: String, because reason: String? = nil) {
    self.kind = kind
    self.condition = condition
    self.reason = reason
  }
}

/// One mapping: where its value comes from and the field it is written to.
package struct Binding: Hashable, Sendable {
  package let source: Expression
  /// The SOAP API name of the field, as a webhook's response mapping needs it.
  package let field: String
  package let type: FieldType
  package let lengthLimit: LengthLimit?
  package let policies: Policies
  /// Whether the value is to be written only if the field is empty now, which the caller knows.
  package let onlyWhenBlank: Bool

  package init(
    source: Expression, field: String, type: FieldType, lengthLimit: LengthLimit?,
    policies: Policies = Policies(), onlyWhenBlank: Bool = false
  ) {
    self.source = source
    self.field = field
    self.type = type
    self.lengthLimit = lengthLimit
    self.policies = policies
    self.onlyWhenBlank = onlyWhenBlank
  }
}

/// What happens to a mapping that has no value that fits, for each situation it can be in.
package struct Policies: Hashable, Sendable {
  package enum Situation: String, CaseIterable, Hashable, Sendable {
    case missing, null, empty, mismatch, overlong

    /// What a mapping file may say of the situation.
    package var actions: [Action] {
      switch self {
      case .missing, .mismatch: [.skip, .fail]
      case .null, .empty: [.skip, .clear, .fail]
      case .overlong: [.skip, .truncate, .fail]
      }
    }
  }

  package enum Action: String, CaseIterable, Hashable, Sendable {
    case skip, clear, truncate, fail
  }

  private var actions: [Action]

  package init() { actions = Array(repeating: .skip, count: Situation.allCases.count) }

  /// - Precondition: the action is one of the situation's; any other is not taken.
  package subscript(situation: Situation) -> Action {
    get { actions[situation.index] }
    set { if situation.actions.contains(newValue) { actions[situation.index] = newValue } }
  }
}

extension Policies.Situation {
  fileprivate var index: Int {
    switch self {
    case .missing: 0
    case .null: 1
    case .empty: 2
    case .mismatch: 3
    case .overlong: 4
    }
  }
}
