/// What is said about one mistake in a mapping file or a capture.
public struct Diagnostic: Hashable, Sendable {
  /// A further place that the message speaks of.
  public struct Related: Hashable, Sendable {
    public let range: SourceRange
    public let message: String
  }

  public let code: DiagnosticCode
  /// What is wrong, in one sentence, without a trailing period. Never holds a payload value.
  public let message: String
  /// The place to look at first: UTF-8 byte offsets into the source.
  public let range: SourceRange
  public let related: [Related]
  /// Facts that explain the rule behind the message.
  public let notes: [String]
  /// What to do next, in the imperative.
  public let help: String?
  /// Changes of the source that mend what is wrong, the likeliest first.
  public let fixes: [FixIt]

  public var severity: DiagnosticCode.Severity { code.severity }

  package init(
    _ code: DiagnosticCode, _ message: String, at range: SourceRange, related: [Related] = [],
    notes: [String] = [], help: String? = nil, fixes: [FixIt] = []
  ) {
    self.code = code
    self.message = message
    self.range = range
    self.related = related
    self.notes = notes
    self.help = help
    self.fixes = fixes
  }
}

extension Diagnostic.Related {
  package init(_ message: String, at range: SourceRange) {
    self.init(range: range, message: message)
  }
}
