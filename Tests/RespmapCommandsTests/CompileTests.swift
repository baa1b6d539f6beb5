import Foundation
import RespmapCommands
import ResponseMapping
import Testing

@Suite struct `Compiling a mapping file` {
  let source = """
    response json
    on 404 skip
    reject when $.error == true because "vendor \\"x\\""
    company.phone ?? $..phone |> first -> Phone required
    "{company.city}, & {$.x}" -> Location

    """

  private func emitted(_ stage: String, _ source: String) throws -> CommandResult {
    respmap("compile", "--emit", stage, "-", input: Array(source.utf8))
  }

  @Test func `writes the plan to a file as a whole`() throws {
    let mapping = try ScratchFile("m.respmap", source)
    let plan = try ScratchFile("plan.json", "something old that is longer than nothing")
    let result = respmap("compile", mapping.path, "-o", plan.path)
    #expect(result.status == .ok)
    #expect(result.output == "")
    let written = String(
      decoding: try Data(contentsOf: URL(filePath: plan.path)), as: UTF8.self)
    #expect(written == respmap("compile", mapping.path).output)
    #expect(respmap("compile", plan.path).output == written)
  }

  @Test func `with errors leaves the output as it is`() throws {
    let plan = try ScratchFile("plan.json", "old")
    let result = respmap("compile", "-", "-o", plan.path, input: Array("a => X".utf8))
    #expect(result.status == .findings)
    #expect(try Data(contentsOf: URL(filePath: plan.path)) == Data("old".utf8))
  }

  @Test func `writes to what is no regular file as it is`() throws {
    let mapping = try ScratchFile("m.respmap", source)
    #expect(respmap("compile", mapping.path, "-o", "/dev/null").status == .ok)
    let attributes = try FileManager.default.attributesOfItem(atPath: "/dev/null")
    #expect(attributes[.type] as? FileAttributeType == .typeCharacterSpecial)
  }

  @Test func `emits the checked file`() throws {
    #expect(
      try emitted("checked", source).output == """
        format json
        status 404 skip
        reject when $.error == true because "vendor \\"x\\""
        mapping
          path company.phone: any
          ?? query $..phone: list
          |> first
          value any
          field "Phone": phone, 255 scalars
          on missing fail
          on null fail
          on empty fail
          on mismatch fail
          on overlong fail
        mapping
          template path company.city + ", & " + path x: text
          value text
          field "Location": string, 255 scalars

        """)
  }

  @Test func `emits a graph of the plan`() throws {
    let graph = try emitted("dot", source).output
    #expect(graph.hasPrefix("digraph plan {\n  rankdir=LR;\n"))
    #expect(graph.contains(#"  s0 [label="response json", shape=house];"#))
    #expect(graph.contains(#"  q0 [label="$..phone", shape=note];"#))
    #expect(graph.contains(#"  s2 -> b0;"#))
    #expect(graph.contains(#"  q0 -> b0 [label="??"];"#))
    #expect(graph.contains(#"[label="\"{company.city}, &amp; {x}\"", shape=plaintext];"#))
    #expect(graph.contains("  b1o0 -> b1;\n"))
  }

  /// A statement of the graph: what a reader of the language would take, quotes and escapes included.
  private func isStatement(_ line: Substring) -> Bool {
    let quoted = #""([^"\\]|\\.)*""#
    let value = "(\(quoted)|[A-Za-z]+)"
    let attributes = #"\[[a-z]+=\#(value)(, [a-z]+=\#(value))*\]"#
    let statement =
      "  (rankdir=LR|(node|[a-z][0-9]+(o[0-9]+)?( -> [a-z][0-9]+(o[0-9]+)?)?)( \(attributes))?);"
    return line.range(of: "^\(statement)$", options: .regularExpression) != nil
  }

  @Test(arguments: `Every sample`.mappings) func `emits graphs that Graphviz takes`(_ file: URL)
    throws
  {
    let graph = respmap("compile", "--emit", "dot", file.path).output
    let lines = graph.split(separator: "\n")
    #expect(lines.first == "digraph plan {")
    #expect(lines.last == "}")
    for line in lines.dropFirst().dropLast() { #expect(isStatement(line), "\(line)") }
    guard FileManager.default.isExecutableFile(atPath: "/usr/bin/dot") else { return }
    let input = try ScratchFile("plan.dot", graph)
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/dot")
    process.arguments = ["-Tsvg", "-o/dev/null", input.path]
    try process.run()
    process.waitUntilExit()
    #expect(process.terminationStatus == 0)
  }

  @Test func `escapes whatever a key holds in a graph`() throws {
    let text = "response json\n'a\"b\\\\c\\n\\u0000&amp;<b>' -> X\n"
    let graph = try emitted("dot", text).output
    for line in graph.split(separator: "\n").dropFirst().dropLast() {
      #expect(isStatement(line), "\(line)")
    }
    #expect(graph.contains("&amp;amp;"))
  }

  @Test func `emits tokens and tree of a file with errors, too`() throws {
    let broken = "response json\na => X\n"
    let tokens = try emitted("tokens", broken)
    #expect(tokens.status == .ok)
    #expect(tokens.output.hasPrefix("1:1 word \"response\"\n1:10 word \"json\"\n"))
    #expect(try emitted("syntax", broken).output.hasPrefix("MappingFile\n  ResponseDirective\n"))
    for stage in ["checked", "plan", "dot"] {
      let result = try emitted(stage, broken)
      #expect(result.status == .findings)
      #expect(result.output == "")
      #expect(result.errors.contains("error[RM110]"))
    }
    #expect(respmap("compile", "--emit", "tokens", "-", input: [0xFF]).status == .findings)
  }

  @Test func `emits the graph of a plan, and no stage that a plan no longer has`() throws {
    let plan = try emitted("plan", source).output
    #expect(try emitted("dot", plan).output == (try emitted("dot", source).output))
    #expect(try emitted("plan", plan).output == plan)
    for stage in ["tokens", "syntax", "checked"] {
      #expect(try emitted(stage, plan).status == .usage)
    }
  }

  @Test(arguments: `Every sample`.mappings) func `a plan runs as its mapping file does`(_ file: URL)
    throws
  {
    let plan = try ScratchFile("plan.json", respmap("compile", file.path).output)
    for sample in `Every sample`.cases where sample.mapping == file {
      for format in ["text", "json"] {
        let compiled = respmap("run", "--format", format, file.path, sample.capture.path)
        let loaded = respmap("run", "--format", format, plan.path, sample.capture.path)
        #expect(loaded.output == compiled.output, "\(sample.capture.path)")
        #expect(loaded.errors == compiled.errors)
        #expect(loaded.status == compiled.status)
      }
    }
  }
}
