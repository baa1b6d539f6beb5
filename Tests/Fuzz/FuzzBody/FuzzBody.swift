import JSONText
import ResponseMapping

// Any bytes as the body of a 200: nothing traps, a reused evaluator says what a fresh one says, every
// kernel of the scan says the same, and the walk takes exactly the documents that the tree reader
// takes, which shares nothing with it.

private let limits = Limits(bodyBytes: 1 << 20, depth: 64)

/// Paths alone, which are read in one walk; and queries, guards, templates and transforms, for which a
/// tree is built.
private let sources = [
  """
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
  """,
  #"""
  response json
  accept  when $.status == "OK" || $.status == null || !$.status
  pending when $.state == "queued"
  reject  when count($.errors[*]) > 2 || $.error.code >= 400 because "vendor error"
  on null clear

  $..a ?? $.results[-1].a |> first                   -> A on overlong truncate
  $.results[?@.types[?@ == "x"]].name |> join(";")   -> B : text
  $[?search(@.name, "[a-c]+")].value |> last         -> C
  "{company.name}, {$.results[0].name}"              -> D required
  a |> trim |> split(",") |> nth(1) |> uppercase     -> E
  b.c |> count                                       -> F : integer
  $.b.c[*] |> unique |> sort |> join("-")            -> G on overlong truncate
  e |> number |> multiply(1.5) |> round(2) ?? 0      -> H : float
  f |> lookup("Y": true, 1: false, else: null)       -> I : boolean
  payload |> json($..x) |> first |> extract("[0-9]+") -> J : integer
  created |> epoch |> format("yyyy-MM-dd")           -> K on mismatch fail
  h |> date("dd.MM.yyyy")                            -> L : date when blank
  """#,
]

/// A mapping with what is used again for each body.
private final class Subject {
  let mapping: Mapping
  let kernelRuns: [KernelRun]
  private var evaluator: Evaluator

  init(_ mapping: Mapping) throws {
    self.mapping = mapping
    kernelRuns = try KernelRun.all(mapping)
    evaluator = mapping.makeEvaluator()
  }

  func evaluateAgain(_ response: Response) -> Outcome { evaluator.evaluate(response) }
}

@_silgen_name("__lsan_disable") private func ignoreLeaks()
@_silgen_name("__lsan_enable") private func noticeLeaks()

/// They live as long as the fuzzer, but the search for leaks does not see that: it finds no pointers
/// that the cases of an enum are told by.
nonisolated(unsafe) private let subjects: [Subject?] = {
  ignoreLeaks()
  defer { noticeLeaks() }
  return sources.map { source in
    (try? Mapping(compiling: source, limits: limits)).flatMap { try? Subject($0) }
  }
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzBody(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let memory = unsafe UnsafeBufferPointer(start: start, count: count)
  let body = unsafe Array(memory)
  let response = Response(ResponseHead(status: 200), body: body)
  for subject in unsafe subjects {
    guard let subject else { fatalError("a mapping of this target has errors") }
    let outcome = subject.mapping.evaluate(response)
    guard subject.evaluateAgain(response) == outcome else {
      fatalError("a reused evaluator disagrees with a fresh one")
    }
    // In the fuzzer's own memory, so that it is noticed what reads beyond its ends.
    unsafe KernelRun.compare(subject.kernelRuns, UnsafeRawBufferPointer(memory).bytes)
    checkWellFormedness(body, outcome)
  }
  return 0
}

private func checkWellFormedness(_ body: [UInt8], _ outcome: Outcome) {
  let hasMark = body.starts(with: [0xEF, 0xBB, 0xBF])
  let text = hasMark ? Array(body.dropFirst(3)) : body
  var problem: JSONProblem?
  do {
    _ = try JSONReader.read(text, options: JSONReader.Options(keepsLoneSurrogates: true))
  } catch {
    problem = error
  }
  // The two limit nesting differently.
  if case .tooDeep = problem?.reason { return }
  switch outcome {
  case .mapped:
    guard problem == nil else { fatalError("the walk takes what the reader refuses") }
  case .notMapped(let failure):
    guard case .malformedBody = failure.kind, problem == nil else { return }
    fatalError("the walk refuses what the reader takes")
  }
}
