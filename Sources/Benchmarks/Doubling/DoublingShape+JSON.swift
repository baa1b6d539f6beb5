extension DoublingShape {
  private static let last = "response json\nfirst -> A\nlast.name -> B\n"
  private static let end = #""last":{"name":"end"}}"#

  private static func members(
    _ name: String, _ unit: String, mapping: String = last
  ) -> DoublingShape {
    DoublingShape(
      name: name, mapping: mapping, beginning: #"{"first":"beginning","#, unit: unit, end: end)
  }

  private static func array(
    _ name: String, _ unit: String, mapping: String = last
  ) -> DoublingShape {
    DoublingShape(
      name: name, mapping: mapping, beginning: #"{"first":"beginning","list":["#, unit: unit,
      end: "0]," + end)
  }

  private static func value(
    _ name: String, _ beginning: String, _ unit: String, _ end: String
  ) -> DoublingShape {
    DoublingShape(
      name: name, mapping: last, beginning: #"{"first":"beginning","text":"# + beginning,
      unit: unit,
      end: end + "," + DoublingShape.end)
  }

  static let json: [DoublingShape] = [
    members("many members", #""member#":#,"#),
    members("the mapped member again and again", #""first":"again #","#),
    members(
      "members named nearly as a mapped one", #""fist#":#,"#,
      mapping: "response json\nfirsts -> A\nlast.nome -> B\n"),
    array("short strings", #""text #","#),
    array("records", #"{"id":#,"name":"Example","tags":["a","b"],"note":null},"#),
    array("numbers", "#,-12.5e3,"),
    array("nesting", nested(depth: 400) + ","),
    value("one long string", "\"", "A text of some words. ", "\""),
    value("one long number", "1", "0123456789", ""),
    value("escapes", "\"", #"\u00e9\n\"\\\ud83d\ude00"#, "\""),
    value("letters beyond ASCII", "\"", "é日本語🎉", "\""),
    value("white space", "", "  \n\t", "null"),
    array(
      "records searched by a query",
      // Long enough for the largest body to keep within the limits of a search.
      #"{"id":#,"text":""# + String(repeating: "Some words. ", count: 20) + #""},"#,
      mapping: "response json\n$.list[?@.id < 0].name |> first -> A\n$..last.name |> first -> B\n"),
    cutShort,
  ]

  private static func nested(depth: Int) -> String {
    String(repeating: #"{"a":["#, count: depth / 2) + "1"
      + String(repeating: "]}", count: depth / 2)
  }

  private static let cutShort = DoublingShape(
    name: "cut short", mapping: last, beginning: #"{"list":["#, unit: "{\"id\":#},\n", end: "",
    isMalformed: true)
}
