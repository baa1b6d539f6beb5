// Values on their way into a field: transforms, lists, fallbacks.

extension Explanation {
  static let unknownTransform = Explanation(
    """
    There is no transform of this name. They are all built in; the message lists them, or the one \
    that was probably meant.
    """,
    failing: .json("email |> lowercas -> Email"),
    corrected: .json("email |> lowercase -> Email"))

  static let transformArguments = Explanation(
    """
    A transform is given too few or too many arguments, or one of a kind that it does not take. The \
    message shows what it does, with an example.
    """,
    failing: .json("phone |> replace(\"-\") -> Phone"),
    corrected: .json("phone |> replace(\"-\", \"\") -> Phone"))

  static let transformInput = Explanation(
    """
    What stands before the transform never gives a value that it takes. Transforms apply from left to \
    right, so perhaps their order is another, or one between them is missing.
    """,
    failing: .json("born |> date(\"dd.MM.yyyy\") |> add(1) -> My_Age : integer"),
    corrected: .json("age |> add(1) -> My_Age : integer"))

  static let pluralIntoScalar = Explanation(
    """
    The path can find several values, and a field, template or transform of single values takes one. \
    Say which: `first`, `last`, `only` or `nth(0)`; or make one text of them with `join`.
    """,
    failing: .json("$.tags[*] -> Tags"),
    corrected: .json(#"$.tags[*] |> join(";") -> Tags"#))

  static let valueCannotFit = Explanation(
    """
    The value is never one that the field's type takes: a date for an integer field, or a text in the \
    file itself that is no number. It would be a mismatch in every response.
    """,
    failing: .json("score ?? \"none\" -> My_Score : integer"),
    corrected: .json("score ?? 0 -> My_Score : integer"))

  static let unreachableFallback = Explanation(
    """
    `??` takes its right side where what stands before has no value, and here that always has one: a \
    text or number in the file, or the result of `count` or `exists`. What follows is never used.
    """,
    failing: .json("\"none\" ?? title -> Title"),
    corrected: .json("title ?? \"none\" -> Title"))
}
