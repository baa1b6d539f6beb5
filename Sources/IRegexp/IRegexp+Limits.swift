extension IRegexp {
  /// The longest pattern, in bytes of its UTF-8.
  package static let lengthLimit = 1024
  /// How deep parentheses may nest.
  package static let depthLimit = 100
  /// How many states an automaton may have; counted repetition multiplies them.
  package static let stateLimit = 10_000
}
