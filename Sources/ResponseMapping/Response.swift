/// How the webhook was called.
public enum CallContext: Hashable, Sendable {
  /// From a trigger campaign: the only kind that webhooks run in.
  case trigger
  /// From a batch campaign: Marketo does not send the request (its error 1000).
  case batch
  /// The service did not answer in time; Marketo waits for 30 seconds.
  case timeout
}

/// A response without its body.
public struct ResponseHead: Hashable, Sendable {
  public var status: Int
  /// The reason phrase of the status line; nil where there is none, as in HTTP/2.
  public var reasonPhrase: String?
  /// Names and values in the order received; a name may come more than once.
  public var headers: [Header]
  public var context: CallContext

  public struct Header: Hashable, Sendable {
    public var name: String
    public var value: String

    public init(_ name: String, _ value: String) {
      self.name = name
      self.value = value
    }
  }

  public init(
    status: Int, reasonPhrase: String? = nil, headers: [Header] = [],
    context: CallContext = .trigger
  ) {
    self.status = status
    self.reasonPhrase = reasonPhrase
    self.headers = headers
    self.context = context
  }

  /// The value of the first header of that name, which is compared without regard to case.
  public subscript(header name: String) -> String? {
    for index in headers.indices where headers[index].isNamed(name) { return headers[index].value }
    return nil
  }
}

/// A response to a webhook, with its body as it came, content encodings decoded.
public struct Response: Hashable, Sendable {
  public var head: ResponseHead
  public var body: [UInt8]

  public init(_ head: ResponseHead, body: [UInt8]) {
    self.head = head
    self.body = body
  }

  /// A response of that status with a text as its body.
  public init(status: Int, headers: [ResponseHead.Header] = [], body: String) {
    self.init(ResponseHead(status: status, headers: headers), body: Array(body.utf8))
  }
}

extension String {
  /// The text without the blanks around it (optional white space, RFC 9110 §5.6.3).
  package var trimmingBlanks: String {
    let blanks: [UInt8] = [0x20, 0x09]
    var text = utf8[...]
    while let first = text.first, blanks.contains(first) { text.removeFirst() }
    while let last = text.last, blanks.contains(last) { text.removeLast() }
    return String(Substring(text))
  }
}

extension ResponseHead.Header {
  /// Most names are written as usual, and others mostly differ in length: both are seen at once.
  fileprivate func isNamed(_ other: String) -> Bool {
    name == other
      || name.utf8.count == other.utf8.count
        && name.utf8.elementsEqual(other.utf8) { $0.lowercasedASCII == $1.lowercasedASCII }
  }
}

extension UInt8 {
  fileprivate var lowercasedASCII: UInt8 { self &- 0x41 < 26 ? self | 0x20 : self }
}
