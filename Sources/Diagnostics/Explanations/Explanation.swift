/// What a code means and how to deal with it: words, and examples that can be run.
public struct Explanation: Hashable, Sendable {
  /// What it means, why it matters and what to do: a few sentences.
  public let text: String
  /// nil for a code that is retired: nothing gives it any more.
  public let examples: Examples?

  /// An input that gives the code, and the same with the mistake mended.
  public struct Examples: Hashable, Sendable {
    public let failing: Example
    public let corrected: Example
  }

  init(_ text: String, failing: Example, corrected: Example) {
    self.text = text
    examples = Examples(failing: failing, corrected: corrected)
  }

  /// Of a code that is retired.
  init(retired text: String) {
    self.text = text
    examples = nil
  }
}

extension Explanation {
  /// An input of respmap as data.
  public enum Example: Hashable, Sendable {
    /// A mapping file that is compiled, and a lead-field catalogue that may stand beside it.
    case mapping(String, catalogue: Catalogue?)
    /// A mapping file that is no text in UTF-8.
    case bytes([UInt8])
    /// A plan that is loaded.
    case plan(String)
    /// A mapping file without errors, and a response that it is run on.
    case response(Answer, mapping: String)
    /// A file of captured responses that is read.
    case capture(String)

    /// A file that a mapping file names with `fields "PATH"`.
    public struct Catalogue: Hashable, Sendable {
      public let path: String
      public let export: String
    }

    /// What a web service answers.
    public struct Answer: Hashable, Sendable {
      public let status: Int
      /// `Name: value`.
      public let headers: [String]
      public let body: [UInt8]
      /// Whether no answer came in time.
      public let isTimeout: Bool
      /// How deep a body may nest; nil for the default.
      public let depthLimit: Int?

      init(
        status: Int = 200, headers: [String] = [], _ body: [UInt8] = [], isTimeout: Bool = false,
        depthLimit: Int? = nil
      ) {
        self.status = status
        self.headers = headers
        self.body = body
        self.isTimeout = isTimeout
        self.depthLimit = depthLimit
      }
    }
  }
}

// Short spellings for the examples.

extension Explanation.Example {
  /// A mapping file for JSON: these statements after `response json`.
  static func json(_ statements: String) -> Self {
    .mapping("response json\n\(statements)\n", catalogue: nil)
  }

  /// A mapping file for XML.
  static func xml(_ statements: String) -> Self {
    .mapping("response xml\n\(statements)\n", catalogue: nil)
  }

  static func mapping(_ text: String) -> Self { .mapping(text, catalogue: nil) }

  /// A mapping file for JSON, and the catalogue `lead-fields.json` beside it, which it names.
  static func json(_ statements: String, catalogue export: String) -> Self {
    .mapping(
      "response json\nfields \"lead-fields.json\"\n\(statements)\n",
      catalogue: Catalogue(path: "lead-fields.json", export: export))
  }

  /// An answer in JSON to the statements of a mapping file.
  static func answer(_ body: String, to statements: String) -> Self {
    answer(Answer(Array(body.utf8)), to: statements)
  }

  static func answer(_ answer: Answer, to statements: String) -> Self {
    .response(answer, mapping: "response json\n\(statements)\n")
  }

  /// An answer in XML to the statements of a mapping file.
  static func answer(xml body: String, to statements: String) -> Self {
    .response(Answer(Array(body.utf8)), mapping: "response xml\n\(statements)\n")
  }
}
