import Diagnostics
import MappingCompiler
import MappingSyntax
import ResponseMapping

// Any bytes as a mapping file: nothing traps, the tree prints the file back, every diagnostic can be
// printed, and what compiles evaluates.

private let responses = [
  Response(
    status: 200,
    body: #"""
      {"company": {"name": "Example", "list": [1, {"x": null}], "tags": ["b", "a", "b"]}, "foo": true,
       "a": " x-1 ", "b": 42.5, "c": "12, 13", "payload": "{\"a\": [{\"b\": \")\", \"c\": 7}]}",
       "results": [{"name": "n", "types": ["x", "y"], "price": 3.5}], "created": 1700000000}
      """#),
  Response(
    status: 200,
    body: #"""
      <a id="1"><b>text</b><c no="7">12</c><c/><p:d xmlns:p="urn:vendor">2024-05-06</p:d><!-- n --></a>
      """#),
]

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzMapping(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let source = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  if let text = try? SourceText(source) {
    let (tree, _) = Parser.parse(text)
    let printed = tree.tokens.flatMap { token in
      source[token.leadingTrivia.lowerBound..<token.range.upperBound]
    }
    guard printed == source else { fatalError("the tree has lost something") }
  }
  do {
    let mapping = try Mapping(compiling: source)
    for response in responses { _ = mapping.evaluate(response) }
  } catch {
    guard error.text(fileName: "mapping").contains("error[RM") else {
      fatalError("a refused mapping has no error")
    }
  }
  return 0
}
