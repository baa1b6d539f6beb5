/// How large a response may be before it is refused.
///
/// Every limit is the largest number that is still taken. With those for XML a body costs no more time and
/// memory than its length allows for, whatever it is made of.
public struct Limits: Hashable, Sendable {
  /// Which limit a body exceeds; also its name in machine-readable output.
  public enum Name: String, CaseIterable, Hashable, Sendable {
    case bodyBytes, depth, nodes, querySteps
    case xmlDepth, xmlAttributes, xmlTokenBytes, xmlFieldTextBytes, xmlTextBytes, xmlNodes
  }

  /// The longest body, in bytes.
  public var bodyBytes: Int
  /// The deepest nesting of JSON's objects and arrays; more than 2²⁴ counts as that.
  public var depth: Int
  /// The values in those parts of a JSON body that JSONPath searches, which are indexed for the time of the
  /// evaluation: 32 bytes each.
  public var nodes: Int
  /// What one query or condition may cost: a step is a node that is visited or compared, and of XML up to
  /// 64 bytes of text that are read.
  public var querySteps: Int
  /// The deepest nesting of XML's elements.
  public var xmlDepth: Int
  /// The attributes and namespace declarations of one element.
  public var xmlAttributes: Int
  /// The longest tag, comment or processing instruction, in bytes of UTF-8.
  public var xmlTokenBytes: Int
  /// The text of one element that a mapping reads, in bytes of UTF-8.
  public var xmlFieldTextBytes: Int
  /// All text of a document, in bytes of UTF-8.
  public var xmlTextBytes: Int

  /// The nodes of an XML body that is searched by XPath, attributes and namespaces among them; such a body
  /// is kept as a tree for the time of its evaluation.
  public var xmlNodes: Int

  public init(
    bodyBytes: Int = 256 << 20, depth: Int = 512, nodes: Int = 1_000_000,
    querySteps: Int = 2_000_000, xmlDepth: Int = 256, xmlAttributes: Int = 256,
    xmlTokenBytes: Int = 64 << 10, xmlFieldTextBytes: Int = 1 << 20,
    xmlTextBytes: Int = 64 << 20, xmlNodes: Int = 100_000
  ) {
    self.bodyBytes = bodyBytes
    self.depth = depth
    self.nodes = nodes
    self.querySteps = querySteps
    self.xmlDepth = xmlDepth
    self.xmlAttributes = xmlAttributes
    self.xmlTokenBytes = xmlTokenBytes
    self.xmlFieldTextBytes = xmlFieldTextBytes
    self.xmlTextBytes = xmlTextBytes
    self.xmlNodes = xmlNodes
  }
}

extension Limits {
  /// Looks at a body's length, before anything else is done with it.
  func check(_ bodyLength: Int) throws(BodyProblem) {
    if bodyLength > bodyBytes { throw .limit(.bodyBytes, value: bodyBytes) }
  }
}
