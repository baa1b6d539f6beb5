// Values of a response: why one is not written, and what is odd about one that is.

extension Explanation {
  private static let name = "name.first -> FirstName"

  static let missingValue = Explanation(
    """
    The path finds nothing in this response, so the field stays as it is. The message says how far the \
    path led, and which member there has nearly the wanted name: services rename their members.
    """,
    failing: .answer(#"{"name": {"firstname": "Ada"}}"#, to: name),
    corrected: .answer(#"{"name": {"firstname": "Ada"}}"#, to: "name.firstname -> FirstName"))

  static let nullValue = Explanation(
    """
    The path leads to null (in XML: `xsi:nil`). The field stays as it is, unless the mapping says what \
    null means: `on null clear` empties it, `??` takes another value.
    """,
    failing: .answer(#"{"name": {"first": null}}"#, to: name),
    corrected: .answer(#"{"name": {"first": null}}"#, to: "name.first -> FirstName on null clear"))

  static let emptyValue = Explanation(
    """
    The path leads to a text of length 0 (in XML: to an element without text, or with white space \
    only). The field stays as it is, unless the mapping says `on empty clear`.
    """,
    failing: .answer(#"{"name": {"first": ""}}"#, to: name),
    corrected: .answer(#"{"name": {"first": ""}}"#, to: "name.first ?? \"(none)\" -> FirstName"))

  static let mismatch = Explanation(
    """
    The value does not fit the field's type without loss, so it is not written: Marketo would drop it \
    in silence. The message says what is wrong; a transform may mend it.
    """,
    failing: .answer(#"{"score": 42.5}"#, to: "score -> My_Score : integer"),
    corrected: .answer(#"{"score": 42.5}"#, to: "score |> round -> My_Score : integer"))

  static let overlong = Explanation(
    """
    The text is longer than the field holds: 255 characters for most types, 30,000 bytes for `text`, \
    or what the catalogue says. It is not written, unless the mapping says `on overlong truncate`.
    """,
    failing: .answer(longName, to: name),
    corrected: .answer(longName, to: "name.first |> prefix(40) -> FirstName"))

  private static let longName =
    #"{"name": {"first": ""# + String(repeating: "Ada ", count: 64) + #""}}"#

  static let withheld = Explanation(
    """
    The value fits and would have been written, but another mapping of the file fails, and then \
    nothing is written. Mend that one.
    """,
    failing: .answer(
      #"{"name": {"first": "Ada"}}"#, to: name + "\nname.last -> LastName required"),
    corrected: .answer(
      #"{"name": {"first": "Ada"}}"#, to: name + "\nname.last ?? \"(unknown)\" -> LastName required"
    ))

  static let nullText = Explanation(
    """
    The value is the text "null", in quotes. It is written as that text, since somebody may be called \
    so; mostly it is a slip of the service, which meant null.
    """,
    failing: .answer(#"{"name": {"first": "null"}}"#, to: name),
    corrected: .answer(
      #"{"name": {"first": "null"}}"#,
      to: "name.first |> replace(\"null\", \"\") -> FirstName on empty clear"))

  static let lineBreak = Explanation(
    """
    The text has line breaks, and it goes into a field of one line. It is written; Marketo's screens \
    and e-mails may show it in one line or break where it should not.
    """,
    failing: .answer(#"{"street": "1 Main Street\nFloor 2"}"#, to: "street -> My_Street"),
    corrected: .answer(
      #"{"street": "1 Main Street\nFloor 2"}"#,
      to: #"street |> replace("\n", ", ") -> My_Street"#))

  static let supplementaryCharacter = Explanation(
    """
    The text holds a character beyond U+FFFF, an emoji say. It is written; systems that a lead is \
    synchronized with may drop or replace it.
    """,
    failing: .answer(#"{"name": {"first": "Ada 🚀"}}"#, to: name),
    corrected: .answer(#"{"name": {"first": "Ada"}}"#, to: name))

  static let duplicateKey = Explanation(
    """
    An object has the same key twice, and a mapping reads it. JSON does not say which counts; the last \
    one is taken, as most readers do. The service should be told.
    """,
    failing: .answer(#"{"name": {"first": "Ada", "first": "Ida"}}"#, to: name),
    corrected: .answer(#"{"name": {"first": "Ida"}}"#, to: name))

  static let largeInteger = Explanation(
    """
    The number is beyond 32 bits. It is written; whether Marketo keeps it in an integer field is not \
    documented. An identifier is better kept as text.
    """,
    failing: .answer(#"{"id": 4711471147}"#, to: "id -> My_Id : integer"),
    corrected: .answer(#"{"id": 4711471147}"#, to: "id -> My_Id : string"))

  static let assumedUTC = Explanation(
    """
    The date and time has no offset, so nobody knows which time zone it is of; it is taken as UTC. Ask \
    the service, and let it send an offset or a `Z`.
    """,
    failing: .answer(#"{"at": "2026-03-01T10:00:00"}"#, to: "at -> My_Time : datetime"),
    corrected: .answer(#"{"at": "2026-03-01T10:00:00Z"}"#, to: "at -> My_Time : datetime"))

  static let fractionDropped = Explanation(
    """
    The time has fractions of a second, which a datetime field does not hold. They are dropped; \
    nothing is rounded.
    """,
    failing: .answer(#"{"at": "2026-03-01T10:00:00.250Z"}"#, to: "at -> My_Time : datetime"),
    corrected: .answer(#"{"at": "2026-03-01T10:00:00Z"}"#, to: "at -> My_Time : datetime"))

  static let severalSiblings = Explanation(
    """
    Several elements have the name that a step without a position gives, and the first one is taken. \
    Marketo does not say what it does then; say which one is meant.
    """,
    failing: .answer(
      xml: "<order><item>A</item><item>B</item></order>", to: "order.item -> My_Item"),
    corrected: .answer(
      xml: "<order><item>A</item><item>B</item></order>", to: "order.item[0] -> My_Item"))

  static let truncated = Explanation(
    """
    The text was longer than the field holds, and the mapping says `on overlong truncate`: its \
    beginning is written, cut off between two characters as people see them.
    """,
    failing: .answer(longName, to: "name.first -> FirstName on overlong truncate"),
    corrected: .answer(
      #"{"name": {"first": "Ada"}}"#, to: "name.first -> FirstName on overlong truncate"))
}
