internal import JSONText
internal import ResponseMapping

/// Reads HTTP archives (HAR 1.2), as browsers' developer tools export them.
enum HARCapture {
  /// The entries of an archive, nil if the text is none.
  static func entries(of contents: [UInt8]) -> [JSONValue]? {
    guard let document = try? JSONReader.read(contents),
      let entries = document["log"]?["entries"]?.array, !entries.isEmpty
    else { return nil }
    return entries
  }

  static func responses(of entries: [JSONValue]) -> CaptureRecords {
    entries.enumerated().map { index, entry in record(of: entry, number: index + 1) }
  }

  private static func record(
    of entry: JSONValue, number: Int
  ) -> Result<CapturedResponse, CaptureProblem> {
    do {
      return .success(try response(of: entry))
    } catch {
      return .failure(CaptureProblem(.entry(number, error), at: 0))
    }
  }

  private static func response(
    of entry: JSONValue
  ) throws(CaptureProblem.RecordProblem) -> CapturedResponse {
    guard let response = entry["response"], response.members != nil else { throw .notObject }
    let reason = try RecordedResponse.text("statusText", of: response)
    var headers: [ResponseHead.Header] = []
    for header in response["headers"]?.array ?? [] {
      guard let name = header["name"]?.string else {
        throw .wrongType(member: "headers", wanted: "a list of names with texts")
      }
      headers.append(try RecordedResponse.header(name, header["value"]))
    }
    let head = ResponseHead(
      status: try RecordedResponse.status(response["status"]),
      reasonPhrase: reason?.isEmpty == false ? reason : nil, headers: headers)
    return CapturedResponse(
      id: nil, response: Response(head, body: try body(of: response["content"] ?? .object([]))))
  }

  private static func body(
    of content: JSONValue
  ) throws(CaptureProblem.RecordProblem) -> [UInt8] {
    guard let text = try RecordedResponse.text("text", of: content) else {
      // A browser drops bodies that it has no room for.
      guard (content["size"]?.integer ?? 0) <= 0 else { throw .noContent }
      return []
    }
    guard content["encoding"]?.string == "base64" else { return Array(text.utf8) }
    return try RecordedResponse.decoded(text, member: "content.text")
  }
}
