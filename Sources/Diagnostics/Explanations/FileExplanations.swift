// The mapping file as a whole, and its directives.

extension Explanation {
  static let notUTF8 = Explanation(
    """
    A mapping file is UTF-8, so that each byte has one meaning everywhere. An editor that saves \
    another encoding writes letters such as é or ü as bytes that are no UTF-8; no guess is made what \
    they stand for, since a wrong guess would read the wrong key.
    """,
    failing: .bytes(Array("response json\npr".utf8) + [0xE9] + Array("nom -> FirstName\n".utf8)),
    corrected: .json("prénom -> FirstName"))

  static let emptyFile = Explanation(
    """
    The file holds nothing but comments and white space, if that. A mapping file says at least which \
    format the response has; an empty one is more likely a save that went wrong than what somebody \
    meant.
    """,
    failing: .mapping("# to be written\n"),
    corrected: .json("name.first -> FirstName"))

  static let missingResponse = Explanation(
    """
    Nothing says whether the web service answers in JSON or in XML. What a path means depends on it, \
    so every mapping file has one `response` directive before its first mapping.
    """,
    failing: .mapping("name.first -> FirstName\n"),
    corrected: .json("name.first -> FirstName"))

  static let unknownDirective = Explanation(
    """
    A statement without an arrow is a directive, and its first word is not one that exists, though it \
    looks like one. With an arrow it would be a mapping, whatever its first word.
    """,
    failing: .json("acept when $.ok == true\nname.first -> FirstName"),
    corrected: .json("accept when $.ok == true\nname.first -> FirstName"))

  static let malformedResponse = Explanation(
    """
    `response` is followed by the format of the body, `json` or `xml`, in small letters. There are no \
    others: Marketo reads these two.
    """,
    failing: .mapping("response jsn\nname.first -> FirstName\n"),
    corrected: .json("name.first -> FirstName"))

  static let repeatedDirective = Explanation(
    """
    A directive of which a file has one at most is given a second time. A file maps the responses of \
    one webhook; if the two differed, nobody could say which counts.
    """,
    failing: .json("profile extended\nprofile marketo\nname.first -> FirstName"),
    corrected: .json("profile extended\nname.first -> FirstName"))

  static let misplacedDirective = Explanation(
    """
    Directives stand above the first mapping, in any order. They hold for the whole file, and one in \
    the middle would look as if it held from there on.
    """,
    failing: .json("name.first -> FirstName\non 404 skip"),
    corrected: .json("on 404 skip\nname.first -> FirstName"))

  static let malformedDirective = Explanation(
    """
    A directive lacks a part, or a part is not what stands there: a file name without quotes, a rule \
    without an action, a word that is no action. The message says which part and how it is written.
    """,
    failing: .json("on 404 ignore\nname.first -> FirstName"),
    corrected: .json("on 404 skip\nname.first -> FirstName"))

  static let invalidStatus = Explanation(
    """
    A rule names something that is no status of HTTP. Those are numbers from 100 to 599; `4xx` and \
    `5xx` stand for all of a class, and an exact status goes before its class.
    """,
    failing: .json("on 40x skip\nname.first -> FirstName"),
    corrected: .json("on 4xx skip\nname.first -> FirstName"))

  static let missingCondition = Explanation(
    """
    `accept`, `reject` and `pending` decide by a condition over the body whether a 2xx answer is a \
    success, and here is none. In JSON it is a logical expression of RFC 9535 over `$`, in XML an \
    XPath 1.0 expression.
    """,
    failing: .json("reject when\nname.first -> FirstName"),
    corrected: .json("reject when $.status == \"error\"\nname.first -> FirstName"))

  static let unavailableNotation = Explanation(
    retired: """
      Retired: nothing gives this code any more. It was given for notations that earlier versions of \
      respmap reserved and could not read yet. A code is never reused.
      """)

  static let malformedSuppression = Explanation(
    """
    A comment that begins with `respmap:` asks for warnings not to be given, and it cannot be read. It \
    ends the line that the warning is about and names the codes: only warnings can be ignored.
    """,
    failing: .json("price -> Price : currency  # respmap: ignore RM207"),
    corrected: .json("price -> Price : currency  # respmap: ignore[RM207] rounded anyway"))

  static let noMappings = Explanation(
    """
    The file compiles, but it maps nothing: every response would be a success that writes no field.
    """,
    failing: .mapping("response json\n"),
    corrected: .json("name.first -> FirstName"))

  static let repeatedRule = Explanation(
    """
    Two rules speak of the same thing: a status, a situation of a value, a prefix. The order of \
    directives means nothing, so neither goes before the other.
    """,
    failing: .json("on 404 skip\non 404, 410 alert\nname.first -> FirstName"),
    corrected: .json("on 404 skip\non 410 alert\nname.first -> FirstName"))

  static let actionNotAllowed = Explanation(
    """
    The action makes no sense in that situation. `clear` empties the field for a value that is there \
    and is null or empty, `truncate` cuts off a text that is too long; `skip` and `fail` always may \
    stand.
    """,
    failing: .json("name.first -> FirstName on missing clear"),
    corrected: .json("name.first -> FirstName on null clear"))

  static let notPortable = Explanation(
    """
    The file says `profile marketo`, so it holds only what Marketo's own Response Mappings pane can \
    express: a path of names and positions, and a field. The rest works where respmap evaluates the \
    response itself.
    """,
    failing: .json("profile marketo\n$.orders[0].id -> LastOrder"),
    corrected: .json("profile marketo\norders[0].id -> LastOrder"))

  static let unusedSuppression = Explanation(
    """
    A comment asks for a warning not to be given that is not given on this line. It may have been \
    mended since; left in place, the comment would hide the next one.
    """,
    failing: .json("name.first -> FirstName  # respmap: ignore[RM207]"),
    corrected: .json("name.first -> FirstName"))
}
