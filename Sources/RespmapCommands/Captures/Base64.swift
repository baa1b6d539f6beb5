internal import FoundationEssentials

/// Bytes in base64 (RFC 4648 §4), as records and archives hold them.
enum Base64 {
  static func decoded(
    _ text: String, member: String
  ) throws(CaptureProblem.RecordProblem) -> [UInt8] {
    guard let data = Data(base64Encoded: text) else { throw .base64(member: member) }
    return Array(data)
  }
}
