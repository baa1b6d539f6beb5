internal import JSONText
internal import ResponseMapping

/// Reads HTTP archives (HAR 1.2), as browsers' developer tools export them.
enum HARCapture {
  /// The `log` of an archive, nil if the text is none.
  static func log(of contents: [UInt8]) -> JSONValue? {
    let hasMark = contents.starts(with: [0xEF, 0xBB, 0xBF])
    let text = hasMark ? Array(contents.dropFirst(3)) : contents
    guard let document = try? JSONReader.read(text) else { return nil }
    return document["log"]
  }

  static func responses(of log: JSONValue) throws(CaptureProblem) -> [CapturedResponse] {
    guard let entries = log["entries"]?.array, !entries.isEmpty else {
      throw CaptureProblem(.archive(.wrongType(member: "entries", wanted: "an array")), at: 0)
    }
    do {
      return try entries.map(response)
    } catch {
      throw CaptureProblem(.archive(error), at: 0)
    }
  }

  private static func response(
    of entry: JSONValue
  ) throws(CaptureProblem.RecordProblem) -> CapturedResponse {
    guard let response = entry["response"], response.members != nil else { throw .notObject }
    guard let status = response["status"]?.integer else { throw .noStatus }
    guard status != 0 else { throw .noAnswer }
    guard (100...999).contains(status) else {
      throw .wrongType(member: "status", wanted: "a number of three digits")
    }
    let reason = response["statusText"]?.string
    let headers = (response["headers"]?.array ?? []).compactMap { header in
      header["name"]?.string.flatMap { name in
        header["value"]?.string.map { ResponseHead.Header(name, $0) }
      }
    }
    let head = ResponseHead(
      status: status, reasonPhrase: reason?.isEmpty == false ? reason : nil, headers: headers)
    return CapturedResponse(
      id: nil, response: Response(head, body: try body(of: response["content"])))
  }

  private static func body(
    of content: JSONValue?
  ) throws(CaptureProblem.RecordProblem) -> [UInt8] {
    guard let text = content?["text"]?.string else { return [] }
    guard content?["encoding"]?.string == "base64" else { return Array(text.utf8) }
    return try Base64.decoded(text, member: "content.text")
  }
}
