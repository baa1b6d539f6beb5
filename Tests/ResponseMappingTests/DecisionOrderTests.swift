import ResponseMapping
import Testing

@Suite struct DecisionOrderTests {
  /// A response that has something wrong at several steps, and what is said about it: what comes
  /// first.
  struct Case: Sendable, CustomTestStringConvertible {
    let name: String
    var context = CallContext.trigger
    var status = 200
    var contentType: String?
    var body: [UInt8] = bytes(#"{"v":"x"}"#)
    let kind: String
    let code: String

    var testDescription: String { name }
  }

  private static let limits = Limits(bodyBytes: 64, depth: 4)
  private static let tooLong = bytes("[" + repeated("1,", 32) + "1]")
  private static let tooLongAndMalformed = bytes("[,," + repeated("1,", 32))
  private static let tooDeep = bytes("[[[[[]]]]]")
  private static let html = bytes("<html></html>")
  private static let blanks = bytes(" \t\r\n")

  @Test(arguments: [
    // The context beats all.
    Case(
      name: "batch over status", context: .batch, status: 500, kind: "batchCampaign",
      code: "webhook.1000"),
    Case(
      name: "batch over empty", context: .batch, body: [], kind: "batchCampaign",
      code: "webhook.1000"),
    Case(
      name: "batch over a good body", context: .batch, kind: "batchCampaign",
      code: "webhook.1000"),
    Case(
      name: "batch over malformed", context: .batch, body: [0xFF], kind: "batchCampaign",
      code: "webhook.1000"),
    Case(
      name: "timeout over status", context: .timeout, status: 404, kind: "timeout", code: "RM301"),
    Case(name: "timeout over empty", context: .timeout, body: [], kind: "timeout", code: "RM301"),
    Case(name: "timeout over a good body", context: .timeout, kind: "timeout", code: "RM301"),
    Case(
      name: "timeout over limit", context: .timeout, body: tooLong, kind: "timeout",
      code: "RM301"),
    // Then the status.
    Case(name: "status over a good body", status: 404, kind: "status", code: "http.404"),
    Case(name: "status over empty", status: 404, body: [], kind: "status", code: "http.404"),
    Case(name: "status over blanks", status: 500, body: blanks, kind: "status", code: "http.500"),
    Case(
      name: "status over content type", status: 502, contentType: "text/html", body: html,
      kind: "status", code: "http.502"),
    Case(
      name: "status over malformed", status: 301, body: bytes("{"), kind: "status",
      code: "http.301"),
    Case(
      name: "status over encoding", status: 403, body: [0xFF, 0xFE], kind: "status",
      code: "http.403"),
    Case(name: "status over limit", status: 400, body: tooLong, kind: "status", code: "http.400"),
    // Then emptiness.
    Case(name: "empty", body: [], kind: "emptyBody", code: "webhook.1001"),
    Case(name: "blanks", body: blanks, kind: "emptyBody", code: "webhook.1001"),
    Case(
      name: "empty over content type", contentType: "text/html", body: [], kind: "emptyBody",
      code: "webhook.1001"),
    Case(
      name: "blanks over content type", contentType: "text/html", body: blanks, kind: "emptyBody",
      code: "webhook.1001"),
    Case(
      name: "empty over limit", body: bytes(repeated(" ", 100)), kind: "emptyBody",
      code: "webhook.1001"),
    Case(name: "empty at 204", status: 204, body: [], kind: "emptyBody", code: "webhook.1001"),
    // Then the content type with the first byte.
    Case(
      name: "content type over malformed", contentType: "text/html", body: html,
      kind: "contentTypeMismatch", code: "RM302"),
    Case(
      name: "content type over limit", contentType: "text/html",
      body: html + bytes(repeated("x", 100)), kind: "contentTypeMismatch", code: "RM302"),
    Case(
      name: "content type over encoding", contentType: "text/plain", body: bytes("<‹FF›"),
      kind: "contentTypeMismatch", code: "RM302"),
    // A wrong type over a fitting first byte is a warning, so the next step decides.
    Case(
      name: "malformed under a wrong type", contentType: "text/html", body: bytes("{,"),
      kind: "malformedBody", code: "RM303"),
    Case(
      name: "limit under a wrong type", contentType: "text/html", body: tooLong, kind: "limit",
      code: "RM501"),
    Case(
      name: "depth under a wrong type", contentType: "text/html", body: tooDeep, kind: "limit",
      code: "RM501"),
    // Then the body.
    Case(name: "malformed", body: bytes("{"), kind: "malformedBody", code: "RM303"),
    Case(name: "html without a type", body: html, kind: "malformedBody", code: "RM303"),
    Case(
      name: "html as JSON", contentType: "application/json", body: html, kind: "malformedBody",
      code: "RM303"),
    Case(name: "encoding", body: bytes("\"‹FF›\""), kind: "encoding", code: "RM304"),
    Case(name: "limit over malformed", body: tooLongAndMalformed, kind: "limit", code: "RM501"),
    Case(
      name: "limit over encoding", body: [0xFF, 0xFE] + tooLong, kind: "limit", code: "RM501"),
    Case(name: "depth", body: tooDeep, kind: "limit", code: "RM501"),
    // Within the body what comes first counts.
    Case(
      name: "malformed before encoding", body: bytes("[,\"‹FF›\"]"), kind: "malformedBody",
      code: "RM303"),
    Case(
      name: "encoding before malformed", body: bytes("[\"‹FF›\",,]"), kind: "encoding",
      code: "RM304"),
    Case(
      name: "malformed before depth", body: bytes("[,[[[[[]]]]]]"), kind: "malformedBody",
      code: "RM303"),
    Case(name: "depth before malformed", body: bytes("[[[[[,"), kind: "limit", code: "RM501"),
    Case(
      name: "depth before encoding", body: bytes("[[[[[\"‹FF›\""), kind: "limit", code: "RM501"),
  ])
  func `of several things that are wrong the first in the order is said`(_ row: Case) throws {
    let mapping = try compiled("v -> Target", limits: DecisionOrderTests.limits)
    let headers = row.contentType.map { [ResponseHead.Header("Content-Type", $0)] } ?? []
    let head = ResponseHead(
      status: row.status, reasonPhrase: "Reason", headers: headers, context: row.context)
    let outcome = mapping.evaluate(Response(head, body: row.body))
    let failure = try #require(outcome.failure)
    #expect(failure.kind.name == row.kind)
    #expect(failure.code == row.code)
    #expect(failure.errorType == "Reason")
    #expect(failure.response == row.body)
    #expect(!failure.message.isEmpty && !failure.message.hasSuffix("."))
  }

