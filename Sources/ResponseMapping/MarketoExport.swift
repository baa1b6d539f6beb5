public import Diagnostics
public import LeadFields

/// What Marketo's own Response Mappings pane can say of a mapping: the rows to enter there, what gets
/// lost, and what keeps the other mappings out.
///
/// ```swift
/// for row in mapping.export().rows { print(row.attribute, row.field) }  // company.name Company
/// ```
public struct MarketoExport: Hashable, Sendable {
  /// A row of the pane.
  public struct Row: Hashable, Sendable {
    /// The response attribute: the path as Marketo writes it.
    public let attribute: String
    /// The SOAP API name of the field.
    public let field: String
    /// What the mapping says that the row does not.
    public let losses: [Loss]
    /// Where the mapping stands in the source; nil for that of a plan.
    public let range: SourceRange?
  }

  /// A mapping that is no row.
  public struct Omission: Hashable, Sendable {
    public let field: String
    /// The source as a mapping file writes it.
    public let source: String
    /// Everything that keeps it out; at least one.
    public let obstacles: [Obstacle]
    public let range: SourceRange?
  }

  /// What keeps a mapping out of the pane.
  public enum Obstacle: Hashable, Sendable {
    /// A query that has no spelling in Marketo's notation.
    case jsonPath, xPath
    /// A key that needs quotes.
    case quotedKey(String)
    /// A key with a letter that is not of ASCII.
    case nonASCIIKey(String)
    case attribute(String)
    /// The path begins with a position, or is the whole response.
    case topLevelArray, wholeResponse
    case literal, template, fallback
    case transform(String)
  }

  /// What a row does not say, though it can be entered.
  public enum Loss: Hashable, Sendable {
    case required
    /// `on null clear`, by its two words.
    case policy(situation: String, action: String)
    case whenBlank
    /// An XPath names an element by its namespace, Marketo by its prefix as it is written.
    case prefix(String)
    /// Adobe documents that a text is not written into a field of this type, which respmap does.
    case textIntoNumber(FieldType)
  }

  /// What the file says of a response as a whole, which no row can say.
  public enum FileLoss: Hashable, Sendable {
    /// `reject when $.error`.
    case condition(String)
    /// `on 404 skip`; whether it is about an answer with a 2xx status.
    case statusRule(String, isSuccess: Bool)
    /// Values are converted, measured and reported by Marketo's own rules, which are not documented.
    case conversions
  }

  /// In the order of the mapping file.
  public let rows: [Row]
  /// In the order of the mapping file.
  public let omissions: [Omission]
  public let losses: [FileLoss]
}
