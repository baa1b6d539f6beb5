import MappingPlan
import ResponseMapping
import Testing
import Transforms

/// The letters of patterns, each with what `format` makes of one time.
enum PatternReference {
  private static let letters: [(patterns: [String], meaning: String)] = [
    (["yyyy", "y"], "the year, of four digits, or of one to four where it is read"),
    (["yy"], "its last two digits: 69 to 99 are 1969 to 1999, 00 to 68 are 2000 to 2068"),
    (["M", "MM"], "the month as a number"),
    (["MMM", "MMMM"], "the month's English name, read in any case"),
    (["d", "dd"], "the day of the month"),
    (["H", "HH"], "the hour, 0 to 23"),
    (["h a", "hh a"], "the hour, 1 to 12, with AM or PM, read in any case"),
    (["m", "mm"], "minutes"),
    (["s", "ss"], "seconds"),
    (["S", "SSS"], "a fraction of a second, of up to nine letters; it is dropped"),
    (["X", "XX", "XXX"], "the offset from UTC; `+02` or `+0230`, `+0200` and `+02:00` are read"),
    (["'at'", "''"], "a text as it stands, an apostrophe"),
  ]

  static func section() throws -> String {
    #expect(
      Set(letters.flatMap(\.patterns).joined().unicodeScalars).isSuperset(
        of: TimeField.allCases.map(\.rawValue)))
    var text = """

      ## Patterns of dates and times

      What `date`, `datetime` and `format` take, and what `format` makes of a time. A letter that is not in the table
      is refused; any other character stands for itself.

      | letters | | \(time) |
      | --- | --- | --- |

      """
    for (patterns, meaning) in letters {
      let written = try patterns.map { "`\(try format($0))`" }.joined(separator: ", ")
      text +=
        "| \(patterns.map { "`\($0)`" }.joined(separator: ", ")) | \(meaning) | \(written) |\n"
    }
    return text
  }

  private static let time = "2020-01-05T14:09:07Z"

  private static func format(_ pattern: String) throws -> String {
    let call = TransformCall("format", [.literal(.text(pattern))]).text
    let mapping = try Mapping(
      compiling: "response json\nt |> datetime(\"yyyy-MM-dd'T'HH:mm:ssX\") |> \(call) -> Text")
    let outcome = mapping.evaluate(Response(status: 200, body: #"{"t": "\#(time)"}"#))
    guard case .mapped(let updates) = outcome, case .string(let text)? = updates.values["Text"]
    else { throw NotWritten(pattern: pattern) }
    return text
  }

  private struct NotWritten: Error { let pattern: String }
}
