// Responses that write nothing, and what is odd about a response as a whole.

extension Explanation {
  private static let name = "name.first -> FirstName"
  private static let good = #"{"name": {"first": "Ada"}}"#

  static let timeout = Explanation(
    """
    No answer came in time; Marketo waits for 30 seconds. Nothing is written. The same call may \
    succeed later; a service that is often slow should answer at once and be asked again for the \
    result.
    """,
    failing: .answer(Example.Answer(status: 0, isTimeout: true), to: name),
    corrected: .answer(good, to: name))

  static let contentTypeMismatch = Explanation(
    """
    The content type says that the body is something else than the mapping file expects, and the \
    body's first character says so, too. Mostly it is an error page in HTML that came with status 200.
    """,
    failing: .answer(
      Example.Answer(
        headers: ["Content-Type: text/html"], Array("<html><body>Sorry</body></html>".utf8)),
      to: name),
    corrected: .answer(
      Example.Answer(headers: ["Content-Type: application/json"], Array(good.utf8)), to: name))

  static let malformedBody = Explanation(
    """
    The body is not JSON to the letter of RFC 8259, or not well-formed XML. Nothing of it is used, \
    since nobody can say what was meant; the place is named. Often the body was cut short.
    """,
    failing: .answer(#"{"name": {"first": "Ada""#, to: name),
    corrected: .answer(good, to: name))

  static let encoding = Explanation(
    """
    The body's bytes are no text in the encoding that they should be in: JSON is UTF-8, XML says what \
    it is in. Letters would come out wrong in the lead, so nothing is written.
    """,
    failing: .answer(
      Example.Answer(Array(#"{"name": {"first": "Ren"#.utf8) + [0xE9] + Array(#""}}"#.utf8)),
      to: name),
    corrected: .answer(#"{"name": {"first": "René"}}"#, to: name))

  static let pending = Explanation(
    """
    The mapping file says that this answer is not ready yet, by its status or by a condition. Nothing \
    is written, and whoever called should ask again later.
    """,
    failing: .answer(
      #"{"status": "queued"}"#, to: "pending when $.status == \"queued\"\n" + name),
    corrected: .answer(
      #"{"status": "done", "name": {"first": "Ada"}}"#,
      to: "pending when $.status == \"queued\"\n" + name))

  static let rejected = Explanation(
    """
    The status is one of success, but the mapping file says by a condition that the answer is none: \
    many services put their errors into a 200. Nothing is written.
    """,
    failing: .answer(
      #"{"status": "error"}"#, to: "accept when $.status == \"ok\"\n" + name),
    corrected: .answer(
      #"{"status": "ok", "name": {"first": "Ada"}}"#,
      to: "accept when $.status == \"ok\"\n" + name))

  static let mappingFailed = Explanation(
    """
    A mapping that is `required`, or told to `fail` in this situation, has no value to write. Then \
    nothing of the response is written, all or nothing; the results say which mapping it is and why.
    """,
    failing: .answer(#"{"name": {}}"#, to: "name.first -> FirstName required"),
    corrected: .answer(good, to: "name.first -> FirstName required"))

  static let contentTypeDiffers = Explanation(
    """
    The content type says something else than the format of the mapping file, but the body begins like \
    that format, and it is read. PHP, for one, sends `text/html` unless told otherwise.
    """,
    failing: .answer(
      Example.Answer(headers: ["Content-Type: text/html"], Array(good.utf8)), to: name),
    corrected: .answer(
      Example.Answer(headers: ["Content-Type: application/json"], Array(good.utf8)), to: name))

  static let byteOrderMark = Explanation(
    """
    The body begins with a byte order mark. RFC 8259 forbids it in JSON and lets readers skip it; \
    respmap does, others refuse the body or read a first key that is not there.
    """,
    failing: .answer(Example.Answer([0xEF, 0xBB, 0xBF] + Array(good.utf8)), to: name),
    corrected: .answer(good, to: name))

  static let limit = Explanation(
    """
    The body is beyond a limit: too long, too deep, too many nodes, too much work for the queries. \
    Limits keep what a response costs in proportion; they are settings, and the message names the one \
    that it is. A line of a batch (`run --ndjson`) may have 16 MiB. In this example bodies may nest \
    no deeper than 3.
    """,
    failing: .answer(
      Example.Answer(Array(#"{"name": {"first": [["Ada"]]}}"#.utf8), depthLimit: 3),
      to: "name.first[0][0] -> FirstName"),
    corrected: .answer(
      Example.Answer(Array(#"{"name": {"first": ["Ada"]}}"#.utf8), depthLimit: 3),
      to: "name.first[0] -> FirstName"))
}
