import Foundation
import JSONText
import MappingPlan
import ResponseMapping
import Testing
import TestSupport

/// Changes of a plan that keep it JSON: what stands in one place stands in another as well, is gone, or is
/// something else.
struct PlanMutation {
  private var generator: SeededGenerator
  private let pieces: [JSONValue]

  init(of plan: JSONValue, seed: UInt64) {
    generator = SeededGenerator(seed: seed)
    pieces = PlanMutation.pieces(of: plan) + PlanMutation.strangers
  }

  private static let strangers: [JSONValue] = [
    .null, .boolean(true), .number("0"), .number("1"), .number("-1"), .number("4294967295"),
    .number("9223372036854775807"), .number("1e999999999"), .number("0.5"), .string(""),
    .string("\0"), .string("a\u{301}"), .string("$..*"), .string("$[?@.a == 'b']"),
    .string("//*"), .string("count(//*)"), .string("fail"), .string("truncate"),
    .string("first"), .string("join"), .array([]), .object([]),
    .object([JSONMember("state", .number("0"))]), .object([JSONMember("query", .number("0"))]),
    .object([JSONMember("literal", .null)]),
  ]

  /// All values of the tree, the whole first.
  private static func pieces(of value: JSONValue) -> [JSONValue] {
    var pieces = [value]
    var next = 0
    while next < pieces.count {
      pieces += pieces[next].array ?? pieces[next].members?.map(\.value) ?? []
      next += 1
    }
    return pieces
  }

  mutating func mutant(of plan: JSONValue) -> JSONValue {
    var plan = plan
    for _ in 0..<Int.random(in: 1...3, using: &generator) { plan = changed(plan) }
    return plan
  }

  /// The value with one change somewhere in it; the plans of tests are not deep.
  private mutating func changed(_ value: JSONValue) -> JSONValue {
    let isHere = Int.random(in: 0..<4, using: &generator) == 0
    switch value {
    case .array(var elements) where !elements.isEmpty:
      let index = Int.random(in: 0..<elements.count, using: &generator)
      let other = Int.random(in: 0..<elements.count, using: &generator)
      switch isHere ? Int.random(in: 0..<3, using: &generator) : 3 {
      case 0: elements.remove(at: index)
      case 1: elements.insert(elements[other], at: index)
      case 2: elements.swapAt(index, other)
      default: elements[index] = changed(elements[index])
      }
      return .array(elements)
    case .object(var members) where !members.isEmpty:
      let index = Int.random(in: 0..<members.count, using: &generator)
      if isHere, members[index].name != "version" {
        members.remove(at: index)
      } else if members[index].name != "version" {
        members[index] = JSONMember(members[index].name, changed(members[index].value))
      }
      return .object(members)
    case .number(let text) where Bool.random(using: &generator):
      let number = (Int(text) ?? 0) &+ Int.random(in: -2...2, using: &generator)
      return .integer(number)
    default: return pieces.randomElement(using: &generator) ?? value
    }
  }
}

@Suite struct `However a plan is changed` {
  private static let bodies = [
    #"{"a":"b","status":"ok","results":[{"name":"x","tags":["a","b"]}],"n":1e400,"t":true}"#,
    "[1,[2,{\"x\":null}]]", "\"text\"", "{}", "<a><b c='d'>e</b><b/></a>", "<a/>",
  ]

  /// Bodies of the sample's own responses, which its paths find something in.
  private func ownBodies(_ file: URL) -> [[UInt8]] {
    `Every sample`.cases.filter { $0.mapping == file }.prefix(6).compactMap { sample in
      guard let data = try? Data(contentsOf: sample.capture) else { return nil }
      let ends = ["\r\n\r\n", "\n\n"].compactMap { data.range(of: Data($0.utf8))?.upperBound }
      return ends.min().map { [UInt8](data[$0...]) }
    }
  }

  @Test(arguments: `Every sample`.mappings) func `it is refused, or it runs`(_ file: URL) throws {
    let plan = try JSONReader.read(
      Array(try Mapping(compiling: [UInt8](Data(contentsOf: file))).plan.utf8))
    var mutation = PlanMutation(of: plan, seed: 5)
    let bodies = ownBodies(file) + Self.bodies.map { Array($0.utf8) }
    var accepted = 0
    var refused = 0
    for _ in 0..<150 {
      let members = mutation.mutant(of: plan).members ?? []
      do {
        let mapping = try Mapping(plan: hashedPlan(members))
        accepted += 1
        for body in bodies {
          _ = mapping.evaluate(Response(ResponseHead(status: 200), body: body))
        }
        #expect(mapping.planGraph.hasSuffix("}\n"))
        #expect(try Mapping(plan: Array(mapping.plan.utf8)).planHash == mapping.planHash)
      } catch {
        refused += 1
        #expect(error.diagnostics.map(\.code.rawValue).allSatisfy { $0.hasPrefix("RM19") })
        #expect(error.text(fileName: "plan").contains("error[RM19"))
      }
    }
    #expect(accepted > 5)
    #expect(refused > 20)
  }
}
