import LeadFields
import MappingPlan
import ResponseMapping
import Testing
import Transforms

/// What becomes of some values in fields of every type: a table that a mapping fills in.
enum ConversionReference {
  /// Values as JSON writes them, and in words where that is too long to read.
  private static let values: [(json: String, words: String?)] =
    [
      #""Ada""#, #""ada@example.com""#, "42", "42.0", "42.5", #""42""#, #"" 42 ""#, #""+5""#,
      "3000000000", "9223372036854775808", "1e400", "true", #""TRUE""#, "1", #""yes""#,
      #""2020-01-05""#, #""2020-01-05T14:59:00+02:00""#, #""2020-01-05T14:59:00""#, #""1/5/2020""#,
      #""""#, "null", "[]",
    ].map { ($0, nil) } + [("\"\(String(repeating: "a", count: 256))\"", "a text of 256 letters")]

  static func section() throws -> String {
    // The types of one conversion share a column.
    var columns: [[FieldType]] = []
    for type in FieldType.allCases where type.conversion != nil {
      if let column = columns.firstIndex(where: { $0[0].conversion == type.conversion }) {
        columns[column].append(type)
      } else {
        columns.append([type])
      }
    }
    let mapping = try Mapping(
      compiling: columns.reduce("response json\n") { "\($0)v -> To_\($1[0]): \($1[0])\n" })
    var text = """

      ## Values by example

      What is written of a value that JSON has. Values of XML are texts; around those for fields that are not texts
      white space is taken off.

      | value | \(columns.map { $0.map { "`\($0)`" }.joined(separator: ", ") }.joined(separator: " | ")) |
      | --- |\(String(repeating: " --- |", count: columns.count))

      """
    for (json, words) in values {
      let outcome = mapping.evaluate(Response(status: 200, body: #"{"v": \#(json)}"#))
      guard case .mapped(let updates) = outcome else {
        Issue.record("\(outcome)")
        continue
      }
      let cells = updates.results.map { "\($0.result.shown.cell) |" }.joined(separator: " ")
      text += "| \(words ?? "`\(json)`") | \(cells)\n"
    }
    return text
  }
}

extension MappingResult.Result {
  fileprivate var shown: String {
    switch self {
    case .written(let value), .truncated(let value): "`\(value.shown)`"
    case .cleared: "cleared"
    case .withheld: "withheld"
    case .missing: "missing"
    case .null: "null"
    case .empty: "empty"
    case .mismatch: "mismatch"
    case .overlong: "overlong"
    }
  }
}

extension FieldValue {
  fileprivate var shown: String {
    switch self {
    case .null: "null"
    case .string(let text): Literal.text(text).shown
    case .integer(let number): "\(number)"
    case .decimal(let text), .date(let text), .dateTime(let text): text
    case .boolean(let value): "\(value)"
    }
  }
}
