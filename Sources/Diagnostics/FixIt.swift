/// A change of the source that mends what a diagnostic speaks of.
public struct FixIt: Hashable, Sendable {
  /// A range of the source and the text that takes its place.
  public struct Edit: Hashable, Sendable {
    public let range: SourceRange
    public let text: String

    package init(_ range: SourceRange, _ text: String) {
      self.range = range
      self.text = text
    }
  }

  /// What the change does, in the imperative: "write `->`".
  public let title: String
  /// Whether the change is what the author meant beyond doubt; otherwise a person looks at it first.
  public let isSafe: Bool
  /// In the order of the source, apart from each other.
  public let edits: [Edit]

  package init(_ title: String, isSafe: Bool, _ edits: [Edit]) {
    self.title = title
    self.isSafe = isSafe
    self.edits = edits
  }
}
