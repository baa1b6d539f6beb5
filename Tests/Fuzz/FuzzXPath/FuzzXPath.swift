import ResponseMapping

// A line that is an XPath, and below it a body: nothing traps, nothing takes long, and a mapping, which
// streams what it can, finds nothing where a search of the whole document finds nothing.

private let limits = Limits(
  bodyBytes: 1 << 20, querySteps: 200_000, xmlDepth: 32, xmlAttributes: 16, xmlTokenBytes: 4096,
  xmlFieldTextBytes: 1024, xmlTextBytes: 8192, xmlNodes: 2000)

private let namespaces = ["p": "urn:p", "q": "urn:q"]

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzXPath(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let line = input.prefix { $0 != UInt8(ascii: "\n") }
  let path = String(decoding: line, as: UTF8.self)
  let body = Array(input.dropFirst(line.count + 1))
  guard let query = try? ResponseQuery(path, format: .xml, namespaces: namespaces) else { return 0 }
  let nodes = try? query.select(in: body, limits: limits)
  let declarations = namespaces.map { "namespace \($0.key) = \"\($0.value)\"\n" }.joined()
  let text = "response xml\n\(declarations)\(path) -> A on overlong truncate : text\n"
  guard path.hasPrefix("/"), let mapping = try? Mapping(compiling: text, limits: limits) else {
    return 0
  }
  let outcome = mapping.evaluate(Response(ResponseHead(status: 200), body: body))
  guard case .mapped(let updates) = outcome, let nodes else { return 0 }
  if case .missing = updates.results[0].result {
    precondition(nodes.isEmpty, path)
  } else {
    precondition(!nodes.isEmpty, path)
  }
  return 0
}
