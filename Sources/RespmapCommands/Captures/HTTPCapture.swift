internal import Diagnostics
internal import ResponseMapping

/// Reads what `curl -i` prints: status line, headers, blank line, body.
///
/// `curl -iL` prints a response for each redirect, and some servers send interim ones: the last
/// counts. A further status line is looked for directly after a header block, or after a body whose
/// Content-Length says where it ends; nowhere else, since a body may hold anything.
struct HTTPCapture {
  private let bytes: [UInt8]
  private var offset = 0

  static func lastResponse(of bytes: [UInt8]) throws(CaptureProblem) -> Response {
    var capture = HTTPCapture(bytes: bytes)
    while true {
      let head = try capture.head()
      if isStatusLine(bytes, at: capture.offset) { continue }
      if let length = head[header: "Content-Length"].flatMap({ Int($0.trimmingBlanks) }),
        length >= 0, length < bytes.count - capture.offset,
        isStatusLine(bytes, at: capture.offset + length)
      {
        capture.offset += length
        continue
      }
      return Response(head, body: Array(bytes[capture.offset...]))
    }
  }

  private init(bytes: [UInt8]) { self.bytes = bytes }

  /// Whether a status line begins at the offset, well-formed or not.
  static func isStatusLine(_ bytes: [UInt8], at offset: Int) -> Bool {
    offset < bytes.count && bytes[offset...].starts(with: "HTTP/".utf8)
  }

  private mutating func head() throws(CaptureProblem) -> ResponseHead {
    let start = offset
    guard let line = nextLine() else { throw CaptureProblem(.truncatedHeader, at: bytes.count) }
    guard var head = HTTPCapture.statusLine(line) else {
      throw CaptureProblem(.statusLine, at: start)
    }
    while true {
      let start = offset
      guard let line = nextLine() else { throw CaptureProblem(.truncatedHeader, at: bytes.count) }
      if line.isEmpty { return head }
      if line.first == " " || line.first == "\t", !head.headers.isEmpty {
        // An obsolete line folding (RFC 9112 §5.2) continues the value above.
        head.headers[head.headers.count - 1].value += " " + line.trimmingBlanks
      } else if let header = HTTPCapture.header(line) {
        head.headers.append(header)
      } else {
        throw CaptureProblem(.header, at: start)
      }
    }
  }

  /// The next line without its LF or CR LF; nil if the capture ends before one.
  private mutating func nextLine() -> String? {
    guard let end = bytes[offset...].firstIndex(of: 0x0A) else { return nil }
    var line = bytes[offset..<end]
    if line.last == 0x0D { line.removeLast() }
    offset = end + 1
    return String(decoding: line, as: UTF8.self)
  }

  /// status-line = "HTTP/" DIGIT [ "." DIGIT ] SP 3DIGIT [ SP reason ]     (RFC 9112 §4)
  private static func statusLine(_ line: String) -> ResponseHead? {
    let parts = line.split(separator: " ", maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2, isVersion(parts[0].dropFirst(5)), parts[1].utf8.count == 3,
      parts[1].utf8.allSatisfy({ (0x30...0x39).contains($0) }), let status = Int(parts[1]),
      status >= 100
    else { return nil }
    let reason = parts.count == 3 ? String(parts[2]).trimmingBlanks : ""
    return ResponseHead(status: status, reasonPhrase: reason.isEmpty ? nil : reason)
  }

  private static func isVersion(_ text: Substring) -> Bool {
    let parts = text.split(separator: ".", omittingEmptySubsequences: false)
    return (1...2).contains(parts.count)
      && parts.allSatisfy {
        $0.utf8.count == 1 && $0.utf8.allSatisfy { (0x30...0x39).contains($0) }
      }
  }

  /// A header from `Name: value`; nil if no token (RFC 9110 §5.6.2) and colon begin the line.
  static func header(_ line: String) -> ResponseHead.Header? {
    guard let colon = line.firstIndex(of: ":") else { return nil }
    let name = line[..<colon]
    let isToken = name.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"):
        true
      default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
      }
    }
    guard !name.isEmpty, isToken else { return nil }
    return ResponseHead.Header(
      String(name), String(line[line.index(after: colon)...]).trimmingBlanks)
  }
}
