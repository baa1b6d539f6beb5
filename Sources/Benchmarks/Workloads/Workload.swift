import Foundation
import ResponseMapping

/// A mapping with a response that it is evaluated against, again and again.
struct Workload {
  /// What kind of body it is: a family of generated ones, or a sample's name.
  let family: String
  /// Nil for a sample.
  let size: BodySize?
  let mapping: Mapping
  let head: ResponseHead
  let body: [UInt8]
  let isXML: Bool
  /// Where a rival looks each field up.
  let lookups: [Lookup]

  var name: String {
    guard let size else { return family }
    return Workload.name(of: family, size, isXML: isXML, fields: lookups.count)
  }

  static func name(of family: String, _ size: BodySize, isXML: Bool, fields: Int) -> String {
    "\(isXML ? "XML" : "JSON") \(family), \(size.rawValue), "
      + (fields == 1 ? "1 field" : "\(fields) fields")
  }

  /// Whether every contender has to find the same values. The fields of samples have types and rules that
  /// make values of theirs unfit.
  var isExact: Bool { size != nil }

  // MARK: - Generated bodies

  /// A generated JSON body with that many of its values mapped, spread from its beginning to its end.
  static func json(_ family: JSONFamily, _ size: BodySize, fields: Int) throws -> Workload {
    let body = family.body(bytes: size.bytes)
    let lookups = try spread(fields, over: body.lookups, of: family.rawValue)
    let mapping = mappingText("json", lookups) { $0.marketoPath }
    return Workload(
      family: family.rawValue, size: size, mapping: try Mapping(compiling: mapping),
      body: body.text, lookups: lookups)
  }

  /// A generated XML body with that many of its values mapped.
  static func xml(_ size: BodySize, fields: Int) throws -> Workload {
    let body = XMLFamily.contacts(bytes: size.bytes)
    let lookups = try spread(fields, over: body.lookups, of: "contacts")
    let mapping = mappingText("xml", lookups) { $0.marketoPath }
    return Workload(
      family: "contacts", size: size, mapping: try Mapping(compiling: mapping), body: body.text,
      lookups: lookups)
  }

  /// The same fields with the paths written as XPath.
  func mappingInXPath() throws -> Mapping {
    try Mapping(compiling: Workload.mappingText("xml", lookups) { $0.xpath })
  }

  static func mappingText(
    _ format: String, _ lookups: [Lookup], path: (Lookup) -> String
  ) -> String {
    lookups.enumerated().reduce(into: "response \(format)\n") { text, lookup in
      let type = lookup.element.kind.map { " : \($0.fieldType)" } ?? ""
      text += "\(path(lookup.element)) -> Field_\(lookup.offset)\(type)\n"
    }
  }

  private static func spread(
    _ count: Int, over all: [Lookup], of family: String
  ) throws -> [Lookup] {
    guard count <= all.count else {
      throw BenchmarkProblem.tooFewValues(family: family, wanted: count, there: all.count)
    }
    if count == 1 { return [all[all.count / 2]] }
    return (0..<count).map { all[$0 * (all.count - 1) / (count - 1)] }
  }

  // MARK: - Samples

  /// A sample's mapping with one of its captured answers.
  static func sample(_ name: String, case caseName: String) throws -> Workload {
    let folder = packageFolder.appending(path: "Samples/\(name)")
    let source = try Data(contentsOf: folder.appending(path: "\(name).respmap"))
    let capture = try Data(contentsOf: folder.appending(path: "\(name).cases/\(caseName).http"))
    guard
      let blank = capture.range(of: Data("\r\n\r\n".utf8)) ?? capture.range(of: Data("\n\n".utf8))
    else { throw CocoaError(.fileReadCorruptFile) }
    let mapping = try Mapping(compiling: [UInt8](source))
    let body = [UInt8](capture[blank.upperBound...])
    return Workload(
      family: "\(name)/\(caseName)", size: nil, mapping: mapping, body: body,
      lookups: lookups(of: mapping, isXML: body.first == UInt8(ascii: "<")))
  }

  private static let packageFolder = URL(filePath: #filePath)
    .deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().deletingLastPathComponent()

  /// Each path is named where a body without any of them leaves it missing.
  private static func lookups(of mapping: Mapping, isXML: Bool) -> [Lookup] {
    let nothing = Response(head(isXML: isXML), body: Array((isXML ? "<nothing/>" : "{}").utf8))
    guard case .mapped(let updates) = mapping.evaluate(nothing) else { return [] }
    return updates.results.map { Lookup(steps: steps($0.path), kind: nil) }
  }

  /// The steps of a path without quoted keys.
  private static func steps(_ path: String) -> [Lookup.Step] {
    path.split(whereSeparator: { ".[".contains($0) }).map { part in
      part.hasSuffix("]") ? .index(Int(part.dropLast()) ?? 0) : .key(String(part))
    }
  }

  // MARK: - The response

  private init(
    family: String, size: BodySize?, mapping: Mapping, body: [UInt8], lookups: [Lookup]
  ) {
    self.family = family
    self.size = size
    self.mapping = mapping
    self.body = body
    self.lookups = lookups
    isXML = body.first == UInt8(ascii: "<")
    head = Workload.head(isXML: isXML)
  }

  static func head(isXML: Bool) -> ResponseHead {
    let type = isXML ? "application/xml" : "application/json"
    return ResponseHead(status: 200, headers: [ResponseHead.Header("Content-Type", type)])
  }
}
