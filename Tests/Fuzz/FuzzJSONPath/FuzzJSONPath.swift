import Diagnostics
import JSONPath
import JSONText
import ResponseMapping

// Any bytes as a query, NUL, and a document: nothing traps, and the queries over the index of a body
// select what the evaluator for trees selects, which shares nothing but the parser with them. Limits
// are left out: the two do not count alike.

private let steps = 200_000
private let limits = Limits(bodyBytes: 1 << 20, depth: 64, querySteps: steps)
private let options = JSONReader.Options(keepsLoneSurrogates: true)

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzJSONPath(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let end = input.firstIndex(of: 0) else { return 0 }
  let text = Array(input[..<end])
  let body = Array(input[(end + 1)...])
  guard let path = String(validating: text, as: UTF8.self), let first = text.first,
    first == UInt8(ascii: "$"),
    let parsed = try? JSONPathQuery.parse(text, in: SourceRange(0, text.count))
  else { return 0 }
  guard let query = try? ResponseQuery(path, format: .json) else {
    fatalError("a query of RFC 9535 is refused")
  }
  compare(query, parsed, in: body)
  return 0
}

private func compare(_ query: ResponseQuery, _ parsed: JSONPathQuery, in body: [UInt8]) {
  let tree = tree(of: body)
  let nodes: [ResponseNode]
  do {
    nodes = try query.select(in: body, limits: limits)
  } catch {
    if case .malformedBody = error.kind, case .success = tree {
      fatalError("the walk refuses what the reader takes: \(error)")
    }
    return
  }
  switch tree {
  case .failure(let problem):
    if case .tooDeep = problem.reason { return }
    fatalError("the walk takes what the reader refuses: \(problem)")
  case .success(let document):
    var budget = EvaluationBudget(steps: steps)
    guard let expected = try? parsed.select(in: document, budget: &budget) else { return }
    checkSame(nodes, expected)
  }
}

private func tree(of body: [UInt8]) -> Result<JSONValue, JSONProblem> {
  let hasMark = body.starts(with: [0xEF, 0xBB, 0xBF])
  let text = hasMark ? Array(body.dropFirst(3)) : body
  do {
    return .success(try JSONReader.read(text, options: options))
  } catch {
    return .failure(error)
  }
}

private func checkSame(_ nodes: [ResponseNode], _ expected: [JSONNode]) {
  guard nodes.count == expected.count else {
    fatalError("\(nodes.count) nodes instead of \(expected.count)")
  }
  for (node, expected) in zip(nodes, expected) {
    let path = expected.path.text
    guard let found = node.path, found.utf8.elementsEqual(path.utf8) else {
      fatalError("\(node.path ?? "no path") instead of \(path)")
    }
    guard node.text.utf8.elementsEqual(expected.value.text.utf8) else {
      fatalError("\(path) is \(node.text) instead of \(expected.value.text)")
    }
  }
}
