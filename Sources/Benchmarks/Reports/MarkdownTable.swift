/// A table in Markdown.
struct MarkdownTable {
  private(set) var text: String

  init(_ columns: [String]) {
    text = MarkdownTable.row(columns) + MarkdownTable.row(columns.map { _ in "---" })
  }

  mutating func add(_ cells: [String]) { text += MarkdownTable.row(cells) }

  private static func row(_ cells: [String]) -> String {
    "| " + cells.map { $0.replacing("|", with: "\\|") }.joined(separator: " | ") + " |\n"
  }
}
