import Diagnostics
import JSONText
import LeadFields
import MappingCompiler
import MappingPlan
import Testing

@Suite struct PlanTests {
  private let plain = """
    response json
    company.name -> Company
    company.size[0] -> NumberOfEmployees
    'a.b'[1].c -> "My Field" : text
    """

  /// The hash is that which Python's `hashlib` gives for the text without it.
  @Test func `a small plan, as canonical JSON`() throws {
    let plan = try #require(compile(plain).plan)
    #expect(
      plan.json.text == """
        {"bindings":[\
        {"field":"Company","longest":{"scalars":255},"source":{"state":2},"type":"string"},\
        {"field":"NumberOfEmployees","source":{"state":4},"type":"integer"},\
        {"field":"My Field","longest":{"bytes":30000},"source":{"state":7},"type":"text"}],\
        "format":"json",\
        "hash":"sha256:1ab42c048cff7baeb5c9214484376ae940048bebde2fa641277708e54d7aae48",\
        "states":[[0,"company"],[1,"name"],[1,"size"],[3,0],[0,"a.b"],[5,1],[6,"c"]],\
        "version":1}
        """)
  }

  @Test(arguments: [
    """
    # A comment
    response   json   # another

    company.name
      # between
      -> Company
    \tcompany . size [ 0 ]->NumberOfEmployees:integer
    'company'.'size' [0] . extra -> X
    """,
    """
    \u{FEFF}response json\r\n'company'.name->company\r\n\r\ncompany.size[00] -> \
    "numberOfEmployees"\rcompany.size[0].'e\\u0078tra' -> X : string
    """,
  ])
  func `comments, layout and spelling leave the plan as it is`(text: String) throws {
    let first = """
      response json
      company.name -> Company
      company.size[0] -> NumberOfEmployees
      company.size[0].extra -> X
      """
    let expected = try #require(compile(first).plan)
    let plan = try #require(compile(text).plan)
    #expect(plan == expected)
    #expect(plan.json.text == expected.json.text)
  }

  @Test func `paths with a common beginning share its states`() throws {
    let plan = try #require(
      compile(
        """
        response json
        a.b[0].c -> W
        a.b[0].d -> X
        a.b[1] -> Y
        a.b -> Z
        a.b[0].c -> V
        """
      ).plan)
    #expect(plan.trie.states.count == 6)
    #expect(plan.bindings[0].source == plan.bindings[4].source)
    #expect(
      plan.bindings.compactMap(\.state).map(plan.trie.path) == [
        [.key("a"), .key("b"), .index(0), .key("c")], [.key("a"), .key("b"), .index(0), .key("d")],
        [.key("a"), .key("b"), .index(1)], [.key("a"), .key("b")],
        [.key("a"), .key("b"), .index(0), .key("c")],
      ])
  }

  @Test func `every state comes after its parent`() throws {
    let plan = try #require(compile(plain).plan)
    for (index, state) in plan.trie.states.enumerated() {
      #expect(state.parent.number <= UInt32(index))
    }
  }

  @Test func `a key that looks like an index is none`() throws {
    let plan = try #require(compile("response json\na.0 -> X\na[0] -> Y\na.'[0]' -> Z").plan)
    #expect(plan.trie.states.map(\.step) == [.key("a"), .key("0"), .index(0), .key("[0]")])
  }

  /// RFC 8259 §8.3: names are compared code point by code point.
  @Test func `two spellings of one letter are two keys`() throws {
    let plan = try #require(compile("response json\ncaf\u{E9} -> X\ncafe\u{301} -> Y").plan)
    #expect(plan.trie.states.count == 2)
    #expect(plan.bindings.compactMap(\.state) == [StateID(1), StateID(2)])
  }

  @Test func `the plan keeps the order of the file`() throws {
    let plan = try #require(compile("response json\nz -> B\ny -> A\nx -> C").plan)
    #expect(plan.bindings.map(\.field) == ["B", "A", "C"])
  }

  @Test func `an escape in a key reaches the plan's JSON as an escape`() throws {
    let plan = try #require(compile("response json\n'\"\\u0000\\n😀' -> X").plan)
    #expect(plan.json.text.contains(#"[0,"\"\u0000\n😀"]"#))
    #expect(try JSONReader.read(Array(plan.json.text.utf8)) == plan.json)
  }
}

extension Binding {
  /// The state that the binding reads, if it reads no more than that.
  fileprivate var state: StateID? {
    guard case .path(.state(let state)) = source.first, source.stages.isEmpty else { return nil }
    return state
  }
}
