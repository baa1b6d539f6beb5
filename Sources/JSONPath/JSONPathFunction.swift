/// The functions of RFC 9535 §2.4.4 to §2.4.8 and their types (§2.4.1).
package enum JSONPathFunction: String, CaseIterable, Hashable, Sendable {
  case length, count, match, search, value

  enum ParameterKind: Hashable, Sendable {
    /// A JSON value, or nothing.
    case value
    /// A nodelist.
    case nodes
  }

  var parameters: [ParameterKind] {
    switch self {
    case .length: [.value]
    case .count, .value: [.nodes]
    case .match, .search: [.value, .value]
    }
  }

  /// Whether the result is true or false, which can be tested, not compared; the other functions
  /// result in a value, which can be compared, not tested.
  package var isLogical: Bool {
    switch self {
    case .match, .search: true
    case .length, .count, .value: false
    }
  }
}
