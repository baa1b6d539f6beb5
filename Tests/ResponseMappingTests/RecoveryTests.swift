import ResponseMapping
import Testing

@Suite struct RecoveryTests {
  private func recovery(_ status: Int, _ headers: [ResponseHead.Header] = []) throws -> Recovery? {
    try compiled("v -> Target").evaluate(Response(status: status, headers: headers, body: "x"))
      .failure?.recovery
  }

  private func wait(_ retryAfter: String, sent date: String? = nil) throws -> Recovery? {
    let dates = date.map { [ResponseHead.Header("Date", $0)] } ?? []
    return try recovery(503, dates + [.init("Retry-After", retryAfter)])
  }

  @Test(arguments: [408, 425, 429, 500, 502, 503, 504])
  func `a transient status is retried, after the time that the service asks for`(
    _ status: Int
  ) throws {
    #expect(try recovery(status) == .retry(after: nil))
    #expect(try recovery(status, [.init("Retry-After", "120")]) == .retry(after: 120))
    #expect(try recovery(status, [.init("retry-after", "0")]) == .retry(after: 0))
    #expect(try recovery(status)?.name == "retry")
  }

  @Test(
    arguments: Array(400...499).filter { ![408, 425, 429].contains($0) })
  func `every other 4xx asks for a better request`(_ status: Int) throws {
    #expect(try recovery(status) == .fixRequest)
    #expect(try recovery(status, [.init("Retry-After", "120")]) == .fixRequest)
  }

  @Test(arguments: [300, 301, 302, 303, 304, 305, 307, 308, 399])
  func `a redirect asks for a better configuration`(_ status: Int) throws {
    #expect(try recovery(status) == .fixConfiguration)
    #expect(try recovery(status, [.init("Retry-After", "120")]) == .fixConfiguration)
  }

  @Test(arguments: [501, 505, 506, 507, 508, 510, 511, 520, 521, 522, 530, 598, 599])
  func `every other 5xx is to be investigated`(_ status: Int) throws {
    #expect(try recovery(status) == .investigate)
  }

  @Test func `what is wrong without a status has its class too`() throws {
    let mapping = try compiled("v -> Target", limits: Limits(bodyBytes: 16, depth: 2))
    func recovery(_ context: CallContext, _ body: String, _ type: String? = nil) -> Recovery? {
      let headers =
        [ResponseHead.Header("Retry-After", "5")]
        + (type.map { [.init("Content-Type", $0)] } ?? [])
      let head = ResponseHead(status: 200, headers: headers, context: context)
      return mapping.evaluate(Response(head, body: Array(body.utf8))).failure?.recovery
    }
    #expect(recovery(.batch, "{}") == .fixConfiguration)
    #expect(recovery(.trigger, "") == .investigate)
    #expect(recovery(.trigger, "<", "text/html") == .investigate)
    #expect(recovery(.trigger, "<") == .investigate)
    #expect(recovery(.trigger, "\u{1F}") == .investigate)
    #expect(recovery(.trigger, "[[[") == .investigate)
    #expect(recovery(.trigger, repeated("1", 17)) == .investigate)
    #expect(recovery(.timeout, "{}")?.name == "retry")
  }

  // MARK: Retry-After

  @Test(arguments: [
    ("0", 0), ("1", 1), ("120", 120), ("86400", 86_400), ("007", 7), (" 30 ", 30), ("\t30", 30),
    ("2147483648", 2_147_483_648), ("9223372036854775807", Int.max),
  ])
  func `seconds are waited`(_ value: String, _ seconds: Int) throws {
    #expect(try wait(value) == .retry(after: seconds))
    #expect(try wait(value, sent: "nonsense") == .retry(after: seconds))
  }

  /// RFC 9110 §5.6.7: one time in its three forms.
  @Test(arguments: [
    "Sun, 06 Nov 1994 08:49:37 GMT", "Sunday, 06-Nov-94 08:49:37 GMT", "Sun Nov  6 08:49:37 1994",
  ])
  func `a date in any form of HTTP is waited for`(_ date: String) throws {
    let sent: [(String, Int)] = [
      ("Sun, 06 Nov 1994 08:49:37 GMT", 0), ("Sun, 06 Nov 1994 08:49:07 GMT", 30),
      ("Sunday, 06-Nov-94 08:48:37 GMT", 60), ("Sun Nov  6 07:49:37 1994", 3_600),
      ("Sat, 05 Nov 1994 08:49:37 GMT", 86_400), ("Mon, 31 Oct 1994 08:49:37 GMT", 518_400),
      // A date that has passed
      ("Sun, 06 Nov 1994 08:49:38 GMT", 0), ("Tue, 06 Nov 2029 08:49:37 GMT", 0),
    ]
    for (sent, seconds) in sent {
      #expect(try wait(date, sent: sent) == .retry(after: seconds))
      #expect(try wait(" \(date)\t", sent: " \(sent) ") == .retry(after: seconds))
    }
  }

