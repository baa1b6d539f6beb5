import JSONText
import MappingPlan
import ResponseMapping

// Any JSON as a plan, with the hash that it should have: it is refused with a diagnostic that can be
// printed, or it evaluates and reads back as itself.

private let responses = [
  #"{"a": {"b": [1, {"x": null}]}, "status": "ok", "results": [{"name": "x"}], "t": true}"#,
  "<a><b c=\"d\">e</b><b>f</b></a>",
].map { Response(status: 200, body: $0) }

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzPlan(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let text = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let members = (try? JSONReader.read(text))?.members ?? []
  let content = members.filter { $0.name != "hash" }
  let hash = JSONMember("hash", .string(Plan.hash(of: content)))
  let plan = members.isEmpty ? text : Array(JSONValue.object(content + [hash]).text.utf8)
  do {
    let mapping = try Mapping(plan: plan)
    for response in responses { _ = mapping.evaluate(response) }
    guard try Mapping(plan: Array(mapping.plan.utf8)).planHash == mapping.planHash,
      mapping.planGraph.hasSuffix("}\n")
    else { fatalError("a plan does not read back as itself") }
  } catch {
    guard error.text(fileName: "plan").contains("error[RM19") else {
      fatalError("a refused plan has no error")
    }
  }
  return 0
}
