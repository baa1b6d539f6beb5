package import Diagnostics
internal import JSONText

extension CaptureProblem {
  /// What is said about the problem. Never holds anything of the file.
  package var diagnostic: Diagnostic {
    let range = SourceRange(at: offset)
    return switch kind {
    case .empty:
      Diagnostic(
        .notACapture, "the file is empty, it holds no response", at: range,
        help: "if the service answered with an empty body, say so: `--status 200`")
    case .noCapture:
      Diagnostic(
        .notACapture, "the file is no captured response", at: range,
        notes: [
          "captures are the output of `curl -i`, JSON lines with a `status`, and HAR files"
        ],
        help: "if it is a body alone, say which status it came with: `--status 200`")
    case .statusLine:
      Diagnostic(
        .malformedStatusLine, "this is no status line", at: range,
        help: "a response begins like `HTTP/1.1 200 OK` or `HTTP/2 200`")
    case .header:
      Diagnostic(
        .malformedHeader, "this line is no header", at: range,
        help:
          "headers are written `Name: value`; if the body begins here, put a blank line before it")
    case .truncatedHeader:
      Diagnostic(
        .truncatedHeader, "the capture ends within its header", at: range,
        help: "a blank line ends the header, even where the body is empty")
    case .record(let problem):
      Diagnostic(
        .malformedRecord, "this line is no response: \(problem.message)", at: range,
        help: "a line is an object: {\"status\":200,\"headers\":{},\"body\":\"…\"}")
    case .entry(let number, let problem):
      Diagnostic(
        .malformedRecord, "entry \(number) of the archive is no response: \(problem.message)",
        at: range, help: "entries are `log.entries[].response` with a `status` and a `content`")
    }
  }
}

extension CaptureProblem.RecordProblem {
  fileprivate var message: String {
    switch self {
    case .notJSON(let reason): reason.message
    case .notObject: "it is not an object"
    case .noStatus: "it has no `status`"
    case .noAnswer: "its `status` is 0, so no answer came"
    case .noContent: "its body was not recorded"
    case .wrongType(let member, let wanted): "its `\(member)` is not \(wanted)"
    case .twoBodies: "it has both `body` and `body_base64`"
    case .base64(let member): "its `\(member)` is not base64"
    }
  }
}
