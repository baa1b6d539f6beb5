import MappingSyntax
import ResponseMapping
import TestSupport
import Testing

@Suite struct `Formatting a mapping file` {
  private func formatted(_ source: String) throws -> String {
    String(decoding: try Mapping.formatting(Array(source.utf8)), as: UTF8.self)
  }

  @Test(arguments: [
    // Arrows: aligned among one-line mappings, comments between them or not.
    ("response json\na->X\nbcd   ->\tY", "response json\na   -> X\nbcd -> Y\n"),
    ("a->X\n# on b\nbcd->Y", "a   -> X\n# on b\nbcd -> Y\n"),
    ("a->X\n\nbcd->Y", "a -> X\n\nbcd -> Y\n"),
    ("a->X\nbcd\n->Y\nef->Z", "a -> X\nbcd\n    -> Y\nef -> Z\n"),
    ("é->X\nbc->Y", "é  -> X\nbc -> Y\n"),
    // A source of more than sixty characters keeps to itself.
    (
      "a->X\n\(repeated("k", 61))->Y\nb.c->Z",
      "a   -> X\n\(repeated("k", 61)) -> Y\nb.c -> Z\n"
    ),
    (
      "a->X\n\(repeated("k", 60))->Y",
      "a\(repeated(" ", 59)) -> X\n\(repeated("k", 60)) -> Y\n"
    ),
    // Words of a mapping.
    (
      "a??'b'|>trim|>replace( \"x\",\"y\" )->X:integer  required  on null   clear",
      "a ?? 'b' |> trim |> replace(\"x\", \"y\") -> X: integer required on null clear\n"
    ),
    ("a|>lookup(\"Y\":true,else :null)->X", "a |> lookup(\"Y\": true, else: null) -> X\n"),
    ("a |> json( $.b ) -> X  when  blank", "a |> json($.b) -> X when blank\n"),
    ("a -> \"A  B\" :text", "a -> \"A  B\": text\n"),
    // What blanks may mean something in stays as it is.
    ("a  b . 'c  d' [ 0 ]->X", "a  b . 'c  d' [ 0 ] -> X\n"),
    ("$ ['a  b']  [?@.c  ==  1]->X", "$ ['a  b']  [?@.c  ==  1] -> X\n"),
    ("/a [ b = 1 ]  |  /c->X", "/a [ b = 1 ]  |  /c -> X\n"),
    ("\"{ a }  {b}\"->X", "\"{ a }  {b}\" -> X\n"),
    // Directives.
    (
      "accept when $.a  ==  1\npending   when $.b\nreject when $.c because  \"x  y\"",
      "accept  when $.a  ==  1\npending when $.b\nreject  when $.c because \"x  y\"\n"
    ),
    ("accept   when $.a\n\nreject when $.b", "accept when $.a\n\nreject when $.b\n"),
    ("on 404 ,5xx   retry\non  missing   fail", "on 404, 5xx retry\non missing fail\n"),
    ("namespace  p=\"urn:x\"\nfields   \"f.json\"", "namespace p = \"urn:x\"\nfields \"f.json\"\n"),
    // Comments.
    (
      "a->X#one  \nbcd->Y   # two\ne->F",
      "a   -> X  #one\nbcd -> Y  # two\ne   -> F\n"
    ),
    (
      "a->X # one\n\(repeated("k", 70))->Y # two",
      "a -> X  # one\n\(repeated("k", 70)) -> Y  # two\n"
    ),
    ("  # lone\n  a->X", "# lone\na -> X\n"),
    (
      "a # first\n\n # between\n\n |>trim\n->X # last",
      "a         # first\n    # between\n    |> trim\n    -> X  # last\n"
    ),
    // Lines.
    ("\n\n# a\n\n\n\na->X\n\n\n", "# a\n\na -> X\n"),
    ("a->X\r\n\r\n\r\nb->Y", "a -> X\r\n\r\nb -> Y\r\n"),
    ("a->X\rb->Y", "a -> X\rb -> Y\r"),
    ("a->X\r\nb->Y\nc->Z", "a -> X\r\nb -> Y\r\nc -> Z\r\n"),
    ("\u{FEFF}  a->X", "\u{FEFF}a -> X\n"),
    ("\u{FEFF}\r\n# c\r\na->X", "\u{FEFF}# c\r\na -> X\r\n"),
  ])
  func `lays out`(_ source: String, _ layout: String) throws {
    #expect(try formatted(source) == layout)
    #expect(try formatted(layout) == layout)
  }

  @Test(arguments: [
    ("b->X\na => X", DiagnosticCode.missingArrow), ("a -> X;", .unexpectedText),
    ("a[ -> X", .unclosedBracket), ("a -> X -> Y", .secondArrow), ("", .emptyFile),
    ("# nothing", .emptyFile), ("accept if $.a", .malformedDirective),
  ])
  func `refuses errors of syntax, and says which they are`(_ source: String, _ code: DiagnosticCode)
  {
    let error = #expect(throws: MappingDiagnostics.self) { try formatted(source) }
    #expect(error?.diagnostics.map(\.code) == [code])
  }

  @Test func `bytes that are no UTF-8 are an error`() {
    let error = #expect(throws: MappingDiagnostics.self) { try Mapping.formatting([0x61, 0xFF]) }
    #expect(error?.diagnostics.map(\.code) == [.notUTF8])
  }

  @Test func `a warning, an unknown type or an unknown field is no obstacle`() throws {
    let layout = "a -> X: nothing  # respmap: ignore[nothing]\n"
    #expect(try formatted("a->X:nothing # respmap: ignore[nothing]\n") == layout)
  }
}
