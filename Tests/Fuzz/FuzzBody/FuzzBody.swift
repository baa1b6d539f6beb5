import ResponseMapping

// Any bytes as the body of a 200: nothing traps, and a reused evaluator says what a fresh one says.

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
  return 0
}
