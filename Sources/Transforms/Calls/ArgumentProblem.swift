package import IRegexp
package import JSONPath

/// Why the arguments of a transform are none of its.
package struct ArgumentProblem: Error, Hashable, Sendable {
  package enum Kind: Hashable, Sendable {
    case tooFew(wanted: Int)
    case tooMany(wanted: Int)
    case wrongKind(wanted: Transform.Parameter.Kind)
    /// An empty text where one is searched for: it would be found everywhere.
    case emptyText
    /// A number outside the range that is calculated with.
    case numberOutOfRange
    /// A whole number of 2³¹ or more.
    case countOutOfRange
    case zeroDivisor
    /// Null where values are compared with it: the transform is never asked about null.
    case nullNeverCompared
    case invalidRegexp(IRegexpProblem)
    case invalidPattern(TimePatternProblem)
    case invalidPath(JSONPathProblem)
    /// A key, or `else`, that an entry before has.
    case repeatedKey
  }

  package let kind: Kind
  /// The argument that is wrong, from 0; nil where one is missing.
  package let argument: Int?

  package init(_ kind: Kind, argument: Int? = nil) {
    self.kind = kind
    self.argument = argument
  }
}
