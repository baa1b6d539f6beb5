import ResponseMapping

/// A mapping file that nobody writes, with what its length or its mistakes could make expensive.
struct Pathology {
  let name: String
  let text: () -> String
  var catalogue: String?

  private static let line = 10_000_000
  private static let many = 100_000
  private static let json = "response json\n"
  private static let xml = "response xml\n"

  static var all: [Pathology] { longLines + openBrackets + mistakes + continuations }

  /// One line of ten megabytes.
  private static var longLines: [Pathology] {
    [
      Pathology("comment") { json + "a -> X #" + repeated("x", line) },
      Pathology("key") { json + repeated("k", line) + " -> X" },
      Pathology("Marketo path") { json + "a" + repeated(".abcd", line / 5) + " -> X" },
      Pathology("indices") { json + "a" + repeated("[0]", line / 3) + " -> X" },
      Pathology("quoted key") { json + "'" + repeated("k", line) + "' -> X" },
      Pathology("JSONPath, members") { json + "$" + repeated(".abcd", line / 5) + " -> X" },
      Pathology("JSONPath, filter") {
        json + "$[?@.a" + repeated(" && @.b == 1", line / 12) + "] |> first -> X"
      },
      Pathology("XPath") { xml + repeated("/abcd", line / 5) + " -> X" },
      Pathology("template, text") { json + "\"" + repeated("t", line) + "\" -> X" },
      Pathology("template, paths") { json + "\"" + repeated("{a.b}", line / 5) + "\" -> X" },
      Pathology("string argument") {
        json + "a |> join(\"" + repeated("s", line) + "\") -> X"
      },
      Pathology("transforms") { json + "a" + repeated(" |> trim", line / 8) + " -> X" },
      Pathology("fallbacks") { json + "a" + repeated(" ?? b", line / 5) + " -> X" },
      Pathology("lookup") {
        json + "a |> lookup(" + repeated("\"Y\": true, ", line / 11) + "else: 1) -> X"
      },
      Pathology("modifiers") { json + "a -> X" + repeated(" required", line / 9) },
      Pathology("words without arrow") { json + repeated("w ", line / 2) },
      Pathology("statuses") { json + "on 404" + repeated(", 404", line / 5) + " skip\na -> X" },
      Pathology("condition") {
        json + "accept when $.a" + repeated(" && $.b", line / 7) + "\na -> X"
      },
    ]
  }

  /// A hundred thousand brackets that are opened and, of those that pass the outline, closed.
  private static var openBrackets: [Pathology] {
    let nested = { (open: String, close: String) in repeated(open, many) + repeated(close, many) }
    return [
      Pathology("open [") { json + "a" + repeated("[", many) + " -> X" },
      Pathology("open (") { xml + repeated("(", many) + " -> X" },
      Pathology("nested [] in Marketo path") { json + "a" + nested("[", "]") + " -> X" },
      Pathology("nested () in JSONPath") { json + "$[?" + nested("(", ")") + "] -> X" },
      Pathology("nested [?@] in JSONPath") { json + "$" + nested("[?@", "]") + " -> X" },
      Pathology("nested () in XPath") { xml + nested("(", ")") + " -> X" },
      Pathology("nested [] in XPath") { xml + "/a" + nested("[a", "]") + " -> X" },
      Pathology("nested () in arguments") { json + "a |> trim" + nested("(", ")") + " -> X" },
      Pathology("braces in a template") { json + "\"" + repeated("{", many) + "\" -> X" },
      Pathology("open quotes, a line each") { json + repeated("a'\n", many) },
      Pathology("open brackets, a line each") { json + repeated("a[\n", many) },
    ]
  }

  /// A hundred thousand mistakes.
  private static var mistakes: [Pathology] {
    [
      Pathology("missing arrows") { json + lines { "a.b\($0) => X" } },
      Pathology("missing arrows, no format") { lines { "a.b\($0) => X" } },
      Pathology("unknown transforms") { json + lines { "a |> lowrcase\($0 % 7) -> F\($0)" } },
      Pathology("unknown types") { json + lines { "a -> F\($0) : integr\($0 % 7)" } },
      Pathology("one target again and again") { json + lines { _ in "a -> X" } },
      Pathology("bad JSONPath") { json + lines { "$.a[?@.b = \($0)] -> F\($0)" } },
      Pathology("bad XPath") { xml + lines { "/a[b = ] -> F\($0)" } },
      Pathology("bad JSONPath in one line") { json + "$" + repeated("[?@.a = 1]", many) + " -> X" },
      Pathology("bad indices in one line") { json + "a" + repeated("[x]", many) + " -> X" },
      Pathology("unknown fields, 10,000 known", catalogue: catalogue) {
        json + lines { "a -> Feild_Number\($0)" }
      },
      Pathology("unknown directives") { json + lines { "respons j\($0)" } },
      Pathology("unknown modifiers") { json + lines { "a -> F\($0) requird" } },
      Pathology("unknown prefixes") { xml + lines { "/p\($0):a -> F\($0)" } },
      Pathology("warnings") { json + lines { "a -> F\($0) : float" } },
      Pathology("idle suppressions") {
        json + lines { "a -> F\($0)  # respmap: ignore[RM207]" }
      },
    ]
  }

  /// A hundred thousand lines of one statement.
  private static var continuations: [Pathology] {
    [
      Pathology("lines of transforms") { json + "a" + repeated("\n|> trim", many) + "\n-> X" },
      Pathology("lines of fallbacks") { json + "a" + repeated("\n?? b", many) + "\n-> X" },
      Pathology("lines of arrows") { json + "a" + repeated("\n-> X", many) },
      Pathology("lines of comments in a statement") {
        json + "a" + repeated("\n# comment", many) + "\n-> X"
      },
      Pathology("blank lines in a statement") { json + "a" + repeated("\n", many) + "-> X" },
    ]
  }

  private init(_ name: String, catalogue: String? = nil, _ text: @escaping () -> String) {
    self.name = name
    self.catalogue = catalogue
    self.text = text
  }

  private static func repeated(_ text: String, _ count: Int) -> String {
    String(repeating: text, count: count)
  }

  private static func lines(_ line: (Int) -> String) -> String {
    (0..<many).reduce(into: "") { $0 += line($1) + "\n" }
  }

  private static var catalogue: String {
    let fields = (0..<10_000).map {
      #"{"displayName":"Field \#($0)","dataType":"string","soap":{"name":"Field_Number_\#($0)"},"#
        + #""rest":{"name":"fieldNumber\#($0)"}}"#
    }
    return #"{"success":true,"result":[\#(fields.joined(separator: ","))]}"#
  }
}
