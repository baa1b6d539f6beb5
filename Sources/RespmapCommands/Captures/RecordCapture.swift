package import JSONText
internal import ResponseMapping

/// Reads files of one JSON object a line:
///
///     {"id":7,"status":200,"reason":"OK","headers":{"Content-Type":"application/json"},"body":"{}"}
///
/// `body_base64` holds bodies that are no text; a header's value may be an array of values.
package enum RecordCapture {
  /// Whether the first line is a record: an object with a `status` and something that a body which
  /// has a `status` of its own would hardly have as well.
  static func begins(_ contents: [UInt8]) -> Bool {
    guard let start = contents.firstIndex(where: { !isBlank($0) && $0 != 0x0A }),
      contents[start] == UInt8(ascii: "{"),
      let record = try? JSONReader.read(Array(contents[start...].prefix { $0 != 0x0A }))
    else { return false }
    return record["status"] != nil
      && ["body", "body_base64", "headers", "reason"].contains { record[$0] != nil }
  }

  static func responses(of contents: [UInt8]) -> CaptureRecords {
    contents.split(separator: 0x0A).filter { !$0.allSatisfy(isBlank) }.map(response)
  }

  /// What a record that cannot be read calls itself, if that much is right.
  package static func id(ofUnreadable line: [UInt8]) -> JSONValue? {
    (try? JSONReader.read(line)).flatMap { try? id(of: $0) }
  }

  static func isBlank(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || byte == 0x0D
  }

  /// Reads one record.
  package static func response(
    of line: ArraySlice<UInt8>
  ) -> Result<CapturedResponse, CaptureProblem> {
    let record: JSONValue
    do {
      record = try JSONReader.read(Array(line))
    } catch {
      let offset = line.startIndex + error.offset
      return .failure(CaptureProblem(.record(.notJSON(error.reason)), at: offset))
    }
    do {
      return .success(try response(record))
    } catch {
      return .failure(CaptureProblem(.record(error), at: line.startIndex))
    }
  }

  private static func response(
    _ record: JSONValue
  ) throws(CaptureProblem.RecordProblem) -> CapturedResponse {
    guard record.members != nil else { throw .notObject }
    let head = ResponseHead(
      status: try RecordedResponse.status(record["status"]),
      reasonPhrase: try RecordedResponse.text("reason", of: record),
      headers: try headers(of: record))
    return CapturedResponse(
      id: try id(of: record), response: Response(head, body: try body(of: record)))
  }

  private static func id(
    of record: JSONValue
  ) throws(CaptureProblem.RecordProblem) -> JSONValue? {
    switch record["id"] {
    case nil, .null: nil
    case .string, .number: record["id"]
    case .illFormedString, .boolean, .array, .object:
      throw .wrongType(member: "id", wanted: "a text or number")
    }
  }

  private static func headers(
    of record: JSONValue
  ) throws(CaptureProblem.RecordProblem) -> [ResponseHead.Header] {
    guard let value = record["headers"], value != .null else { return [] }
    guard let members = value.members else {
      throw .wrongType(member: "headers", wanted: "an object")
    }
    var headers: [ResponseHead.Header] = []
    for member in members {
      for value in member.value.array ?? [member.value] {
        headers.append(try RecordedResponse.header(member.name, value))
      }
    }
    return headers
  }

  private static func body(
    of record: JSONValue
  ) throws(CaptureProblem.RecordProblem) -> [UInt8] {
    let plain = try RecordedResponse.text("body", of: record)
    guard let encoded = try RecordedResponse.text("body_base64", of: record) else {
      return Array((plain ?? "").utf8)
    }
    guard plain == nil else { throw .twoBodies }
    return try RecordedResponse.decoded(encoded, member: "body_base64")
  }
}
