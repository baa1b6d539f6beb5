package import JSONText

/// Why a file holds no responses, and where: a byte offset into the file.
package struct CaptureProblem: Error, Hashable {
  package enum Kind: Hashable {
    case empty
    case noCapture
    case statusLine
    case header
    case truncatedHeader
    case record(RecordProblem)
    /// An entry of an archive, counted from 1.
    case entry(Int, RecordProblem)
  }

  /// What is wrong with a record in JSON.
  package enum RecordProblem: Error, Hashable {
    case notJSON(JSONProblem.Reason)
    case notObject
    case noStatus
    case noAnswer
    case noContent
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

  /// The problem in a file that has so many bytes before those that were read.
  func moved(by count: Int) -> CaptureProblem { CaptureProblem(kind, at: offset + count) }
}
