/// Reads the responses of a capture file, whichever of the three shapes it has.
enum CaptureReader {
  /// - Throws: why the file is no capture; no response of a broken file is returned.
  static func read(_ contents: [UInt8]) throws(CaptureProblem) -> [CapturedResponse] {
    if HTTPCapture.isStatusLine(contents, at: 0) {
      return [CapturedResponse(response: try HTTPCapture.lastResponse(of: contents))]
    }
    if RecordCapture.begins(contents) { return try RecordCapture.responses(of: contents) }
    if let log = HARCapture.log(of: contents) { return try HARCapture.responses(of: log) }
    throw CaptureProblem(contents.isEmpty ? .empty : .noCapture, at: 0)
  }
}
