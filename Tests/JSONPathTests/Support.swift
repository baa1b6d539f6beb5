import JSONPath
import JSONText
import MappingPlan
import MappingRuntime
import Testing

/// The document as JSON; quotes may be written singly where no text holds one.
func document(_ text: String) throws -> JSONValue {
  try JSONReader.read(
    Array(text.utf8), options: JSONReader.Options(depthLimit: 512, keepsLoneSurrogates: true))
}

/// A node as text.
struct SelectedNode: Hashable {
  let path: String
  let value: String
}

/// The nodes that the query selects, by the evaluator that goes through a tree step by step, and by the one
/// that goes over the index of a body: they select the same.
func nodes(_ query: String, in text: String) throws -> [SelectedNode] {
  var budget = EvaluationBudget()
  let nodes = try JSONPathQuery.parse(query).select(in: document(text), budget: &budget)
    .map { SelectedNode(path: $0.path.text, value: $0.value.text) }
  #expect(try nodesByIndex(query, in: text) == nodes, "\(query) in \(text)")
  return nodes
}

func nodesByIndex(
  _ query: String, in text: String, limits: Limits = Limits()
) throws -> [SelectedNode] {
  let query = try BodyQuery(query, format: .json, namespaces: [])
  let selection = try unsafe query.select(in: Array(text.utf8).span.bytes, limits: limits)
  return selection.nodes.compactMap { node in
    guard case .json(let value, let path) = node else { return nil }
    return SelectedNode(path: path.text, value: value.text)
  }
}

/// The paths of the nodes that the query selects.
func paths(_ query: String, in text: String) throws -> [String] {
  try nodes(query, in: text).map(\.path)
}

/// The values that the query selects, each as JSON.
func values(_ query: String, in text: String) throws -> [String] {
  try nodes(query, in: text).map(\.value)
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
