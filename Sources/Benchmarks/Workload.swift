import Foundation
import ResponseMapping

/// A mapping with a response that it is evaluated against, again and again.
struct Workload {
  let name: String
  let mapping: Mapping
  let head: ResponseHead
  let body: [UInt8]
  /// Where a rival looks each field up: the steps of the mapping's paths.
  let lookups: [[Step]]

  enum Step {
    case key(String)
    case index(Int)
  }

  /// A sample's mapping with one of its captured answers.
  ///
  /// - Parameter root: the folder of the package.
  static func sample(_ name: String, case caseName: String, root: URL) throws -> Workload {
    let folder = root.appending(path: "Samples/\(name)")
    let source = try Data(contentsOf: folder.appending(path: "\(name).respmap"))
    let capture = try Data(contentsOf: folder.appending(path: "\(name).cases/\(caseName).http"))
    guard
      let blank = capture.range(of: Data("\r\n\r\n".utf8)) ?? capture.range(of: Data("\n\n".utf8))
    else { throw CocoaError(.fileReadCorruptFile) }
    let mapping = try Mapping(compiling: [UInt8](source))
    let head = ResponseHead(
      status: 200, headers: [ResponseHead.Header("Content-Type", "application/json")])
    return Workload(
      name: "\(name)/\(caseName)", mapping: mapping, head: head,
      body: [UInt8](capture[blank.upperBound...]),
      lookups: paths(of: mapping, head).map(steps))
  }

  /// The mapping's paths: each is named where an empty object leaves it missing.
  private static func paths(of mapping: Mapping, _ head: ResponseHead) -> [String] {
    guard case .mapped(let updates) = mapping.evaluate(Response(head, body: Array("{}".utf8)))
    else { return [] }
    return updates.results.map(\.path)
  }

  /// The steps of a path without quoted keys.
  private static func steps(_ path: String) -> [Step] {
    path.split(whereSeparator: { ".[".contains($0) }).map { part in
      part.hasSuffix("]") ? .index(Int(part.dropLast()) ?? 0) : .key(String(part))
    }
  }
}
