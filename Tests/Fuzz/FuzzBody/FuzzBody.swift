import JSONText
import ResponseMapping

// Any bytes as the body of a 200: nothing traps, a reused evaluator says what a fresh one says, and the
// walk takes exactly the documents that the tree reader takes, which shares nothing with it.

private let mapping = try? Mapping(
  compiling: """
    response json
    a       -> A
    b.c[1]  -> B : integer
    b.c[3]  -> C : float
    b.'x y' -> D : text
    e       -> E : datetime
    f       -> F : date
    g       -> G : boolean
    h       -> H : email
    b.i.j.k -> I : phone
    """, limits: Limits(bodyBytes: 1 << 20, depth: 64))

nonisolated(unsafe) private var evaluator = mapping?.makeEvaluator()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzBody(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let mapping else { fatalError("the mapping of this target has errors") }
  let body = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let response = Response(ResponseHead(status: 200), body: body)
  let outcome = mapping.evaluate(response)
  guard unsafe evaluator?.evaluate(response) == outcome else {
    fatalError("a reused evaluator disagrees with a fresh one")
  }
  checkWellFormedness(body, outcome)
  return 0
}

private func checkWellFormedness(_ body: [UInt8], _ outcome: Outcome) {
  let hasMark = body.starts(with: [0xEF, 0xBB, 0xBF])
  var problem: JSONProblem?
  do {
    _ = try JSONReader.read(hasMark ? Array(body.dropFirst(3)) : body)
  } catch {
    problem = error
  }
  // The tree cannot hold a lone surrogate, and the two limit nesting differently.
  if problem?.reason == .loneSurrogate { return }
  if case .tooDeep = problem?.reason { return }
  switch outcome {
  case .mapped:
    guard problem == nil else { fatalError("the walk takes what the reader refuses") }
  case .notMapped(let failure):
    guard case .malformedBody = failure.kind, problem == nil else { return }
    fatalError("the walk refuses what the reader takes")
  }
}
