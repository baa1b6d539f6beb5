extension DoublingShape {
  /// The same content for paths in Marketo's notation and in XPath, which have matchers of their own.
  private static func xml(
    _ name: String, _ unit: String, inXPath: Bool = false
  ) -> DoublingShape {
    DoublingShape(
      name: (inXPath ? "XML by XPath, " : "XML, ") + name,
      mapping: inXPath
        ? "response xml\n/answer/first[1] -> A\n/answer/last/name/text() -> B\n"
        : "response xml\nanswer.first -> A\nanswer.last.name -> B\n",
      beginning: "<answer><first>beginning</first>\n", unit: unit,
      end: "<last><name>end</name></last></answer>")
  }

  static let xml: [DoublingShape] =
    units.map { xml($0.name, $0.text) } + units.map { xml($0.name, $0.text, inXPath: true) }

  private static let units: [(name: String, text: String)] = [
    ("deep", nested(depth: 200)),
    ("wide", "<item>#</item>"),
    ("attribute-heavy", "<item" + attributes(count: 100) + "/>\n"),
    ("text-heavy", "<text>" + String(repeating: "Words &amp; words. ", count: 200) + "</text>\n"),
    ("comment-heavy", "<!-- " + String(repeating: "a remark ", count: 100) + "-->\n"),
  ]

  private static func nested(depth: Int) -> String {
    String(repeating: "<a>", count: depth) + "#" + String(repeating: "</a>", count: depth)
  }

  private static func attributes(count: Int) -> String {
    (0..<count).map { " a\($0)=\"value #\"" }.joined()
  }
}
