internal import Diagnostics
internal import MappingRuntime

extension Failure {
  init(
    _ failure: EvaluationFailure, head: ResponseHead, body: RawSpan, warnings: [OutcomeWarning]
  ) {
    kind = Kind(failure, body: body)
    code = failure.code
    message = failure.message
    errorType = head.reasonPhrase.flatMap { $0.isEmpty ? nil : $0 }
    response = unsafe body.withUnsafeBytes { unsafe Array($0) }
    recovery = Recovery(of: failure, head: head)
    self.warnings = warnings
  }
}

extension Failure.Kind {
  fileprivate init(_ failure: EvaluationFailure, body: RawSpan) {
    switch failure {
    case .batchCampaign: self = .batchCampaign
    case .timeout: self = .timeout
    case .status(let status): self = .status(status)
    case .emptyBody: self = .emptyBody
    case .contentTypeMismatch: self = .contentTypeMismatch
    case .body(.malformed(_, let offset)): self = .malformedBody(BodyPosition(offset, in: body))
    case .body(.encoding(_, let offset)): self = .encoding(BodyPosition(offset, in: body))
    case .body(.limit(.bodyBytes, let value)): self = .limit(.bodyBytes, value: value)
    case .body(.limit(.depth, let value)): self = .limit(.depth, value: value)
    }
  }
}

extension BodyPosition {
  /// The position of a byte offset.
  ///
  /// - Complexity: O(*offset*).
  fileprivate init(_ offset: Int, in body: RawSpan) {
    var line = 1
    var column = 1
    unsafe body.withUnsafeBytes { bytes in
      for index in 0..<min(offset, bytes.count) {
        let byte = unsafe bytes[index]
        let isLineFeed = byte == 0x0A
        let isLoneReturn =
          unsafe byte == 0x0D && (index + 1 == bytes.count || bytes[index + 1] != 0x0A)
        if isLineFeed || isLoneReturn {
          line += 1
          column = 1
        } else if !byte.isUTF8Continuation {
          column += 1
        }
      }
    }
    self.init(offset: offset, line: line, column: column)
  }
}
