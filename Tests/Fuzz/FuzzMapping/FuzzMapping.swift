import Diagnostics
import MappingCompiler
import MappingSyntax
import ResponseMapping

// Any bytes as a mapping file: nothing traps, the tree prints the file back, every diagnostic can be
// printed, and what compiles evaluates.

private let response = Response(
  status: 200, body: #"{"company": {"name": "Example", "list": [1, {"x": null}]}, "foo": true}"#)

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
    _ = try Mapping(compiling: source).evaluate(response)
  } catch {
    guard error.text(fileName: "mapping").contains("error[RM") else {
      fatalError("a refused mapping has no error")
    }
  }
  return 0
}
