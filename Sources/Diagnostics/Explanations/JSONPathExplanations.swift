// JSONPath: its grammar, and what the grammar lets pass (RFC 9535 §2.4.3).

extension Explanation {
  static let jsonPathSyntax = Explanation(
    """
    The text is no query of RFC 9535, the standard for JSONPath. Many tools read dialects of it with \
    scripts, other operators and methods; they differ in what they find, so none of that is taken.
    """,
    failing: .json("$.orders[(@.length-1)].id -> LastOrder"),
    corrected: .json("$.orders[-1].id -> LastOrder"))

  static let jsonPathNumber = Explanation(
    """
    A position, bound or number in a JSONPath is not written as RFC 9535 has it: no leading zero, no \
    `-0`, no fraction in a position, and no position beyond 2^53 - 1, which some systems round.
    """,
    failing: .json("$.orders[007].id -> LastOrder"),
    corrected: .json("$.orders[7].id -> LastOrder"))

  static let unknownFunction = Explanation(
    """
    There is no function of this name. JSONPath has `length`, `count`, `match`, `search` and `value`; \
    XPath 1.0 has those of its recommendation, and none of later versions.
    """,
    failing: .json("$.orders[?lenght(@.id) == 4].id |> first -> LastOrder"),
    corrected: .json("$.orders[?length(@.id) == 4].id |> first -> LastOrder"))

  static let functionArguments = Explanation(
    """
    A function is given too few or too many arguments, or one of a kind that it does not take: \
    `count` takes a query, `length` a value.
    """,
    failing: .json("$.orders[?match(@.id)].id |> first -> LastOrder"),
    corrected: .json(#"$.orders[?match(@.id, "A.*")].id |> first -> LastOrder"#))

  static let notWellTyped = Explanation(
    """
    A value stands where a test is wanted, or a test where a value is wanted. `length(…)` is a number, \
    to be compared; `match(…)` is true or false already, and cannot be.
    """,
    failing: .json("$.orders[?length(@.id)].id |> first -> LastOrder"),
    corrected: .json("$.orders[?length(@.id) > 0].id |> first -> LastOrder"))

  static let notSingular = Explanation(
    """
    A query that may select several values is compared, or given to a function that takes one. Which \
    of the values would count is not defined, so RFC 9535 refuses it. Name each step, or ask whether \
    any of the values does.
    """,
    failing: .json("$.orders[?@.tags[*] == 'new'].id |> first -> LastOrder"),
    corrected: .json("$.orders[?@.tags[?@ == 'new']].id |> first -> LastOrder"))

  static let invalidRegexp = Explanation(
    """
    The pattern is no I-Regexp (RFC 9485): the part of regular expressions that means the same \
    everywhere. It has no anchors, no `\\d` and no look-ahead; `match` tests the whole text, `search` \
    any part of it.
    """,
    failing: .json(#"$.orders[?match(@.id, "\\d+")].id |> first -> LastOrder"#),
    corrected: .json(#"$.orders[?match(@.id, "[0-9]+")].id |> first -> LastOrder"#))

  static let existenceOfNull = Explanation(
    """
    A query alone asks whether there is a value, and null is one. So `$.error` holds for an answer of \
    `{"error": null}`, which many services send for success. Ask for more than existence.
    """,
    failing: .json("reject when $.error\nname.first -> FirstName"),
    corrected: .json("reject when $.error && $.error != null\nname.first -> FirstName"))

  static let inequalityOfAbsent = Explanation(
    """
    `!=` compares with nothing, too: it holds where the member is absent. So `$.status != "ok"` \
    holds for an answer that has no status at all. Ask for the member first.
    """,
    failing: .json("reject when $.status != \"ok\"\nname.first -> FirstName"),
    corrected: .json(
      "reject when $.status && $.status != \"ok\"\nname.first -> FirstName"))
}
