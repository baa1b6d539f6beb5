import Foundation
import ResponseMapping

/// A mapping with a response that it is evaluated against, again and again.
struct Workload {
  let name: String
  let mapping: Mapping
  let head: ResponseHead
  let body: [UInt8]
  let isXML: Bool
  /// Where a rival looks each field up: the steps of the mapping's paths.
  let lookups: [[Step]]

  enum Step {
    case key(String)
    case index(Int)
  }

  /// The look-ups as XPaths, whose positions count from 1.
  var xpaths: [String] {
    lookups.map { steps in
      var path = ""
      for (index, step) in steps.enumerated() {
        let isIndexed = index + 1 < steps.count && !steps[index + 1].isKey
        switch step {
        case .key(let key): path += "/\(key)" + (isIndexed ? "" : "[1]")
        case .index(let index): path += "[\(index + 1)]"
        }
      }
      return path
    }
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
    return Workload(
      name: "\(name)/\(caseName)", mapping: try Mapping(compiling: [UInt8](source)),
      body: [UInt8](capture[blank.upperBound...]))
  }

  /// An answer in XML about a company, of which every second element is mapped.
  static func generatedXML(fields: Int) throws -> Workload {
    var mapping = "response xml\n"
    var body = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<answer>\n  <company id=\"4711\">\n"
    for index in 0..<32 {
      body += "    <member\(index)>value \(index * 7919) of it</member\(index)>\n"
      body += "    <other\(index) kind=\"text\">\(index)</other\(index)>\n"
      if index < fields { mapping += "answer.company.member\(index) -> Field_\(index)\n" }
    }
    return Workload(
      name: "generated XML", mapping: try Mapping(compiling: mapping),
      body: Array((body + "  </company>\n</answer>\n").utf8))
  }

  private init(name: String, mapping: Mapping, body: [UInt8]) {
    self.name = name
    self.mapping = mapping
    self.body = body
    isXML = body.first == UInt8(ascii: "<")
    head = ResponseHead(
      status: 200,
      headers: [ResponseHead.Header("Content-Type", isXML ? "application/xml" : "application/json")]
    )
    let nothing = Response(head, body: Array((isXML ? "<nothing/>" : "{}").utf8))
    // Each path is named where such a body leaves it missing.
    guard case .mapped(let updates) = mapping.evaluate(nothing) else {
      lookups = []
      return
    }
    lookups = updates.results.map { Workload.steps($0.path) }
  }

  /// The steps of a path without quoted keys.
  private static func steps(_ path: String) -> [Step] {
    path.split(whereSeparator: { ".[".contains($0) }).map { part in
      part.hasSuffix("]") ? .index(Int(part.dropLast()) ?? 0) : .key(String(part))
    }
  }
}

extension Workload.Step {
  fileprivate var isKey: Bool { if case .key = self { true } else { false } }
}
