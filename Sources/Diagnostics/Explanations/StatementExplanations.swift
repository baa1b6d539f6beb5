// Mappings: arrows, quotes, fields and what follows them.

extension Explanation {
  static let missingArrow = Explanation(
    """
    A mapping is `path -> Field`, with an arrow of a hyphen and a greater-than sign. A statement \
    without one is a directive, and this is none either. A `#` may have made a comment of the arrow: a \
    key that holds one stands in single quotes.
    """,
    failing: .json("name.first => FirstName"),
    corrected: .json("name.first -> FirstName"))

  static let secondArrow = Explanation(
    """
    A mapping writes one field, so it has one arrow. A line that begins with `->` continues the one \
    above it. To write a value to two fields, write two mappings.
    """,
    failing: .json("phone -> Phone -> MobilePhone"),
    corrected: .json("phone -> Phone\nphone -> MobilePhone"))

  static let unclosedBracket = Explanation(
    """
    A bracket or parenthesis is opened and not closed. What stands behind it, the arrow perhaps, is \
    within it, so nothing else is said of this statement.
    """,
    failing: .json("orders[0.id -> LastOrder"),
    corrected: .json("orders[0].id -> LastOrder"))

  static let unclosedQuote = Explanation(
    """
    A quote is opened and not closed on its line, so the rest of the line belongs to the text. A quote \
    within a text is written with a backslash before it.
    """,
    failing: .json("'odd.key.name -> FirstName"),
    corrected: .json("'odd.key'.name -> FirstName"))

  static let missingPath = Explanation(
    """
    An arrow, `??` or `|>` has nothing before it, or `??` nothing behind it. A mapping begins with the \
    place of a value in the response.
    """,
    failing: .json("phone ?? -> Phone"),
    corrected: .json("phone ?? mobile -> Phone"))

  static let missingField = Explanation(
    """
    The arrow points nowhere. Behind it stands the lead field that the value goes to, by its SOAP API \
    name, which is the one that a webhook takes.
    """,
    failing: .json("name.first ->"),
    corrected: .json("name.first -> FirstName"))

  static let invalidFieldName = Explanation(
    """
    A bare field name holds ASCII letters, digits and `_`, and begins with no digit. Other names go in \
    double quotes. The name stands alone, not as the token `{{lead.Email}}` of an e-mail.
    """,
    failing: .json("email -> {{lead.Email}}"),
    corrected: .json("email -> Email"))

  static let unexpectedText = Explanation(
    """
    The statement could end here, and something follows that does not belong to it: a second word of a \
    name without quotes, a semicolon, a further statement on the line.
    """,
    failing: .json("name.first -> FirstName;"),
    corrected: .json("name.first -> FirstName"))

  static let malformedModifier = Explanation(
    """
    What follows a field is no modifier, or lacks a part. There are `required`, `on SITUATION ACTION` \
    such as `on overlong truncate`, and `when blank`.
    """,
    failing: .json("name.first -> FirstName requird"),
    corrected: .json("name.first -> FirstName required"))

  static let missingType = Explanation(
    """
    A colon behind a field announces its type, and no type follows. Standard fields need none; a \
    custom field without one is taken as a string.
    """,
    failing: .json("score -> My_Score :"),
    corrected: .json("score -> My_Score : integer"))

  static let invalidEscape = Explanation(
    """
    In quotes a backslash begins an escape, and this is none; a line feed or tab cannot stand in \
    quotes as it is. Escapes are those of JSON, with `\\'` in single quotes.
    """,
    failing: .json(#"'path\dir' -> My_Path"#),
    corrected: .json(#"'path\\dir' -> My_Path"#))

  static let malformedTemplate = Explanation(
    """
    A text in double quotes before the arrow is a template: `{path}` inserts a value. A brace in the \
    text itself is written twice, and the braces hold a path and nothing else.
    """,
    failing: .json(#""{city" -> City"#),
    corrected: .json(#""{city}" -> City"#))

  static let malformedTransform = Explanation(
    """
    Behind `|>` stands the name of a transform, and its arguments in parentheses, separated by commas: \
    texts in double quotes, numbers, `true`, `false`, `null`.
    """,
    failing: .json("tags |> join(';') -> Tags"),
    corrected: .json(#"tags |> join(";") -> Tags"#))

  static let duplicateTarget = Explanation(
    """
    Two mappings write one field, perhaps by two of its names. Marketo does not say which would win. \
    If the second is for answers that lack the first, say so with `??`.
    """,
    failing: .json("phone -> Phone\nmobile -> phone"),
    corrected: .json("phone ?? mobile -> Phone"))
}
