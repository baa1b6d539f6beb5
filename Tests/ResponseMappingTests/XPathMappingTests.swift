import ResponseMapping
import Testing

@Suite struct XPathMappingTests {
  struct NotMapped: Error {}

  private func updates(_ outcome: Outcome) throws -> Updates {
    guard case .mapped(let updates) = outcome else { throw NotMapped() }
    return updates
  }

  /// The results of a mapping's fields, and what is said of them.
  private func results(_ body: String, _ lines: String...) throws -> [MappingResult] {
    let source = (["response xml"] + lines).joined(separator: "\n")
    let mapping = try Mapping(compiling: source)
    return try updates(mapping.evaluate(Response(status: 200, body: body))).results
  }

  @Test(arguments: ["/r/a -> T: string", "//a -> T: string", "((/r/a)[1]) -> T: string"])
  func `a default namespace that hides an element is named`(mapping: String) throws {
    let body = "<r xmlns='urn:x'><a>1</a></r>"
    let message = try #require(try results(body, mapping).first?.message)
    let name = mapping.hasPrefix("//") ? "a" : "r"
    #expect(message.contains("`\(name)` is in namespace `urn:x`"))
    #expect(message.contains("namespace p = \"urn:x\""))
    #expect(message.contains("write `p:\(name)`"))
  }

  @Test(arguments: ["/s:r/a -> T: string", "/s:r//a -> T: string"])
  func `of several namespaces the one that hides an element is named`(mapping: String) throws {
    let body = "<q:r xmlns:q='urn:s'><a xmlns='urn:x'>1</a></q:r>"
    let results = try results(body, "namespace s = \"urn:s\"", mapping)
    #expect(results.first?.message?.contains("`a` is in namespace `urn:x`") == true)
  }

  @Test(arguments: [
    ("/r/b -> T: string", "<r><a>1</a></r>"), ("//b -> T: string", "<r xmlns='urn:x'/>"),
    ("/r/@a -> T: string", "<r xmlns:p='urn:x' p:a='1'/>"),
    ("/r/a -> T: string", "<r><p:a xmlns:p='urn:x'/></r>"),
  ])
  func `no namespace is named where none hides the element`(mapping: String, body: String) throws {
    let message = try #require(try results(body, mapping).first?.message)
    #expect(message.hasSuffix("selects nothing in the response"))
  }

  @Test func `names of an earlier document play no part`() throws {
    var evaluator = try Mapping(compiling: "response xml\n/r/a -> T: string\n").makeEvaluator()
    _ = evaluator.evaluate(Response(status: 200, body: "<r xmlns='urn:x'><a>1</a></r>"))
    let outcome = evaluator.evaluate(Response(status: 200, body: "<r><b>1</b></r>"))
    #expect(try updates(outcome).results.first?.message?.contains("urn:x") == false)
  }

  @Test(arguments: ["r.@a", "/r/@a", "//@a", "/r/b"])
  func `each reference in a value stands for its character once`(path: String) throws {
    let body = "<r a='&amp;lt; &#38;#38; &lt;'><b>&amp;lt; &#38;#38; &lt;</b></r>"
    let result = try results(body, "\(path) -> T: string").first?.result
    #expect(result == .written(.string("&lt; &#38; <")))
  }

  @Test func `a declaration that comes again is read as before, beside another charset too`() throws
  {
    var evaluator = try Mapping(compiling: "response xml\nr -> T: string\n").makeEvaluator()
    let declared = "<?xml version='1.0' encoding='ISO-8859-1'?>"
    let latin = Array("\(declared)<r>".utf8) + [0xE9] + Array("</r>".utf8)
    let utf8 = Array("<?xml version='1.0' encoding='UTF-8'?><r>é</r>".utf8)
    func response(_ body: [UInt8], _ type: String? = nil) -> Response {
      let headers = type.map { [ResponseHead.Header("Content-Type", $0)] } ?? []
      return Response(ResponseHead(status: 200, headers: headers), body: body)
    }
    for _ in 0..<2 {
      for body in [latin, latin, utf8, utf8] {
        #expect(
          try updates(evaluator.evaluate(response(body))).results.first?.result
            == .written(.string("é")))
      }
      let contradiction = evaluator.evaluate(response(latin, "text/xml; charset=utf-8"))
      #expect(throws: NotMapped.self) { try updates(contradiction) }
    }
  }

  @Test(arguments: [
    ("/r/a -> T: string", ["RM418"]), ("/r/a[2] -> T: string", []),
    ("/r/a |> join(\",\") -> T: string", []), ("((/r/a)[2]) -> T: string", []),
  ])
  func `several nodes stand for the first of them, with a warning`(
    mapping: String, codes: [String]
  ) throws {
    let body = "<r><a>1</a><a>2</a><a>3</a></r>"
    let compiled = try Mapping(compiling: "response xml\n\(mapping)\n")
    let outcome = compiled.evaluate(Response(status: 200, body: body))
    #expect(try updates(outcome).warnings.map(\.code.rawValue) == codes)
  }
}
