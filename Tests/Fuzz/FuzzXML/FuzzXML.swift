import CXMLRivals
import ResponseMapping

// Any bytes as the body of a 200 whose mapping is for XML: nothing traps, and a reused evaluator says
// what a fresh one says, slots included. What is well-formed is what libxml2 takes for well-formed.

private let limits = Limits(
  bodyBytes: 1 << 20, xmlDepth: 32, xmlAttributes: 16, xmlTokenBytes: 4096,
  xmlFieldTextBytes: 1024, xmlTextBytes: 8192)

/// Paths alone; XPath, guards, templates and transforms, for which a tree is built; and XPath that is
/// streamed.
private let mappings = [
  try? Mapping(
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
      """, limits: limits),
  try? Mapping(
    compiling: #"""
      response xml
      namespace p = "urn:p"
      accept  when not(/error) or /error/@code < 3
      pending when //state = "queued"
      reject  when count(//p:fault) > 2 because "vendor error"
      on empty clear

      //b[@id = "x" or position() = last()]/text()      -> A on overlong truncate
      (concat(//c[1], ", ", string(//@*)))              -> B : text
      (sum(//number) * 2 div 3)                         -> C : float
      (normalize-space(/a/b | /r))                      -> D : text
      /a/descendant::p:*[2]/following-sibling::*        -> E
      /*/*[namespace-uri() = "urn:p"]/ancestor::*[1]/@* -> F
      "{/a/b}-{a.c[0]}"                                 -> G required
      a.b.@id |> trim |> split(",") |> first            -> H
      (translate(substring-after(/a, "x"), "abc", "d")) -> I
      a.f |> datetime("yyyy-MM-dd HH:mm:ss") ?? a.g     -> J : datetime
      a.json |> json($..x) |> first                     -> K on mismatch fail
      //comment() ?? //processing-instruction()         -> L on overlong truncate
      """#, limits: limits),
  try? Mapping(
    compiling: #"""
      response xml
      namespace p = "urn:p"
      accept when not(/error) or /error/@code < 3

      /a/b[2]/@x | /a/b/text()          -> A : text
      /a/b |> join(", ")                -> B : text
      (count(/a/p:b) + sum(/r/number))  -> C : float
      (/a/b | /a/b[1] | /a/c)           -> D on overlong truncate
      (concat(name(/a/b), /a/@p:x))     -> E
      a.b[1].@x ?? /a/b[1]/c/text()     -> F
      """#, limits: limits),
]

/// An evaluator, which cannot be copied, where an array can hold it.
private final class Kept {
  var evaluator: Evaluator

  init(_ mapping: Mapping) { evaluator = mapping.makeEvaluator() }
}

nonisolated(unsafe) private let kept = mappings.map { $0.map(Kept.init) }

/// The first byte chooses what the content type says.
private let contentTypes = [
  "application/xml", "text/xml; charset=utf-8", "text/xml; charset=iso-8859-1",
  "application/xml; charset=utf-16", "text/html; charset=\"windows-1252\"", "image/svg+xml",
]

/// Whether libxml2 says otherwise of a body in UTF-8 that is within the limits.
private func disagreesWithLibXML2(_ outcome: Outcome, _ body: [UInt8]) -> Bool {
  // What libxml2 takes for the end of a text, or for the beginning of one in another encoding.
  guard let first = body.first, first < 0x80, !body.contains(0),
    !String(decoding: body, as: UTF8.self).contains("encoding")
  else { return false }
  let judgement = unsafe body.withUnsafeBufferPointer {
    unsafe respmap_rival_is_well_formed($0.baseAddress, $0.count)
  }
  guard case .notMapped(let failure) = outcome else { return judgement == 0 }
  switch failure.kind {
  case .limit, .encoding, .emptyBody: return false
  // Of the declaration libxml2 takes more than the recommendation has.
  case .malformedBody: return judgement == 1 && !failure.message.contains("XML declaration")
  default: return judgement == 0
  }
}

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXML(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let contentType = contentTypes[Int(input.first ?? 0) % contentTypes.count]
  let head = ResponseHead(
    status: 200, headers: [ResponseHead.Header("Content-Type", contentType)])
  let response = Response(head, body: Array(input.dropFirst()))
  for (index, mapping) in mappings.enumerated() {
    guard let mapping else { fatalError("a mapping of this target has errors") }
    let outcome = mapping.evaluate(response)
    guard unsafe kept[index]?.evaluator.evaluate(response) == outcome else {
      fatalError("a reused evaluator disagrees with a fresh one")
    }
    if !contentType.contains("charset"), disagreesWithLibXML2(outcome, response.body) {
      fatalError("libxml2 disagrees about what is well-formed")
    }
  }
  return 0
}
