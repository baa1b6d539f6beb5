package import JSONText
package import ResponseMapping

/// Reads records of one JSON object a line, as ``RecordCapture`` does, in one pass and into memory
/// that is used again.
///
///     {"id":7,"status":200,"headers":{"Content-Type":"application/json"},"body":"{\"id\":1}"}
///
/// It takes records as they are usually written. Of any other it says so, and ``RecordCapture`` reads
/// it again: one with a member twice, an escape in a name, a status of no three digits, or whatever is
/// wrong with it. So there is one place only that knows what records may be and what is said of those
/// that are none, and it is not this one.
package struct RecordReader {
  /// What the last record calls itself.
  package private(set) var id: JSONValue?
  package private(set) var head: ResponseHead
  /// The body of the last record.
  package private(set) var body = DecodedText()
  private var cursor = JSONCursor()
  private var members: Members = []
  /// The headers of the record before, as they were written: those of one service are mostly alike.
  private var headersText: [UInt8] = []

  /// Which members the record has had so far, `null` counting as none.
  private struct Members: OptionSet {
    let rawValue: UInt8
    static let id = Members(rawValue: 1 << 0)
    static let status = Members(rawValue: 1 << 1)
    static let reason = Members(rawValue: 1 << 2)
    static let headers = Members(rawValue: 1 << 3)
    static let body = Members(rawValue: 1 << 4)
    static let encodedBody = Members(rawValue: 1 << 5)
    static let nullBody = Members(rawValue: 1 << 6)
    static let nullEncodedBody = Members(rawValue: 1 << 7)
  }

  package init(context: CallContext = .trigger) {
    head = ResponseHead(status: 0, context: context)
  }

  /// Reads one record.
  ///
  /// - Returns: whether this reader takes it; if not, nothing of it is to be used.
  package mutating func read(_ line: Span<UInt8>) -> Bool {
    cursor.offset = 0
    members = []
    cursor.skipWhiteSpace(line)
    guard cursor.take("{", line) else { return false }
    repeat {
      cursor.skipWhiteSpace(line)
      guard let name = cursor.takeName(line), takeMember(name, line) else { return false }
      cursor.skipWhiteSpace(line)
    } while cursor.take(",", line)
    guard cursor.take("}", line) else { return false }
    cursor.skipWhiteSpace(line)
    guard cursor.offset == line.count, members.contains(.status) else { return false }
    clearAbsent()
    return true
  }

  /// Gives memory back that one very long record has taken.
  mutating func shrink(to capacity: Int) {
    body.shrink(to: capacity)
    cursor.text.shrink(to: capacity)
    if headersText.capacity > capacity { headersText = [] }
  }

  /// Forgets what the record before had and this one has not.
  private mutating func clearAbsent() {
    if !members.contains(.id) { id = nil }
    if !members.contains(.reason) { head.reasonPhrase = nil }
    if !members.contains(.headers) {
      head.headers = []
      headersText = []
    }
    if members.isDisjoint(with: [.body, .encodedBody]) { body.removeAll() }
  }

  private mutating func takeMember(_ name: Range<Int>, _ line: Span<UInt8>) -> Bool {
    switch name.count {
    case 2 where line.holds("id", at: name): takeID(line)
    case 4 where line.holds("body", at: name): takeBody(line)
    case 6 where line.holds("status", at: name): takeStatus(line)
    case 6 where line.holds("reason", at: name): takeReason(line)
    case 7 where line.holds("headers", at: name): takeHeaders(line)
    case 11 where line.holds("body_base64", at: name): takeEncodedBody(line)
    default: cursor.skipValue(line)
    }
  }

  /// Notes a member; false if the record has had it already.
  private mutating func isFirst(_ member: Members) -> Bool { members.insert(member).inserted }

  private mutating func takeID(_ line: Span<UInt8>) -> Bool {
    guard isFirst(.id) else { return false }
    if cursor.isAt("\"", line) {
      guard cursor.takeString(line) else { return false }
      id = .string(cursor.text.string)
    } else if cursor.takeLiteral("null", line) {
      id = nil
    } else {
      guard let number = cursor.takeNumber(line) else { return false }
      id = .number(line.string(number))
    }
    return true
  }

  private mutating func takeStatus(_ line: Span<UInt8>) -> Bool {
    guard isFirst(.status), let digits = cursor.takeNumber(line), digits.count == 3,
      let status = Int(line.string(digits)), status >= 100
    else { return false }
    head.status = status
    return true
  }

  private mutating func takeReason(_ line: Span<UInt8>) -> Bool {
    guard isFirst(.reason) else { return false }
    if cursor.takeLiteral("null", line) {
      head.reasonPhrase = nil
      return true
    }
    guard cursor.takeString(line) else { return false }
    head.reasonPhrase = cursor.text.string
    return true
  }

  private mutating func takeBody(_ line: Span<UInt8>) -> Bool {
    if cursor.takeLiteral("null", line) { return isFirst(.nullBody) && !members.contains(.body) }
    guard isFirst(.body), members.isDisjoint(with: [.encodedBody, .nullBody]) else { return false }
    return cursor.take("\"", line) && body.decode(line, from: &cursor.offset)
  }

  private mutating func takeEncodedBody(_ line: Span<UInt8>) -> Bool {
    if cursor.takeLiteral("null", line) {
      return isFirst(.nullEncodedBody) && !members.contains(.encodedBody)
    }
    guard isFirst(.encodedBody), members.isDisjoint(with: [.body, .nullEncodedBody]) else {
      return false
    }
    return cursor.take("\"", line) && body.decode(line, from: &cursor.offset)
      && body.decodeBase64()
  }

  private mutating func takeHeaders(_ line: Span<UInt8>) -> Bool {
    guard isFirst(.headers) else { return false }
    if line.holds(headersText, at: cursor.offset) {
      cursor.offset += headersText.count
      return true
    }
    let start = cursor.offset
    headersText = []
    head.headers = []
    guard cursor.takeLiteral("null", line) || takeHeaderObject(line) else { return false }
    headersText = line.array(start..<cursor.offset)
    return true
  }

  private mutating func takeHeaderObject(_ line: Span<UInt8>) -> Bool {
    guard cursor.take("{", line) else { return false }
    cursor.skipWhiteSpace(line)
    if cursor.take("}", line) { return true }
    repeat {
      cursor.skipWhiteSpace(line)
      guard let name = cursor.takeName(line), takeHeader(line.string(name), line) else {
        return false
      }
      cursor.skipWhiteSpace(line)
    } while cursor.take(",", line)
    return cursor.take("}", line)
  }

  /// One value, or an array of them.
  private mutating func takeHeader(_ name: String, _ line: Span<UInt8>) -> Bool {
    guard cursor.take("[", line) else { return takeHeaderValue(name, line) }
    cursor.skipWhiteSpace(line)
    if cursor.take("]", line) { return true }
    repeat {
      cursor.skipWhiteSpace(line)
      guard takeHeaderValue(name, line) else { return false }
      cursor.skipWhiteSpace(line)
    } while cursor.take(",", line)
    return cursor.take("]", line)
  }

  private mutating func takeHeaderValue(_ name: String, _ line: Span<UInt8>) -> Bool {
    if cursor.isAt("\"", line) {
      guard cursor.takeString(line) else { return false }
      head.headers.append(ResponseHead.Header(name, cursor.text.string))
    } else {
      guard let number = cursor.takeNumber(line) else { return false }
      head.headers.append(ResponseHead.Header(name, line.string(number)))
    }
    return true
  }
}

extension Span<UInt8> {
  /// Whether those bytes, of which there are some, stand at the offset.
  fileprivate func holds(_ bytes: [UInt8], at offset: Int) -> Bool {
    guard !bytes.isEmpty, bytes.count <= count - offset else { return false }
    for place in bytes.indices where self[offset + place] != bytes[place] { return false }
    return true
  }

  fileprivate func array(_ range: Range<Int>) -> [UInt8] {
    unsafe extracting(range).withUnsafeBufferPointer { unsafe Array($0) }
  }
}
