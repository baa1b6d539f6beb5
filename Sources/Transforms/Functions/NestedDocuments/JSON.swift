internal import JSONPath
internal import JSONText
internal import MappingPlan

extension Transform {
  /// A path that selects one value at the most gives that value; any other path gives a list. A path that
  /// finds nothing gives nothing, as the path of a mapping does.
  static let json = Transform(
    "json", .nestedDocuments, "Reads a text as a JSON document and takes what a path selects in it",
    parameters: [Parameter("path", .jsonPath)],
    input: .text, output: .any,
    examples: [
      Example([.jsonPath("$.class")], .text(#"{"class": "A", "sure": 0.90}"#), .text("A")),
      Example([.jsonPath("$.sure")], .text(#"{"class": "A", "sure": 0.90}"#), .number("0.90")),
      Example(
        [.jsonPath("$.tags[*]")], .text(#"{"tags": ["a", null]}"#), .list([.text("a"), .null])),
      Example([.jsonPath("$.other")], .text("{}"), .missing),
      Example([.jsonPath("$..other")], .text("{}"), .missing),
      Example([.jsonPath("$")], .text("no JSON"), .mismatch(.notJSON)),
      Example([.jsonPath("$")], .object, .mismatch(.structure)),
      Example([.jsonPath("$")], nil, .missing),
    ],
    outputOfCall: { arguments throws(ArgumentProblem) in
      try arguments.jsonPath(0).isSingular ? .any : .list
    }
  ) { arguments throws(ArgumentProblem) in
    let query = try arguments.jsonPath(0)
    return .text { text throws(TransformMismatch) in try select(query, in: text) }
  }

  private static func select(
    _ query: JSONPathQuery, in text: String
  ) throws(TransformMismatch) -> Value? {
    let document = try document(text)
    var budget = EvaluationBudget(steps: ResultLimit.pathSteps)
    let nodes: [JSONNode]
    do {
      nodes = try query.select(in: document, budget: &budget)
    } catch {
      throw .tooCostly
    }
    if nodes.isEmpty { return nil }
    let selected = try Value(selected: nodes.map(\.value))
    return query.isSingular ? selected.asList.first : selected
  }

  private static func document(_ text: String) throws(TransformMismatch) -> JSONValue {
    do {
      return try JSONReader.read(
        Array(text.utf8),
        options: JSONReader.Options(
          nodeLimit: ResultLimit.jsonValues, keepsLoneSurrogates: true))
    } catch {
      switch error.reason {
      case .tooDeep, .tooManyNodes: throw .jsonTooLarge
      case .expectedValue, .expectedName, .expectedColon, .expectedCommaOrEnd, .invalidNumber,
        .invalidLiteral, .invalidEscape, .loneSurrogate, .controlCharacter, .invalidUTF8,
        .unexpectedEnd, .trailingText:
        throw .notJSON
      }
    }
  }
}
