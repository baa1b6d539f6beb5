public import Diagnostics

extension CatalogueProblem {
  public var code: DiagnosticCode { .malformedCatalogue }

  /// What is wrong with the export, in one sentence without a period.
  public var message: String {
    switch reason {
    case .empty: "the lead-field catalogue is empty"
    case .tooLarge(let limit): "the lead-field catalogue is longer than the limit of \(limit) bytes"
    case .notJSON(let explanation): "the lead-field catalogue is not JSON: \(explanation)"
    case .notAPage: "this is no answer of Marketo's REST API: no object with a `result`"
    case .refused(nil): "this answer of Marketo's REST API says that the request failed"
    case .refused(let error?):
      "this answer of Marketo's REST API says that the request failed: "
        + "\(error.code.printable), \(error.message.printable)"
    case .missing(let member): "an entry of the lead-field catalogue lacks `\(member)`"
    case .unexpected(let member, let expected):
      "`\(member)` in the lead-field catalogue is not \(expected.rawValue)"
    case .noFields: "the lead-field catalogue lists no field"
    }
  }

  /// What to do about it, in the imperative.
  public var help: String {
    switch reason {
    case .empty, .notAPage, .noFields:
      "save the answer of `GET /rest/v1/leads/describe.json` as it comes"
    case .tooLarge: "export lead fields alone: 10,000 of them take about 4 MB"
    case .notJSON: "export it again, and save the answer as it comes"
    case .refused: "mend the request, a new access token say, and export again"
    case .missing, .unexpected:
      "export it again, or mend the entry: "
        + "`{\"displayName\": \"Company Name\", \"dataType\": \"string\", …}`"
    }
  }

  /// The problem as a diagnostic whose source is the export.
  public var diagnostic: Diagnostic {
    Diagnostic(code, message, at: SourceRange(at: byteOffset), help: help)
  }
}

extension CatalogueProblem: CustomStringConvertible {
  public var description: String { "\(message) (byte \(byteOffset))" }
}

extension CatalogueNote: CustomStringConvertible {
  /// What should be looked at, in one sentence without a period.
  public var message: String {
    switch self {
    case .unknownType(let field, let dataType):
      "`\(field.printable)` has the unknown type `\(dataType.printable)`: its values are taken as strings"
    case .contradiction(let field, let fact):
      "the catalogue lists `\(field.printable)` twice, and not with the same \(fact.rawValue): "
        + "the first entry holds"
    case .morePages:
      "the last page of the catalogue says that more follow: fields may be missing"
    case .unclosed(let byteOffset):
      "brackets are not closed at byte \(byteOffset) of the catalogue: it may be cut short"
    case .otherObject(let name):
      "the catalogue describes `\(name.printable)`, not leads"
    }
  }

  public var description: String { message }
}
