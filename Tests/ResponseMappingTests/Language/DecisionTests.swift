import ResponseMapping
import Testing

@Suite struct DecisionTests {
  @Test(arguments: decisions)
  func `what comes first in the order of decisions is said`(_ row: LanguageRow) throws {
    try row.check()
  }
}

private let decisions: [LanguageRow] = [
  .json(
    #"""
    accept when $.ok == true\#nreject when $.r == true\#npending when $.p == true\#nv \#
    -> T required
    """#,
    #"{"p":true,"r":true,"ok":false}"#,
    "pending(pending) pending when $.p == true"),
  .json(
    #"""
    accept when $.ok == true\#nreject when $.r == true\#npending when $.p == true\#nv \#
    -> T required
    """#,
    #"{"r":true,"ok":false}"#,
    "rejected(investigate) reject when $.r == true"),
  .json(
    #"""
    accept when $.ok == true\#nreject when $.r == true\#npending when $.p == true\#nv \#
    -> T required
    """#,
    #"{"ok":false}"#,
    "rejected(investigate) accept when $.ok == true"),
  .json(
    #"""
    accept when $.ok == true\#nreject when $.r == true\#npending when $.p == true\#nv \#
    -> T required
    """#,
    "{}",
    "rejected(investigate) accept when $.ok == true"),
  .json(
    #"""
    accept when $.ok == true\#nreject when $.r == true\#npending when $.p == true\#nv \#
    -> T required
    """#,
    #"{"ok":true}"#,
    "mappingFailed[T] T missing"),
  .json(
    #"""
    accept when $.ok == true\#nreject when $.r == true\#npending when $.p == true\#nv \#
    -> T required
    """#,
    #"{"ok":true,"v":"x"}"#,
    #"T="x""#),
  .json(
    #"""
    accept when $.ok == true\#nreject when $.r == true\#npending when $.p == true\#nv \#
    -> T required
    """#,
    #"{"p":true"#,
    "malformedBody(investigate)"),
  .json(
    #"""
    accept when $.ok == true\#nreject when $.r == true\#npending when $.p == true\#nv \#
    -> T required
    """#,
    "",
    "emptyBody(investigate)"),
  .json(
    #"""
    accept when $.ok == true\#nreject when $.r == true\#npending when $.p == true\#nv \#
    -> T required
    """#,
    " \n",
    "emptyBody(investigate)",
    status: 200,
    headers: [.init("Content-Type", "text/html")]),
  .json(
    #"""
    accept when $.ok == true\#nreject when $.r == true\#npending when $.p == true\#nv \#
    -> T required
    """#,
    "<p>",
    "contentTypeMismatch(investigate)",
    status: 200,
    headers: [.init("Content-Type", "text/html")]),
  .json(
    #"""
    accept when $.ok == true\#nreject when $.r == true\#npending when $.p == true\#nv \#
    -> T required
    """#,
    #"{"p":true}"#,
    "pending(pending) pending when $.p == true !RM311",
    status: 200,
    headers: [.init("Content-Type", "text/html")]),
  .json(
    #"""
    accept when $.ok == true\#nreject when $.r == true\#npending when $.p == true\#nv \#
    -> T required
    """#,
    #"{"p":true}"#,
    "status(fixRequest)",
    status: 404),
  .json(
    #"""
    on 202 pending\#non 204 skip\#non 205 fail\#non 4xx alert\#non 404 skip\#non 429 retry\#n\#
    on 5xx skip\#non 503 pending\#naccept when $.ok == true\#nreject when $.r == true\#n\#
    pending when $.p == true\#nv -> T required
    """#,
    "",
    "pending(pending)",
    status: 202),
  .json(
    #"""
    on 202 pending\#non 204 skip\#non 205 fail\#non 4xx alert\#non 404 skip\#non 429 retry\#n\#
    on 5xx skip\#non 503 pending\#naccept when $.ok == true\#nreject when $.r == true\#n\#
    pending when $.p == true\#nv -> T required
    """#,
    "",
    "status(none)",
    status: 204),
  .json(
    #"""
    on 202 pending\#non 204 skip\#non 205 fail\#non 4xx alert\#non 404 skip\#non 429 retry\#n\#
    on 5xx skip\#non 503 pending\#naccept when $.ok == true\#nreject when $.r == true\#n\#
    pending when $.p == true\#nv -> T required
    """#,
    "{",
    "status(none)",
    status: 204),
  .json(
    #"""
    on 202 pending\#non 204 skip\#non 205 fail\#non 4xx alert\#non 404 skip\#non 429 retry\#n\#
    on 5xx skip\#non 503 pending\#naccept when $.ok == true\#nreject when $.r == true\#n\#
    pending when $.p == true\#nv -> T required
    """#,
    "<html>",
    "pending(pending)",
    status: 202,
    headers: [.init("Content-Type", "text/html")]),
  .json(
    #"""
    on 202 pending\#non 204 skip\#non 205 fail\#non 4xx alert\#non 404 skip\#non 429 retry\#n\#
    on 5xx skip\#non 503 pending\#naccept when $.ok == true\#nreject when $.r == true\#n\#
    pending when $.p == true\#nv -> T required
    """#,
    #"{"r":true}"#,
    "pending(pending)",
    status: 202),
  .json(
    #"""
    on 202 pending\#non 204 skip\#non 205 fail\#non 4xx alert\#non 404 skip\#non 429 retry\#n\#
    on 5xx skip\#non 503 pending\#naccept when $.ok == true\#nreject when $.r == true\#n\#
    pending when $.p == true\#nv -> T required
    """#,
    "",
    "status(investigate)",
    status: 205),
  .json(
    #"""
    on 202 pending\#non 204 skip\#non 205 fail\#non 4xx alert\#non 404 skip\#non 429 retry\#n\#
    on 5xx skip\#non 503 pending\#naccept when $.ok == true\#nreject when $.r == true\#n\#
    pending when $.p == true\#nv -> T required
    """#,
    "",
    "emptyBody(investigate)",
    status: 206),
  .json(
    #"""
    on 202 pending\#non 204 skip\#non 205 fail\#non 4xx alert\#non 404 skip\#non 429 retry\#n\#
    on 5xx skip\#non 503 pending\#naccept when $.ok == true\#nreject when $.r == true\#n\#
    pending when $.p == true\#nv -> T required
    """#,
    #"{"p":true}"#,
    "status(none)",
    status: 404),
  .json(
    #"""
    on 202 pending\#non 204 skip\#non 205 fail\#non 4xx alert\#non 404 skip\#non 429 retry\#n\#
    on 5xx skip\#non 503 pending\#naccept when $.ok == true\#nreject when $.r == true\#n\#
    pending when $.p == true\#nv -> T required
    """#,
    "",
    "status(alert)",
    status: 403),
  .json(
    #"""
    on 202 pending\#non 204 skip\#non 205 fail\#non 4xx alert\#non 404 skip\#non 429 retry\#n\#
    on 5xx skip\#non 503 pending\#naccept when $.ok == true\#nreject when $.r == true\#n\#
    pending when $.p == true\#nv -> T required
    """#,
    "",
    "status(retry)",
    status: 429),
  .json(
    #"""
    on 202 pending\#non 204 skip\#non 205 fail\#non 4xx alert\#non 404 skip\#non 429 retry\#n\#
    on 5xx skip\#non 503 pending\#naccept when $.ok == true\#nreject when $.r == true\#n\#
    pending when $.p == true\#nv -> T required
    """#,
    "",
    "status(retry 7)",
    status: 429,
    headers: [.init("Retry-After", "7")]),
  .json(
    #"""
    on 202 pending\#non 204 skip\#non 205 fail\#non 4xx alert\#non 404 skip\#non 429 retry\#n\#
    on 5xx skip\#non 503 pending\#naccept when $.ok == true\#nreject when $.r == true\#n\#
    pending when $.p == true\#nv -> T required
    """#,
    "",
    "status(none)",
    status: 500),
  .json(
    #"""
    on 202 pending\#non 204 skip\#non 205 fail\#non 4xx alert\#non 404 skip\#non 429 retry\#n\#
    on 5xx skip\#non 503 pending\#naccept when $.ok == true\#nreject when $.r == true\#n\#
    pending when $.p == true\#nv -> T required
    """#,
    "",
    "status(pending)",
    status: 503),
  .json(
    #"""
    on 202 pending\#non 204 skip\#non 205 fail\#non 4xx alert\#non 404 skip\#non 429 retry\#n\#
    on 5xx skip\#non 503 pending\#naccept when $.ok == true\#nreject when $.r == true\#n\#
    pending when $.p == true\#nv -> T required
    """#,
    "",
    "status(fixConfiguration)",
    status: 301),
  .json("on 4xx retry\non 404 skip\nv -> T", "", "status(none)", status: 404),
  .json("on 404 skip\non 4xx retry\nv -> T", "", "status(none)", status: 404),
  .json(
    "on 404 skip\non 4xx retry\nv -> T",
    "",
    "status(retry 3)",
    status: 418,
    headers: [.init("Retry-After", "3")]),
  .json("on 2xx alert\non 202 pending\nv -> T", #"{"v":"x"}"#, "status(alert)", status: 200),
  .json("on 2xx alert\non 202 pending\nv -> T", #"{"v":"x"}"#, "pending(pending)", status: 202),
  .json(
    "on 2xx retry\nv -> T",
    #"{"v":"x"}"#,
    "status(retry 9)",
    status: 201,
    headers: [.init("Retry-After", "9")]),
  .json("on 404, 410 skip\nv -> T", "", "status(none)", status: 410),
  .json("on 404 retry\nv -> T", #"{"v":"x"}"#, "status(retry)", status: 404),
  .json(
    "reject when $.a == 1\nreject when $.b == 1\nv -> T",
    #"{"a":1,"b":1}"#,
    "rejected(investigate) reject when $.a == 1"),
  .json(
    "reject when $.b == 1\nreject when $.a == 1\nv -> T",
    #"{"a":1,"b":1}"#,
    "rejected(investigate) reject when $.b == 1"),
  .json(
    "accept when $.a == 1\naccept when $.b == 1\nv -> T",
    #"{"a":1}"#,
    "rejected(investigate) accept when $.b == 1"),
  .json("accept when $.a == 1\naccept when $.b == 1\nv -> T", #"{"a":1,"b":1,"v":"x"}"#, #"T="x""#),
  .xml(
    "pending when /r/p\nreject when /r/e\naccept when /r/ok\nr.v -> T required",
    "<r><p/><e/></r>",
    "pending(pending) pending when /r/p"),
  .xml(
    "pending when /r/p\nreject when /r/e\naccept when /r/ok\nr.v -> T required",
    "<r><e/></r>",
    "rejected(investigate) reject when /r/e"),
  .xml(
    "pending when /r/p\nreject when /r/e\naccept when /r/ok\nr.v -> T required",
    "<r/>",
    "rejected(investigate) accept when /r/ok"),
  .xml("accept when /r/ok\nr.v -> T required", "<r><ok/></r>", "mappingFailed[T] T missing"),
  .xml("reject when /r/e\nr.v -> T", "<r><e/>", "malformedBody(investigate)"),
]
