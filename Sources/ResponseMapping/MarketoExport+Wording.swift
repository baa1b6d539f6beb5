internal import Diagnostics

extension MarketoExport.Obstacle {
  /// What keeps the mapping out, in one sentence without a period.
  public var message: String {
    switch self {
    case .jsonPath: "the pane has no JSONPath, and this one has no spelling in Marketo's notation"
    case .xPath: "the pane has no XPath, and this one has no spelling in Marketo's notation"
    case .quotedKey(let key):
      "the pane has no keys in quotes, and `\(key.printable)` needs them: a key there holds letters, "
        + "digits, `-`, `_`, `:` and spaces"
    case .nonASCIIKey(let key):
      "only ASCII letters are sure to work in a key of the pane, and `\(key.printable)` has others"
    case .attribute(let name): "the pane has no attributes: `@\(name.printable)`"
    case .topLevelArray: "a path of the pane cannot begin with an index"
    case .wholeResponse: "a path of the pane names a part of the response, not the whole of it"
    case .literal: "the pane has no values of its own: every row takes one from the response"
    case .template: "the pane has no templates"
    case .fallback: "the pane has no `??`"
    case .transform(let name): "the pane has no transforms: `\(name.printable)`"
    }
  }

  /// The obstacle's name in machine-readable output.
  public var name: String {
    switch self {
    case .jsonPath: "jsonPath"
    case .xPath: "xPath"
    case .quotedKey: "quotedKey"
    case .nonASCIIKey: "nonASCIIKey"
    case .attribute: "attribute"
    case .topLevelArray: "topLevelArray"
    case .wholeResponse: "wholeResponse"
    case .literal: "literal"
    case .template: "template"
    case .fallback: "fallback"
    case .transform: "transform"
    }
  }
}

extension MarketoExport.Loss {
  /// What gets lost, in one sentence without a period.
  public var message: String {
    switch self {
    case .required: "`required` is lost: without a value Marketo still writes the other fields"
    case .policy(let situation, let action):
      "`on \(situation) \(action)` is lost: what Marketo does then is its own"
    case .whenBlank: "`when blank` is lost: Marketo writes the field in any case"
    case .prefix(let prefix):
      "Marketo compares the prefix `\(prefix.printable)` as it is written, not its namespace"
    case .textIntoNumber(let type):
      "Marketo does not write a text into a field of type \(type.rawValue): the service has to send a "
        + "number"
    }
  }

  /// The loss's name in machine-readable output.
  public var name: String {
    switch self {
    case .required: "required"
    case .policy: "policy"
    case .whenBlank: "whenBlank"
    case .prefix: "prefix"
    case .textIntoNumber: "textIntoNumber"
    }
  }
}

extension MarketoExport.FileLoss {
  /// What gets lost, in one sentence without a period.
  public var message: String {
    switch self {
    case .condition(let text):
      "`\(text.visible)` is lost: Marketo writes from every answer with a 2xx status"
    case .statusRule(let text, isSuccess: true):
      "`\(text.visible)` is lost: Marketo writes from every answer with a 2xx status"
    case .statusRule(let text, isSuccess: false):
      "`\(text.visible)` is lost: Marketo writes nothing then, and says no more of it"
    case .conversions:
      "Marketo converts values and measures lengths by rules of its own, which it does not document; "
        + "what does not fit, it drops in silence"
    }
  }

  /// The loss's name in machine-readable output.
  public var name: String {
    switch self {
    case .condition: "condition"
    case .statusRule: "statusRule"
    case .conversions: "conversions"
    }
  }
}
