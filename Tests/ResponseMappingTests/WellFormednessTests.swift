import ResponseMapping
import Testing

@Suite struct WellFormednessTests {
  private static let mapping = try? compiled("kept -> Kept", "[1].kept -> Second")

  private func evaluate(_ body: [UInt8]) throws -> Outcome {
    try #require(WellFormednessTests.mapping).evaluate(body)
  }

  @Test(arguments: acceptedBodies)
  func `a JSON text is accepted`(_ text: String) throws {
    let body = bytes(text)
    #expect(SlowJSON.read(body).verdict == .accepted)
    let outcome = try evaluate(body)
    #expect(outcome.updates != nil, "\(String(describing: outcome.failure?.kind))")
  }

  @Test(arguments: malformedBodies)
  func `a text that is not JSON is refused at the first byte that cannot continue it`(
    _ marked: String
  ) throws {
    let (body, offset) = markedBytes(marked)
    #expect(SlowJSON.read(body).verdict == .malformed(offset))
    let outcome = try evaluate(body)
    #expect(SlowVerdict(outcome) == .malformed(offset))
    #expect(outcome.failure?.code == "RM303")
    #expect(outcome.failure?.response == body)
  }

  @Test(arguments: wrongEscapes)
  func `a wrong escape is refused at the first byte that cannot continue it`(
    _ marked: String
  ) throws {
    let (body, offset) = markedBytes(marked)
    #expect(SlowJSON.read(body).verdict == .malformed(offset))
    let outcome = try evaluate(body)
    #expect(SlowVerdict(outcome) == .malformed(offset))
  }

  @Test(arguments: notUTF8)
  func `a body that is not UTF-8 is refused at the first byte of the wrong sequence`(
    _ marked: String
  ) throws {
    let (body, offset) = markedBytes(marked)
    #expect(SlowJSON.read(body).verdict == .encoding(offset))
    let outcome = try evaluate(body)
    #expect(SlowVerdict(outcome) == .encoding(offset))
    #expect(outcome.failure?.code == "RM304")
  }

