/// Reads the responses of a capture file, whichever of the three shapes it has.
package enum CaptureReader {
  /// - Throws: why the file is no capture.
  package static func read(_ file: [UInt8]) throws(CaptureProblem) -> CaptureRecords {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    guard file.starts(with: mark) else { return try records(of: file) }
    do {
      return try records(of: Array(file.dropFirst(mark.count)))
        .map { $0.mapError { $0.moved(by: mark.count) } }
    } catch {
      throw error.moved(by: mark.count)
    }
  }

  private static func records(of contents: [UInt8]) throws(CaptureProblem) -> CaptureRecords {
    if HTTPCapture.isStatusLine(contents, at: 0) {
      return [.success(CapturedResponse(response: try HTTPCapture.lastResponse(of: contents)))]
    }
    if RecordCapture.begins(contents) { return RecordCapture.responses(of: contents) }
    if let entries = HARCapture.entries(of: contents) { return HARCapture.responses(of: entries) }
    throw CaptureProblem(contents.isEmpty ? .empty : .noCapture, at: 0)
  }
}
