import CXMLRivals
import Foundation
import ResponseMapping

// swift run -c release Benchmarks [CONTENDER [WORKLOAD]]
//
// swift run -c release Benchmarks --soak EVALUATIONS
//
// swift run -c release Benchmarks --compile [NAME]
//
// With other arguments only the contenders and workloads are run whose names hold them, for a profiler to
// watch.
//
// Time per evaluation of the samples' answers beside what people would use instead with the same
// look-ups, in one run: for JSON Foundation's reader, for XML libxml2 with a tree and compiled XPaths;
// and the least that libxml2 can cost, its events with handlers that do nothing. Figures hold as
// ratios.

/// `JSONSerialization`, then each field by casting from container to container.
func foundationContender(_ workload: Workload) -> Harness.Contender {
  let data = Data(workload.body)
  return Harness.Contender(name: "JSONSerialization + look-ups") {
    guard let document = try? JSONSerialization.jsonObject(with: data) else { return 0 }
    return workload.lookups.count { steps in
      var value: Any? = document
      for step in steps {
        switch step {
        case .key(let key): value = (value as? [String: Any])?[key]
        case .index(let index):
          let array = value as? [Any]
          value = array.flatMap { $0.indices.contains(index) ? $0[index] : nil }
        }
      }
      return value != nil
    }
  }
}

func outcomeContender(_ workload: Workload) -> Harness.Contender {
  let response = Response(workload.head, body: workload.body)
  return Harness.Contender(name: "respmap, Mapping.evaluate") {
    guard case .mapped(let updates) = workload.mapping.evaluate(response) else { return 0 }
    return updates.results.count { $0.code == nil }
  }
}

func slotContender(_ workload: Workload) -> Harness.Contender {
  var evaluator = workload.mapping.makeEvaluator()
  return Harness.Contender(name: "respmap, Evaluator.fill") {
    let span = workload.body.span
    guard unsafe evaluator.fill(workload.head, body: span.bytes) == nil else { return 0 }
    return (0..<evaluator.slotCount).count { evaluator.slot($0).value != nil }
  }
}

/// libxml2's events, thrown away.
func eventsContender(_ workload: Workload) -> Harness.Contender {
  let rival = unsafe respmap_rival_sax_create()
  return Harness.Contender(name: "libxml2 SAX2, empty handlers") {
    unsafe workload.body.withUnsafeBufferPointer { body in
      unsafe respmap_rival_sax_read(rival, body.baseAddress, body.count)
    }
  }
}

/// libxml2's tree, then each field by an XPath that was compiled before.
func treeContender(_ workload: Workload) -> Harness.Contender {
  let rival = unsafe respmap_rival_xpath_create()
  for path in workload.xpaths { _ = unsafe respmap_rival_xpath_add(rival, path) }
  return Harness.Contender(name: "libxml2 tree + compiled XPath") {
    unsafe workload.body.withUnsafeBufferPointer { body in
      unsafe respmap_rival_xpath_read(rival, body.baseAddress, body.count)
    }
  }
}

let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
  .deletingLastPathComponent()
let arguments = CommandLine.arguments.dropFirst()
if arguments.first == "--compile" {
  try CompileBenchmark(wanted: arguments.dropFirst().first ?? "").run()
  exit(0)
}
let workloads = [
  try Workload.sample("company-enrichment", case: "good", root: root),
  try Workload.sample("contact-enrichment", case: "good", root: root),
  try Workload.sample("geocoding-xml", case: "several-results", root: root),
  try Workload.generatedXML(fields: 1),
  try Workload.generatedXML(fields: 8),
  try Workload.generatedXML(fields: 32),
]

if arguments.first == "--soak" {
  Soak(workloads).run(evaluations: arguments.dropFirst().first.flatMap { Int($0) } ?? 100_000)
  exit(0)
}
let wanted = arguments.first ?? ""
let wantedWorkload = arguments.dropFirst().first ?? ""
for workload in workloads where wantedWorkload.isEmpty || workload.name.contains(wantedWorkload) {
  print("\(workload.name): \(workload.body.count) bytes, \(workload.lookups.count) fields")
  let rivals =
    workload.isXML
    ? [eventsContender(workload), treeContender(workload)] : [foundationContender(workload)]
  let contenders = [outcomeContender(workload), slotContender(workload)] + rivals
  let results = Harness().measure(
    contenders.filter { wanted.isEmpty || $0.name.contains(wanted) })
  for result in results {
    let ratio = result.minimum / results[0].minimum
    print(
      "  \(result.name.padding(toLength: 32, withPad: " ", startingAt: 0))"
        + " min \(Int(result.minimum)) ns  median \(Int(result.median)) ns"
        + "  \((ratio * 100).rounded() / 100)×  found \(result.checksum)")
  }
}