  /// What a path does not enter is checked all the same.
  @Test(arguments: acceptedBodies)
  func `a JSON text is accepted where no path enters`(_ text: String) throws {
    guard !bytes(text).starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    for (before, after) in [
      (#"{"skipped":"#, #","kept":"yes"}"#), (#"{"kept":"yes","a":[{"b":[1,"#, "]}]}"),
      ("[[[", #"]],{"kept":"yes"}]"#),
    ] {
      let outcome = try evaluate(bytes(before) + bytes(text) + bytes(after))
      let values = try #require(outcome.updates?.values)
      #expect(values.values.map { $0 } == [.string("yes")])
    }
  }

  @Test(arguments: malformedBodies + wrongEscapes + notUTF8)
  func `a text that is not JSON is refused where no path enters`(_ marked: String) throws {
    let (body, _) = markedBytes(marked)
    guard !body.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    for (before, after) in [
      (#"{"kept":"yes","skipped":"#, ""), (#"{"kept":"yes","a":[{"b":[1,"#, ""),
      (#"{"skipped":"#, #","kept":"yes"}"#), ("[[[", #"]],{"kept":"yes"}]"#),
    ] {
      try checkAgainstOracle(bytes(before) + body + bytes(after))
    }
  }

  @Test(arguments: acceptedBodies + malformedBodies + wrongEscapes + notUTF8)
  func `where in its bytes a body is read does not decide`(_ marked: String) throws {
    let (body, _) = markedBytes(marked)
    guard !body.starts(with: [0xEF, 0xBB, 0xBF]) else { return }
    let member = bytes(#""t":"#) + body + bytes("}")
    let alone = try #require(SlowVerdict(try evaluate(body)))
    let inObject = try #require(SlowVerdict(try evaluate(bytes("{") + member)))
    let window = 8_192
    for split in stride(from: 0, through: body.count, by: max(1, body.count / 16)) {
      // The end of the first or second window comes before the byte at `split`.
      let windows = split % 5 == 4 ? 2 * window : window
      let blanks = windows - split
      let atTop = [UInt8](repeating: 0x20, count: blanks) + body
      #expect(SlowVerdict(try evaluate(atTop)) == alone.moved(by: blanks))

      let pad = windows - split - 4
      let string = bytes(#"{"s":""#) + [UInt8](repeating: 0x73, count: pad - 8) + bytes(#"","#)
      #expect(SlowVerdict(try evaluate(string + member)) == inObject.moved(by: pad - 1))
    }
  }

  /// Holds the runtime to what the obvious reader says.
  private func checkAgainstOracle(
    _ body: [UInt8], _ location: SourceLocation = #_sourceLocation
  ) throws {
    let expected = SlowJSON.read(body)
    let outcome = try evaluate(body)
    guard expected.escapeStart == nil else {
      // Which byte of a wrong escape is pointed at is a question of its own.
      #expect(outcome.failure?.kind.name == "malformedBody", sourceLocation: location)
      return
    }
    #expect(
      SlowVerdict(outcome) == expected.verdict,
      "\(body.count) bytes, … \(printable(body.suffix(60)))",
      sourceLocation: location)
  }

  @Test(arguments: [
    ("[¦,", 1, 2), ("\n¦,", 2, 1), ("\r\n¦,", 2, 1), ("\r¦,", 2, 1), ("\n\n\r\n\r ¦,", 5, 2),
    ("\"é\"¦,", 1, 4), ("\"😀\" ¦,", 1, 5), ("[\n  1,\n  ¦]", 3, 3), ("\u{FEFF}[¦,", 1, 3),
    ("[\r\n\"é😀\",\r\n\t¦x]", 3, 2), ("\n\n[¦", 3, 2), ("[\n¦", 2, 1), ("[\r\n¦", 2, 1),
    ("\"a¦\nb\"", 1, 3), ("[\"\u{2028}\u{85}\"¦x]", 1, 6), ("\"‹E4 B8›¦", 1, 3),
  ])
  func `a place is told by offset, line and column in characters`(
    _ marked: String, _ line: Int, _ column: Int
  ) throws {
    let (body, offset) = markedBytes(marked)
    guard case .malformedBody(let position) = try evaluate(body).failure?.kind else {
      Issue.record("accepted or refused for another reason")
      return
    }
    #expect(position.offset == offset)
    #expect(position.line == line)
    #expect(position.column == column)
  }

  /// RFC 8259 needs no object at the top; what is cut short names what is open.
  @Test(arguments: [
    (#"{"a":[1,{"b":"#, "object that begins at byte 8"),
    (#"{"a":[1,{"b":[]},"#, "array that begins at byte 5"),
    (#"{"a":[1,{"b":[]}]"#, "object that begins at byte 0"),
    (#"{"a":"xyz"#, "string that begins at byte 5"),
    (#"{"a":"xyz\"#, "string that begins at byte 5"),
    (#"{"a":tru"#, "object that begins at byte 0"), (#"[-"#, "array that begins at byte 0"),
    ("\u{FEFF}[[", "array that begins at byte 4"),
  ])
  func `a body that is cut short names the innermost that is open`(
    _ body: String, _ words: String
  ) throws {
    let failure = try #require(try evaluate(bytes(body)).failure)
    #expect(failure.message.contains(words))
    #expect(failure.kind.name == "malformedBody")
  }

  @Test func `a byte order mark is noted`() throws {
    let outcome = try evaluate(bytes("\u{FEFF}{\"kept\":\"\u{FEFF}\"}"))
    #expect(outcome.result == .string("\u{FEFF}"))
    #expect(outcome.warningCodes == [.byteOrderMark])
    #expect(try evaluate(bytes("\u{FEFF}")).failure?.kind == .emptyBody)
    #expect(try evaluate(bytes("\u{FEFF} \n")).failure?.kind == .emptyBody)
    #expect(try evaluate(bytes(" \u{FEFF}{}")).offset == 1)
    #expect(try evaluate(bytes("\u{FEFF}\u{FEFF}{}")).offset == 3)
    #expect(try evaluate(bytes("{}\u{FEFF}")).offset == 2)
  }

  @Test func `every prefix of a document is cut short at its end or is a document`() throws {
    let document = bytes(
      #" {"a\u00e9\n":[-12.5e+3,true,false,null,"é€😀\ud83d\ude00",{}],"kept":{"x":[[]]}} "#)
    for length in 0...document.count {
      let prefix = Array(document.prefix(length))
      let expected: SlowVerdict =
        length <= 1 ? .empty : length >= document.count - 1 ? .accepted : .malformed(length)
      #expect(SlowJSON.read(prefix).verdict == expected)
      #expect(SlowVerdict(try evaluate(prefix)) == expected, "\(length) bytes")
    }
  }

  @Test func `every single byte is judged alone and in every place`() throws {
    let places: [(String, String)] = [
      ("", ""), ("[", "]"), ("[1", "]"), ("[1,", "]"), ("{", "}"), ("{\"a\"", ":1}"),
      ("{\"a\":", "}"), ("{\"a\":1", "}"), ("{\"a\":1,", "}"), ("\"", "\""), ("[\"\\u00", "0\"]"),
      ("[tr", "e]"), ("[true", "]"), ("[-", "]"), ("[0", "]"), ("[1.", "]"), ("[1.5", "]"),
      ("[1e", "]"), ("[1e+", "]"), ("[1e5", "]"), ("{}", ""), ("[\"\\", "\"]"), ("1", ""),
      ("[\"é‹C3›", "\"]"), ("[\"‹E2 82›", "\"]"), ("[\"‹F0 9F 98›", "\"]"), ("[\"‹E0›", "‹80›\"]"),
      ("[\"‹ED›", "‹80›\"]"), ("[\"‹F0›", "‹80 80›\"]"), ("[\"‹F4›", "‹80 80›\"]"),
    ]
    for (before, after) in places {
      for byte in UInt8.min...UInt8.max {
        let body = bytes(before) + [byte] + bytes(after)
        // A zero among the first two bytes says UTF-16.
        if byte == 0, body.prefix(2).contains(0) { continue }
        try checkAgainstOracle(body)
      }
    }
  }
}

/// ASCII as it is, other bytes as `‹C3›`.
func printable(_ bytes: some Sequence<UInt8>) -> String {
  bytes.map { byte in
    (0x20..<0x7F).contains(byte)
      ? String(Unicode.Scalar(byte)) : "‹" + String(byte, radix: 16, uppercase: true) + "›"
  }.joined()
}
