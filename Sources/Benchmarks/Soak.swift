import Foundation
import ResponseMapping

/// Very many evaluations, a fifth of them failing in various ways, for a leak checker to watch and to
/// show that resident memory stays where it is after the beginning.
struct Soak {
  /// A response for one of the mappings.
  private struct Step {
    let mapping: Int
    let response: Response
  }

  private let mappings: [Mapping]
  private let steps: [Step]

  init(_ workloads: [Workload]) {
    mappings = workloads.map(\.mapping)
    steps = workloads.enumerated().flatMap { index, workload in
      Soak.bodies(of: workload).map { body in
        Step(mapping: index, response: Response(workload.head, body: body))
      }
    }
  }

  /// Twelve times the good body, and three that cannot be read.
  private static func bodies(of workload: Workload) -> [[UInt8]] {
    let body = workload.body
    var wrongByte = body
    wrongByte[body.count / 2] = 0xFF
    let truncated = Array(body.dropLast(body.count / 3))
    let spoiled = [wrongByte, truncated, withDocumentType]
    return spoiled.flatMap { Array(repeating: body, count: 4) + [$0] }
  }

  private static let withDocumentType = Array(
    #"<!DOCTYPE a [<!ENTITY % x "<!ENTITY y 'z'>"> %x;]><a>&y;</a>"#.utf8)

  /// Evaluates that often, alternately with evaluators that are kept and with new ones, and prints the
  /// resident memory ten times on the way.
  func run(evaluations: Int) {
    var failures = 0
    for tenth in 1...10 {
      failures += run(evaluations / 10)
      print("  \(tenth * evaluations / 10) evaluations, resident \(Soak.residentKilobytes) KB")
    }
    print("  \(failures) failed")
  }

  private func run(_ evaluations: Int) -> Int {
    var failures = 0
    for (index, mapping) in mappings.enumerated() {
      let own = steps.filter { $0.mapping == index }
      var evaluator = mapping.makeEvaluator()
      for number in 0..<(evaluations / mappings.count) {
        let response = own[number % own.count].response
        let outcome =
          number % 4 == 0 ? mapping.evaluate(response) : evaluator.evaluate(response)
        if case .notMapped = outcome { failures += 1 }
      }
    }
    return failures
  }

  private static var residentKilobytes: Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix("VmRSS:") }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }
}
