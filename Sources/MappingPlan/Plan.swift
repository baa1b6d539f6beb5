package import LeadFields

/// What a mapping file compiles into: where values stand in a response and which lead field each
/// goes to.
///
/// A plan is data: it holds nothing that a machine derived for speed, since a plan may be hostile.
/// The runtime verifies it and lowers it to a form of its own.
///
/// ```
/// company.name      -> Company               states   0 (root)
/// company.size[0]   -> NumberOfEmployees              1 company        ← 0
///                                                     2 name           ← 1   binding 0
///                                                     3 size           ← 1
///                                                     4 [0]            ← 3   binding 1
/// ```
package struct Plan: Hashable, Sendable {
  /// The version of the plan's JSON form.
  package static let version = 1

  package let format: BodyFormat
  package let trie: PathTrie
  /// In the order of the mapping file.
  package let bindings: [Binding]

  package init(format: BodyFormat, trie: PathTrie, bindings: [Binding]) {
    self.format = format
    self.trie = trie
    self.bindings = bindings
  }
}

package enum BodyFormat: String, CaseIterable, Hashable, Sendable {
  case json, xml
}

/// One mapping: the place of a value and the field it is written to.
package struct Binding: Hashable, Sendable {
  package let state: StateID
  /// The SOAP API name of the field, as a webhook's response mapping needs it.
  package let field: String
  package let type: FieldType
  package let lengthLimit: LengthLimit?

  package init(state: StateID, field: String, type: FieldType, lengthLimit: LengthLimit?) {
    self.state = state
    self.field = field
    self.type = type
    self.lengthLimit = lengthLimit
  }
}
