package import Diagnostics
internal import JSONText

/// Why a file holds no responses, and where: a byte offset into the file.
package struct CaptureProblem: Error, Hashable {
  package enum Kind: Hashable {
    case empty
    case noCapture
    case statusLine
    case header
    case truncatedHeader
    case record(RecordProblem)
    case archive(RecordProblem)
  }

  /// What is wrong with a record in JSON.
  package enum RecordProblem: Error, Hashable {
    case notJSON
    case notObject
    case noStatus
    case noAnswer
    case wrongType(member: String, wanted: String)
    case twoBodies
    case base64(member: String)
  }

  package let kind: Kind
  package let offset: Int

  init(_ kind: Kind, at offset: Int) {
    self.kind = kind
    self.offset = offset
  }

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
        .malformedHeader, "this line of the header has no name and colon", at: range,
        help: "headers are written `Name: value`; a blank line ends them")
    case .truncatedHeader:
      Diagnostic(
        .truncatedHeader, "the capture ends within its header", at: range,
        help: "a blank line ends the header, even where the body is empty")
    case .record(let problem):
      Diagnostic(
        .malformedRecord, "this line is no response: \(problem.message)", at: range,
        help: "a line is an object: {\"status\":200,\"headers\":{},\"body\":\"…\"}")
    case .archive(let problem):
      Diagnostic(
        .malformedRecord, "this HAR file holds no usable response: \(problem.message)", at: range,
        help: "entries are `log.entries[].response` with a `status` and a `content`")
    }
  }
}

extension CaptureProblem.RecordProblem {
  fileprivate var message: String {
    switch self {
    case .notJSON: "it is not JSON"
    case .notObject: "it is not an object"
    case .noStatus: "it has no `status`"
    case .noAnswer: "its `status` is 0, so no answer came"
    case .wrongType(let member, let wanted): "its `\(member)` is not \(wanted)"
    case .twoBodies: "it has both `body` and `body_base64`"
    case .base64(let member): "its `\(member)` is not base64"
    }
  }
}
