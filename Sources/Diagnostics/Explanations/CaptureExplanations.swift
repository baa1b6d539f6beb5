// Files that are read: captured responses and plans.

extension Explanation {
  static let notACapture = Explanation(
    """
    The file holds no captured response: it is neither what `curl -i` prints, nor JSON lines with a \
    `status`, nor a HAR file. A body alone does not say which status it came with, and whether a field \
    is written depends on that: say it with `--status`.
    """,
    failing: .capture("{\"name\": \"Ada\"}\n"),
    corrected: .capture("HTTP/1.1 200 OK\n\n{\"name\": \"Ada\"}\n"))

  static let malformedStatusLine = Explanation(
    """
    The first line begins like a status line and is none. It has the version of HTTP, a status of \
    three digits, and perhaps a reason.
    """,
    failing: .capture("HTTP/1.1 OK\n\n{}\n"),
    corrected: .capture("HTTP/1.1 200 OK\n\n{}\n"))

  static let malformedHeader = Explanation(
    """
    A line between the status line and the blank line is no header, which is a name, a colon and a \
    value. If the body begins there, the blank line before it is missing.
    """,
    failing: .capture("HTTP/1.1 200 OK\nContent-Type: application/json\n{\"name\": \"Ada\"}\n"),
    corrected: .capture(
      "HTTP/1.1 200 OK\nContent-Type: application/json\n\n{\"name\": \"Ada\"}\n"))

  static let truncatedHeader = Explanation(
    """
    The capture ends before the blank line that ends the header, so something is missing: the saving \
    of the file was interrupted, or an editor removed the blank line of an answer without body.
    """,
    failing: .capture("HTTP/1.1 204 No Content\nServer: example\n"),
    corrected: .capture("HTTP/1.1 204 No Content\nServer: example\n\n"))

  static let malformedRecord = Explanation(
    """
    A line of a file of JSON lines, or an entry of a HAR file, is no response: its `status` is missing \
    or no number, its headers are no object, its body is there twice. The others are read.
    """,
    failing: .capture("{\"status\": \"200\", \"body\": \"{}\"}\n"),
    corrected: .capture("{\"status\": 200, \"body\": \"{}\"}\n"))

  static let malformedPlan = Explanation(
    """
    The file begins like a compiled plan and is none that can be run: it is not JSON, or a part of it \
    is not what its place wants. A plan is verified before it is used, since it may be hostile.
    """,
    failing: .plan(#"{"bindings":[],"format":"json","version":"#),
    corrected: .plan(Plans.name))

  static let planVersion = Explanation(
    """
    The plan was compiled by a respmap of another version, in a form that this one does not know. The \
    mapping file is the source: compile it again.
    """,
    failing: .plan(#"{"bindings":[],"format":"json","version":2}"#),
    corrected: .plan(Plans.name))

  static let damagedPlan = Explanation(
    """
    The plan's hash is not that of its contents, so somebody changed it, or it was damaged on its way. \
    What it would write is not what was reviewed: change the mapping file and compile it again.
    """,
    failing: .plan(Plans.name.replacing("FirstName", with: "LastName")),
    corrected: .plan(Plans.name))
}

private enum Plans {
  /// `response json` and `name.first -> FirstName`, compiled.
  static let name =
    #"{"bindings":[{"field":"FirstName","longest":{"scalars":255},"source":{"state":2},"#
    + #""type":"string"}],"format":"json","#
    + #""hash":"sha256:2bd457188c7d56e60b1bcb0eb56ab4584a82ad9cb0866ef7e57167655c144c34","#
    + #""states":[[0,"name"],[1,"first"]],"version":1}"#
}
