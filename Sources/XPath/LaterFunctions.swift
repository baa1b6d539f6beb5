/// Functions that XPath 2 and later have, and what does the same here.
enum LaterFunctions {
  /// What to write instead of the function of that name, in the imperative; `nil`: there is no such
  /// function in XPath 2 either.
  static func replacement(for name: String) -> String? { replacements[name] }

  private static let replacements: [String: String] = [
    "lower-case": "use the transform `|> lowercase`",
    "upper-case": "use the transform `|> uppercase`",
    "matches": "use the transform `|> matches(\"…\")`",
    "replace": "use the transform `|> replace(\"a\", \"b\")`",
    "tokenize": "use the transform `|> split(\",\")`",
    "string-join": "use the transform `|> join(\",\")`",
    "distinct-values": "use the transform `|> unique`",
    "sort": "use the transform `|> sort`",
    "abs": "use the transform `|> abs`",
    "format-date": "use the transform `|> format(\"yyyy-MM-dd\")`",
    "format-dateTime": "use the transform `|> format(\"yyyy-MM-dd\")`",
    "parse-json": "use the transform `|> json($.path)`",
    "subsequence": "use a predicate: `(/a/b)[position() > 1]`",
    "head": "use a predicate: `(/a/b)[1]`",
    "tail": "use a predicate: `(/a/b)[position() > 1]`",
    "ends-with":
      "compare the last characters: `substring(a, string-length(a) - 3) = \".com\"`",
    "exists": "use `boolean(/a/b)`, or the transform `|> exists`",
    "empty": "use `not(/a/b)`",
    "data": "use `string(/a/b)`",
    "min": "select the node that no other is below: `/a/b[not(. > /a/b)]`",
    "max": "select the node that no other exceeds: `/a/b[not(. < /a/b)]`",
    "avg": "use `sum(/a/b) div count(/a/b)`",
    "round-half-to-even": "use the transform `|> round(2)`",
    "current-date": "leave it out: a mapping has no clock",
    "current-dateTime": "leave it out: a mapping has no clock",
    "node-name": "use `name(/a/b)`",
    "root": "use `/`",
    "current": "use `.`; `current` belongs to XSLT",
    "document": "leave it out: no other document is ever read",
    "doc": "leave it out: no other document is ever read",
    "format-number": "use the transform `|> round(2)`; `format-number` belongs to XSLT",
  ]
}
