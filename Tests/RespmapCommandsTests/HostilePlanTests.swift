import JSONText
import MappingPlan
import ResponseMapping
import Testing

/// The text of a plan with the hash that its contents have, so that nothing but the contents is judged.
func hashedPlan(_ members: [JSONMember]) -> [UInt8] {
  let content = members.filter { $0.name != "hash" }
  let hash = JSONMember("hash", .string(Plan.hash(of: content)))
  return Array(JSONValue.object(content + [hash]).text.utf8)
}

func hashedPlan(_ text: String) throws -> [UInt8] {
  hashedPlan(try JSONReader.read(Array(text.utf8)).members ?? [])
}

@Suite struct `A hostile plan` {
  /// A plan's members but version and hash; what is wrong with it, and where.
  struct Case: CustomTestStringConvertible, Sendable {
    let content: String
    let message: String

    init(_ content: String, _ message: String) {
      self.content = content
      self.message = message
    }

    var testDescription: String { content }
  }

  private func problem(_ plan: [UInt8]) -> Diagnostic? {
    do {
      _ = try Mapping(plan: plan)
      return nil
    } catch {
      return error.diagnostics.first
    }
  }

  private static let textField = #""field":"X","longest":{"scalars":255},"type":"string""#

  /// A plan for JSON with these members.
  private static func json(_ members: String, _ message: String) -> Case {
    Case(#""format":"json",\#(members)"#, message)
  }

  /// A plan with one binding of a text, with these members.
  private static func binding(_ members: String, _ message: String) -> Case {
    json(#""states":[[0,"a"]],"bindings":[{\#(textField),\#(members)}]"#, message)
  }

  private static let cases: [Case] = [
    Case("", "the whole is to be an object with `format`"),
    Case(#""format":1"#, "`format` is to be one of `json`, `xml`"),
    Case(#""format":"JSON""#, "`format` is to be one of"),
    Case(#""format":"json","format":"xml""#, "is to be an object of"),
    json(#""extra":1"#, "is to be an object of"),
    json(#""states":{}"#, "`states` is to be a list"),
    json(#""states":[0]"#, "`states[0]` is to be a list of two"),
    json(#""states":[[0]]"#, "`states[0]` is to be a list of two"),
    json(#""states":[[0,"a",1]]"#, "`states[0]` is to be a list of two"),
    json(#""states":[[1,"a"]]"#, "`states[0]` is to be a new place within an earlier one"),
    json(#""states":[[2,"a"],[0,"b"]]"#, "`states[0]` is to be a new place"),
    json(#""states":[[0,"a"],[0,"a"]]"#, "`states[1]` is to be a new place"),
    json(#""states":[[0,0],[0,0]]"#, "`states[1]` is to be a new place"),
    json(#""states":[[-1,"a"]]"#, "`states[0][0]` is to be a whole number from 0 to 4294967295"),
    json(#""states":[[4294967296,"a"]]"#, "`states[0][0]` is to be a whole number"),
    json(#""states":[[1e3,"a"]]"#, "`states[0][0]` is to be a whole number"),
    json(#""states":[[0,-1]]"#, "`states[0][1]` is to be a whole number"),
    json(#""states":[[0,1.5]]"#, "`states[0][1]` is to be a whole number"),
    json(#""states":[[0,99999999999999999999999]]"#, "`states[0][1]` is to be a whole number"),
    json(#""states":[[0,true]]"#, "`states[0][1]` is to be a name, a position or an attribute"),
    json(
      #""states":[[0,"a"],[1,{"attribute":"x"}]]"#, "`states[1]` is to be a step that the format"),
    Case(#""format":"xml","states":[[0,{"attribute":"x"}]]"#, "`states[0]` is to be a step that"),
    Case(
      #""format":"xml","states":[[0,"a"],[1,{"attribute":"x"}],[2,"b"]]"#,
      "`states[2]` is to be a step that"),
    Case(
      #""format":"xml","states":[[0,"a"],[1,{"x":"x"}]]"#, "`states[1][1]` is to be an object of"),
    json(#""queries":["a"]"#, "`queries[0]` is to be a JSONPath"),
    json(#""queries":["$["]"#, "`queries[0]` is to be a JSONPath"),
    json(#""queries":["/a"]"#, "`queries[0]` is to be a JSONPath"),
    json(#""queries":[""]"#, "`queries[0]` is to be a JSONPath"),
    json(#""queries":["$.a\u0000"]"#, "`queries[0]` is to be a JSONPath"),
    json(#""queries":[1]"#, "`queries[0]` is to be a text"),
    Case(#""format":"xml","queries":["/a["]"#, "`queries[0]` is to be an XPath"),
    Case(#""format":"xml","queries":["/p:a"]"#, "`queries[0]` is to be an XPath"),
    Case(#""format":"xml","queries":["$x"]"#, "`queries[0]` is to be an XPath"),
    Case(#""format":"xml","queries":["f()"]"#, "`queries[0]` is to be an XPath"),
    Case(#""format":"xml","queries":["/a\u0000"]"#, "`queries[0]` is to be an XPath"),
    Case(#""format":"xml","queries":["document('file:///etc/passwd')"]"#, "is to be an XPath"),
    Case(
      #""format":"xml","guards":[{"guard":"accept","when":"true()) or (1"}]"#,
      "`guards[0].when` is to be an XPath"),
    json(
      #""guards":[{"guard":"accept","when":"$.a =="}]"#, "`guards[0].when` is to be a condition"),
    json(#""guards":[{"guard":"never","when":"$.a"}]"#, "`guards[0].guard` is to be one of"),
    json(#""guards":[{"when":"$.a"}]"#, "`guards[0]` is to be an object with `guard`"),
    json(#""guards":[{"guard":"accept"}]"#, "`guards[0]` is to be an object with `when`"),
    json(#""guards":[{"guard":"accept","when":"$.a","because":1}]"#, "`guards[0].because`"),
    json(#""statuses":[["4x","skip"]]"#, "`statuses[0][0]` is to be a status such as"),
    json(#""statuses":[["099","skip"]]"#, "`statuses[0][0]` is to be a status"),
    json(#""statuses":[["+99","skip"]]"#, "`statuses[0][0]` is to be a status"),
    json(#""statuses":[[404,"skip"]]"#, "`statuses[0][0]` is to be a text"),
    json(#""statuses":[["404","write"]]"#, "`statuses[0][1]` is to be one of"),
    Case(
      #""format":"xml","namespaces":[["p","u"],["p","v"]]"#,
      "`namespaces` is to be a list that names each prefix once"),
    Case(#""format":"xml","namespaces":[["p\u0000","u"]]"#, "`namespaces` is to be a list of"),
    Case(#""format":"xml","namespaces":[["p","u\u0000"]]"#, "`namespaces` is to be a list of"),
    Case(#""format":"xml","namespaces":[["",""]]"#, "`namespaces` is to be a list of"),
    json(#""bindings":[{}]"#, "`bindings[0]` is to be an object with `source`"),
    json(#""bindings":[[]]"#, "`bindings[0]` is to be an object"),
    binding(#""source":{"state":2}"#, "`bindings[0].source` is to be a state of the plan"),
    binding(#""source":{"state":4294967295}"#, "`bindings[0].source` is to be a state of the plan"),
    binding(
      #""source":{"state":4294967296}"#, "`bindings[0].source.state` is to be a whole number"),
    binding(#""source":{"state":-1}"#, "`bindings[0].source.state` is to be a whole number"),
    binding(#""source":{"query":0}"#, "`bindings[0].source` is to be a query of the plan"),
    binding(#""source":{"query":4294967295}"#, "`bindings[0].source` is to be a query of the plan"),
    binding(#""source":{"state":1,"query":0}"#, "`bindings[0].source` is to be an object of"),
    binding(#""source":{"literal":[]}"#, "`bindings[0].source.literal` is to be a text, a number"),
    binding(#""source":{"template":[{"state":9}]}"#, "`bindings[0].source` is to be a state"),
    binding(#""source":{"template":[1]}"#, "`bindings[0].source.template[0]` is to be an object"),
    binding(#""source":{"state":1},"when":"full""#, "`bindings[0].when` is to be `blank`"),
    binding(
      #""source":{"state":1},"on":{"missing":"clear"}"#, "`bindings[0].on.missing` is to be an"),
    binding(#""source":{"state":1},"on":{"null":"truncate"}"#, "`bindings[0].on.null` is to be an"),
    binding(
      #""source":{"state":1},"on":{"never":"fail"}"#, "`bindings[0].on` is to be an object of"),
    binding(#""source":{"state":1},"on":{"null":1}"#, "`bindings[0].on.null` is to be one of"),
    binding(
      #""source":{"state":1},"stages":[{"transform":"explode"}]"#,
      "`bindings[0].stages[0]` is to be a transform that is known"),
    binding(
      #""source":{"state":1},"stages":[{"transform":"join"}]"#,
      "`bindings[0].stages[0]` is to be arguments of the transform"),
    binding(
      #""source":{"state":1},"stages":[{"transform":"trim","arguments":[1]}]"#,
      "is to be arguments of the transform"),
    binding(
      #""source":{"state":1},"stages":[{"transform":"round","arguments":[1e999999999]}]"#,
      "is to be arguments of the transform"),
    binding(
      #""source":{"state":1},"stages":[{"transform":"prefix","arguments":[-1]}]"#,
      "is to be arguments of the transform"),
    binding(
      #""source":{"state":1},"stages":[{"transform":"matches","arguments":["(("]}]"#,
      "is to be arguments of the transform"),
    binding(
      #""source":{"state":1},"stages":[{"transform":"json","arguments":[{"path":"a"}]}]"#,
      "is to be arguments of the transform"),
    binding(
      #""source":{"state":1},"stages":[{"fallback":{"state":7}}]"#,
      "`bindings[0].source` is to be a state of the plan"),
    binding(
      #""source":{"state":1},"stages":[{"fallback":{"state":1},"transform":"trim"}]"#,
      "`bindings[0].stages[0]` is to be an object of `fallback`"),
    json(
      #""bindings":[{"field":"X","type":"formula","source":{"literal":1}}]"#,
      "`bindings[0].type` is to be a type that can be written"),
    json(
      #""bindings":[{"field":"X","type":"string","source":{"literal":1}}]"#,
      "`bindings[0].longest` is to be a length"),
    json(
      #""bindings":[{"field":"X","type":"integer","longest":{"bytes":1},"source":{"literal":1}}]"#,
      "`bindings[0].longest` is to be no length"),
    json(
      #""bindings":[{"field":"X","type":"text","longest":{"bytes":0},"source":{"literal":1}}]"#,
      "`bindings[0].longest.bytes` is to be a whole number from 1"),
    json(
      #""bindings":[{"field":"X","type":"text","longest":{"lines":1},"source":{"literal":1}}]"#,
      "`bindings[0].longest` is to be an object of `scalars` or `bytes`"),
    json(
      #""bindings":[{"field":1,"type":"text","longest":{"bytes":9},"source":{"literal":1}}]"#,
      "`bindings[0].field` is to be a text"),
  ]

  @Test func `is not refused for what a good one has`() throws {
    let good =
      #"{"version":1,"format":"json","states":[[0,"a"]],"bindings":[{\#(Self.textField),"#
      + #""source":{"state":1}}]}"#
    #expect(problem(try hashedPlan(good)) == nil)
  }

  @Test(arguments: [
    ("", "RM190"), ("{", "RM190"), ("[1]", "RM190"), ("{} x", "RM190"), ("null", "RM190"),
    ("{}", "RM190"), (#"{"version":"1"}"#, "RM190"), (#"{"version":1.0}"#, "RM190"),
    (#"{"version":1e999999999}"#, "RM190"), (#"{"version":99999999999999999999}"#, "RM190"),
    (#"{"version":2}"#, "RM191"), (#"{"version":0}"#, "RM191"), (#"{"version":-1}"#, "RM191"),
    (#"{"version":9223372036854775807}"#, "RM191"), (#"{"version":1}"#, "RM192"),
    (#"{"version":1,"format":"json","hash":"sha256:00"}"#, "RM192"),
    (#"{"version":1,"format":"json","hash":null}"#, "RM192"), ("\u{FEFF}{}", "RM190"),
  ])
  func `is refused by its first look`(_ text: String, _ code: String) {
    let found = problem(Array(text.utf8))
    #expect(found?.code.rawValue == code)
    #expect(found?.help?.isEmpty == false)
  }

  @Test(arguments: [Array(#"{"version":1,"#.utf8) + [0xFF], [0xFF, 0xFE], [0x7B, 0x00]])
  func `is refused where it is no text`(_ bytes: [UInt8]) {
    #expect(problem(bytes)?.code == .malformedPlan)
  }

  @Test(arguments: ["[", "{\"a\":"])
  func `is refused where it is nested too deep`(_ opener: String) {
    let text = #"{"version":1,"a":"# + String(repeating: opener, count: 100_000)
    #expect(problem(Array(text.utf8))?.code == .malformedPlan)
  }

  @Test func `is refused where it was changed behind its hash`() throws {
    let plan = try Mapping(compiling: "response json\na -> X").plan
    #expect(problem(Array(plan.utf8)) == nil)
    let changed = plan.replacing(#""field":"X""#, with: #""field":"Y""#)
    #expect(problem(Array(changed.utf8))?.code == .damagedPlan)
  }

  @Test(arguments: cases)
  func `is refused for what is wrong in it`(_ sample: Case) throws {
    let comma = sample.content.isEmpty ? "" : ","
    let found = problem(try hashedPlan("{\"version\":1\(comma)\(sample.content)}"))
    #expect(found?.code == .malformedPlan)
    #expect(found?.message.contains(sample.message) == true, "\(found?.message ?? "accepted")")
  }

  @Test func `with NUL in what it compares is taken, and matches what a response has`() throws {
    let text =
      #"{"version":1,"format":"json","states":[[0,"a\u0000"]],"bindings":[{"#
      + Self.textField + #","source":{"state":1}}]}"#
    let mapping = try Mapping(plan: hashedPlan(text))
    let outcome = mapping.evaluate(Response(status: 200, body: #"{"a\u0000":"b"}"#))
    guard case .mapped(let updates) = outcome else {
      Issue.record("not mapped")
      return
    }
    #expect(updates.values["X"] == .string("b"))
  }
}
