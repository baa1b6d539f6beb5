import JSONPath
import JSONText
import Testing

/// The document as JSON; quotes may be written singly where no text holds one.
func document(_ text: String) throws -> JSONValue {
  try JSONReader.read(
    Array(text.utf8), options: JSONReader.Options(depthLimit: 512, keepsLoneSurrogates: true))
}

/// The paths of the nodes that the query selects.
func paths(_ query: String, in text: String) throws -> [String] {
  var budget = EvaluationBudget()
  return try JSONPathQuery.parse(query).select(in: document(text), budget: &budget).map(\.path.text)
}

/// The values that the query selects, each as JSON.
func values(_ query: String, in text: String) throws -> [String] {
  var budget = EvaluationBudget()
  return try JSONPathQuery.parse(query).select(in: document(text), budget: &budget)
    .map(\.value.text)
}

/// A query, a document, and what is selected.
struct Selection: Sendable, CustomTestStringConvertible {
  let query: String
  let paths: [String]

  init(_ query: String, _ paths: String...) {
    self.query = query
    self.paths = paths
  }

  var testDescription: String { query }
}
