package import MappingPlan

extension PathTrie {
  /// Where the path to a state that was not met leaves what was: the deepest state on it that was
  /// met, or the root, and the state behind that, which is the first that was not.
  func stop(
    onPathTo state: StateID, where isMet: (StateID) -> Bool
  ) -> (matched: StateID, wanted: StateID) {
    var wanted = state
    var matched = parent(of: state)
    while matched != .root, !isMet(matched) {
      wanted = matched
      matched = parent(of: matched)
    }
    return (matched, wanted)
  }
}

/// Where a path that found nothing stopped.
package struct MissingPlace: Hashable, Sendable {
  /// The deepest state on the path that a value was met for.
  package let matched: StateID
  /// What stands there.
  package let found: Found
  /// The name there that is nearest to the wanted one, if one is near.
  package let nearest: String?

  package enum Found: Hashable, Sendable {
    case object, array, scalar
    /// An XML element with element children.
    case element
    /// An XML document, whose root element has that name; nil if it is too long to be told.
    case document(root: String?)
    /// An XML element without element children.
    case text
    /// That many XML elements of the name, which are too few for the position.
    case siblings(Int)
    case null
  }
}

/// An element that an XPath would have found if it were in no namespace.
package struct NamespacedElement: Hashable, Sendable {
  /// As it stands in the response, without a prefix, and in the XPath.
  package let name: String
  package let uri: String
}