  @Test(arguments: [
    ("Tue, 29 Feb 2028 23:59:59 GMT", "Wed, 01 Mar 2028 00:00:00 GMT", 1),
    ("Sun, 28 Feb 2027 23:59:59 GMT", "Mon, 01 Mar 2027 00:00:00 GMT", 1),
    ("Thu, 31 Dec 2026 23:59:50 GMT", "Fri, 01 Jan 2027 00:00:10 GMT", 20),
    ("Thu, 01 Jan 1970 00:00:00 GMT", "Fri, 02 Jan 1970 00:00:00 GMT", 86_400),
    ("Wed, 31 Dec 1969 23:59:59 GMT", "Thu, 01 Jan 1970 00:00:00 GMT", 1),
    ("Sat Jan  1 00:00:00 2028", "Mon Jan 10 00:00:00 2028", 777_600),
    ("Saturday, 01-Jan-28 00:00:00 GMT", "Sat, 01 Jan 2028 00:01:00 GMT", 60),
  ])
  func `dates are counted over the ends of days, months and years`(
    _ sent: String, _ until: String, _ seconds: Int
  ) throws { #expect(try wait(until, sent: sent) == .retry(after: seconds)) }

  @Test func `without a date of the response it is not known how long a date is off`() throws {
    #expect(try wait("Sun, 06 Nov 1994 08:49:37 GMT") == .retry(after: nil))
    #expect(try wait("Sun, 06 Nov 1994 08:49:37 GMT", sent: "") == .retry(after: nil))
    #expect(try wait("Sun, 06 Nov 1994 08:49:37 GMT", sent: "yesterday") == .retry(after: nil))
    #expect(try wait("Sun, 06 Nov 1994 08:49:37 GMT", sent: "30") == .retry(after: nil))
  }

  @Test(arguments: [
    "", " ", "soon", "-1", "+1", "1.5", "1e3", "30s", "30 s", "1 2", "0x10", "٣٠", "３０", "30,60",
    "99999999999999999999", "9223372036854775808", "Sun, 31 Feb 1994 08:49:37 GMT",
    "Sun, 00 Nov 1994 08:49:37 GMT", "Sun, 06 Foo 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 24:49:37 GMT", "Sun, 06 Nov 1994 08:60:37 GMT",
    "Sun, 06 Nov 1994 08:49:61 GMT", "Sun, 06 Nov 1994 08:49 GMT", "Sun, 06 Nov 1994 08:49:37",
    "Sun, 06 Nov 1994 08:49:37 PST", "Sun, 06 Nov 1994 08:49:37 +0100",
    "Sun, 06 Nov 99999999999999999999 08:49:37 GMT", "Sun, 06 Nov -1994 08:49:37 GMT1",
    "1994-11-06T08:49:37Z", "06 Nov 1994 08:49:37", "Sun, 06 Nov 1994", "GMT", ",,,,,",
    "- - - - - -",
    "Sun, 06 Nov 1994 08:49:37 GMT, Sun, 06 Nov 1994 08:49:37 GMT",
    "Sun, 06 Nov 1994 ::: GMT", "Sun, 06 Nov 1994 08:49:37:00 GMT", "Sun, 06 Nov  08:49:37 GMT",
    "Sun, 06 Nov 1994 8e1:49:37 GMT", "\u{0}", "120\u{0}",
  ])
  func `what is no time is not known`(_ value: String) throws {
    #expect(try wait(value, sent: "Sun, 06 Nov 1994 00:00:00 GMT") == .retry(after: nil))
  }

  @Test func `the answer does not depend on the clock`() throws {
    let first = try wait("Fri, 31 Dec 9999 23:59:59 GMT", sent: "Sat, 01 Jan 2000 00:00:00 GMT")
    #expect(first == .retry(after: 252_455_615_999))
  }
}
