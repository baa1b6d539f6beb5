extension DoublingShape {
  private static func xml(_ name: String, _ unit: String) -> DoublingShape {
    DoublingShape(
      name: "XML, " + name, mapping: "response xml\nanswer.first -> A\nanswer.last.name -> B\n",
      beginning: "<answer><first>beginning</first>\n", unit: unit,
      end: "<last><name>end</name></last></answer>")
  }

  static let xml: [DoublingShape] = [
    xml("deep", nested(depth: 200)),
    xml("wide", "<item>#</item>"),
    xml("attribute-heavy", "<item" + attributes(count: 100) + "/>\n"),
    xml(
      "text-heavy", "<text>" + String(repeating: "Words &amp; words. ", count: 200) + "</text>\n"),
    xml("comment-heavy", "<!-- " + String(repeating: "a remark ", count: 100) + "-->\n"),
  ]

  private static func nested(depth: Int) -> String {
    String(repeating: "<a>", count: depth) + "#" + String(repeating: "</a>", count: depth)
  }

  private static func attributes(count: Int) -> String {
    (0..<count).map { " a\($0)=\"value #\"" }.joined()
  }
}
