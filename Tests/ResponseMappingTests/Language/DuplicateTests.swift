import ResponseMapping
import Testing

@Suite struct DuplicateTests {
  @Test(arguments: duplicates)
  func `of a key given twice the last counts, in queries as well`(_ row: LanguageRow) throws {
    try row.check()
  }
}

private let duplicates: [LanguageRow] = [
  .json("$.a -> T", #"{"a":1,"a":2}"#, #"T="2" !RM414"#),
  .json("a.b -> T", #"{"a":{"b":1},"a":{"b":2}}"#, #"T="2" !RM414"#),
  .json("$.x[?@.k == 2].n |> first -> T", #"{"x":[{"k":1,"k":2,"n":"y"}]}"#, #"T="y" !RM414"#),
  .json("$.x[?@.k == 1].n |> first -> T", #"{"x":[{"k":1,"k":2,"n":"y"}]}"#, "T missing"),
  .json("$..a |> count -> T: integer", #"{"a":1,"a":2}"#, #"T=1 !RM414"#),
  .json(#"$.* |> join(";") -> T"#, #"{"a":1,"b":3,"a":2}"#, #"T="3;2""#),
  .json("reject when $.a == 1\nb -> T", #"{"a":1,"a":2,"b":"x"}"#, #"T="x""#),
  .json("v |> json($.a) -> T", #"{"v":"{\"a\":1,\"a\":2}"}"#, #"T="2""#),
  .json("b -> T", #"{"a":1,"a":2,"b":"x"}"#, #"T="x""#),
]
