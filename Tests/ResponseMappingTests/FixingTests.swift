import ResponseMapping
import Testing

@Suite struct `Fixing a mapping file` {
  private func fixed(
    _ source: String, _ selection: FixIt.Selection = .safe
  ) -> (text: String, applied: Int, codes: [String]) {
    let fixed = Mapping.fixing(Array(source.utf8), selection)
    return (
      String(decoding: fixed.source, as: UTF8.self), fixed.applied,
      fixed.diagnostics.map(\.code.rawValue)
    )
  }

  @Test func `mends all that is safe, and says what is left`() {
    let (text, applied, codes) = fixed(
      """
      response JSON  # a comment stays
      company.name => Name
      a..b -> X
      company.size => Size;
      """)
    #expect(
      text == """
        response json  # a comment stays
        company.name -> Name
        a..b -> X
        company.size -> Size
        """)
    #expect(applied == 4)
    #expect(codes == ["RM116"])
  }

  @Test func `goes on with what the first fixes bring to light`() {
    // Where there is no arrow, nothing is said of what stands behind it.
    let (text, applied, codes) = fixed("response json\na => X : integer;\n")
    #expect(text == "response json\na -> X : integer\n")
    #expect(applied == 2)
    #expect(codes == [])
  }

  @Test func `leaves what needs review until it is asked for`() {
    let source = "response json\n$.a[*] -> X\n"
    #expect(fixed(source) == (source, 0, ["RM219"]))
    #expect(fixed(source, .all) == ("response json\n$.a[*] |> first -> X\n", 1, []))
  }

  @Test func `keeps the byte order mark and the line breaks`() {
    let (text, applied, _) = fixed("\u{FEFF}a => X\r\nb => Y\r\n", .all)
    #expect(text == "\u{FEFF}response json\r\na -> X\r\nb -> Y\r\n")
    #expect(applied == 3)
  }

  @Test(arguments: [
    "response json\na -> X\n", "response json\r\na -> X", "", "\u{FEFF}", "response json\n-> X\n",
  ])
  func `a file with nothing to mend stays as it is`(_ source: String) {
    #expect(fixed(source).text == source)
    #expect(fixed(source).applied == 0)
  }

  @Test func `what compiles after fixing is at hand`() throws {
    let mapping = try Mapping.fixing(Array("response json\na => X".utf8)).compiled.get()
    #expect(mapping.plan.contains(#""field":"X""#))
  }

  @Test func `diagnostics apply their own fixes once`() throws {
    do {
      _ = try Mapping(compiling: "response json\na => X;\n")
      Issue.record("it compiles")
    } catch {
      #expect(error.fixed().applied == 1)
      #expect(String(decoding: error.fixed().text, as: UTF8.self) == "response json\na -> X;\n")
    }
  }

  @Test func `a file of fixes alone is mended in a moment`() {
    let source = "response json\n" + (0..<500).map { "a\($0) => X\($0)\n" }.joined()
    let (text, applied, codes) = fixed(source)
    #expect(text == source.replacing("=>", with: "->"))
    #expect(applied == 500)
    #expect(codes == [])
  }
}
