import ResponseMapping

// Any bytes as the body of a 200 whose mapping is for XML: nothing traps, and a reused evaluator says
// what a fresh one says, slots included.

private let mapping = try? Mapping(
  compiling: """
    response xml
    a           -> A
    a.b         -> B
    a.b.c[1]    -> C : integer
    a.b.c[3].d  -> D : float
    a.p:e       -> E : text
    a.f         -> F : datetime
    a.g         -> G : boolean
    a[0].b[2].h -> H : email
    r.s.t       -> I : date
    r           -> J : phone
    """,
  limits: Limits(
    bodyBytes: 1 << 20, xmlDepth: 32, xmlAttributes: 16, xmlTokenBytes: 4096, xmlNames: 512,
    xmlFieldTextBytes: 1024, xmlTextBytes: 8192))

nonisolated(unsafe) private var evaluator = mapping?.makeEvaluator()

/// The first byte chooses what the content type says.
private let contentTypes = [
  "application/xml", "text/xml; charset=utf-8", "text/xml; charset=iso-8859-1",
  "application/xml; charset=utf-16", "text/html; charset=\"windows-1252\"", "image/svg+xml",
]

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXML(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let mapping else { fatalError("the mapping of this target has errors") }
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let contentType = contentTypes[Int(input.first ?? 0) % contentTypes.count]
  let head = ResponseHead(
    status: 200, headers: [ResponseHead.Header("Content-Type", contentType)])
  let response = Response(head, body: Array(input.dropFirst()))
  let outcome = mapping.evaluate(response)
  guard unsafe evaluator?.evaluate(response) == outcome else {
    fatalError("a reused evaluator disagrees with a fresh one")
  }
  return 0
}