  @Test(arguments: [200, 201, 202, 203, 204, 206, 207, 226, 250, 299])
  func `any status of 2xx may write`(_ status: Int) throws {
    let mapping = try compiled("v -> Target")
    let outcome = mapping.evaluate(Response(status: status, body: #"{"v":"x"}"#))
    #expect(outcome.updates?.values == ["Target": .string("x")])
  }

  @Test(arguments: [
    Int.min, -200, -1, 0, 1, 2, 20, 99, 100, 101, 199, 300, 301, 304, 399, 400, 404, 499, 500, 599,
    600, 999, 1000, 1200, 2000, 20_000, Int.max,
  ])
  func `no other status writes, whatever it is`(_ status: Int) throws {
    let mapping = try compiled("v -> Target")
    let failure = try #require(
      mapping.evaluate(Response(status: status, body: #"{"v":"x"}"#)).failure)
    #expect(failure.kind == .status(status))
    #expect(failure.code == "http.\(status)")
    #expect(failure.response == bytes(#"{"v":"x"}"#))
  }

  @Test func `the reason phrase is the error type, as it came`() throws {
    let mapping = try compiled("v -> Target")
    for phrase in ["Not Found", "OK", "Nicht gefunden", "é\u{1}", " "] {
      let head = ResponseHead(status: 404, reasonPhrase: phrase)
      #expect(mapping.evaluate(Response(head, body: [])).failure?.errorType == phrase)
    }
    #expect(mapping.evaluate(Response(status: 404, body: "")).failure?.errorType == nil)
  }

  @Test func `a status with a reason of its own decides by its number alone`() throws {
    let mapping = try compiled("v -> Target")
    let notFound = ResponseHead(status: 200, reasonPhrase: "Not Found")
    #expect(
      mapping.evaluate(Response(notFound, body: bytes(#"{"v":"x"}"#))).result == .string("x"))
    let fine = ResponseHead(status: 500, reasonPhrase: "OK")
    #expect(
      mapping.evaluate(Response(fine, body: bytes(#"{"v":"x"}"#))).failure?.kind == .status(500))
  }

  @Test func `a failure carries the body byte by byte, text or not`() throws {
    let mapping = try compiled("v -> Target")
    let body = (0...255).map { UInt8($0) }
    #expect(
      mapping.evaluate(Response(ResponseHead(status: 503), body: body)).failure?.response == body)
    #expect(mapping.evaluate(body).failure?.response == body)
  }
}

@Suite struct ContentTypeTests {
  private func outcome(_ contentType: String?, _ body: String) throws -> Outcome {
    let headers = contentType.map { [ResponseHead.Header("Content-Type", $0)] } ?? []
    return try compiled("v -> Target").evaluate(
      Response(status: 200, headers: headers, body: body))
  }

  @Test(arguments: [
    "application/json", "application/json; charset=utf-8", "APPLICATION/JSON",
    "application/json;charset=UTF-8", " application/json ", "application/problem+json",
    "application/vnd.api+json; version=1", "application/hal+json", "text/json", "", " ", nil,
  ])
  func `a type of JSON, or none, is nothing to speak of`(_ contentType: String?) throws {
    let outcome = try outcome(contentType, #"{"v":"x"}"#)
    #expect(outcome.result == .string("x"))
    #expect(outcome.warningCodes.isEmpty)
    #expect(try self.outcome(contentType, "<html>").failure?.kind.name == "malformedBody")
  }

  @Test(arguments: [
    "text/html", "text/html; charset=UTF-8", "text/plain", "application/xml", "text/javascript",
    "application/octet-stream", "application/x-www-form-urlencoded", "application/jsonp",
    "application/jsonx", "image/png",
  ])
  func `another type over a body of JSON is a warning`(_ contentType: String) throws {
    for body in [
      #"{"v":"x"}"#, " \n{\"v\":\"x\"}", "[]", #""x""#, "42", "-1", "true", "false", "null",
      "\u{FEFF}{}",
    ] {
      let outcome = try outcome(contentType, body)
      #expect(outcome.updates != nil)
      #expect(outcome.warningCodes.contains(.contentTypeDiffers))
    }
  }

  @Test(arguments: [
    "<html>", " \r\n<!DOCTYPE html>", "<?xml?>", "Not found", "OK", "(function(){})", "'x'", "}",
    "]", ",", ":", "+1", ".5", "\u{FEFF}<html>", "é", "#", "/**/{}", "\\",
  ])
  func `another type over a body that does not begin like JSON is a failure`(
    _ body: String
  ) throws {
    let failure = try #require(try outcome("text/html", body).failure)
    #expect(failure.kind == .contentTypeMismatch)
    #expect(failure.code == "RM302")
    #expect(failure.recovery == .investigate)
    #expect(failure.response == Array(body.utf8))
  }

  @Test func `the name of the header is compared without regard to case`() throws {
    for name in ["content-type", "CONTENT-TYPE", "cOnTeNt-TyPe"] {
      let outcome = try compiled("v -> Target").evaluate(
        Response(status: 200, headers: [.init(name, "text/html")], body: "<html>"))
      #expect(outcome.failure?.kind == .contentTypeMismatch)
    }
    let outcome = try compiled("v -> Target").evaluate(
      Response(
        status: 200,
        headers: [.init("X-Content-Type", "text/html"), .init("Content", "text/html")],
        body: #"{"v":"x"}"#))
    #expect(outcome.warningCodes.isEmpty)
  }

  @Test func `a warning about the type is kept where the body turns out to be malformed`() throws {
    let outcome = try outcome("text/html", "{")
    #expect(outcome.failure?.kind.name == "malformedBody")
    #expect(outcome.warningCodes == [.contentTypeDiffers])
  }
}
