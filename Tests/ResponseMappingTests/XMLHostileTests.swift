import Foundation
import ResponseMapping
import TestSupport
import Testing

@Suite struct XMLHostileTests {
  /// A body that means harm, and what must become of it.
  struct Attack: Sendable, CustomTestStringConvertible {
    let name: String
    let body: @Sendable () -> String
    let expected: Expected

    enum Expected: Sendable {
      /// Malformed, at one of these offsets.
      case malformed(ClosedRange<Int>)
      /// One of these limits, whichever is met first.
      case limit([Limits.Name])
      /// One of these limits or malformed: which comes first is not laid down.
      case limitOrMalformed([Limits.Name])
      /// Mapped, with this for `r.a` and `a.b`.
      case mapped([MappingResult.Result])
    }

    init(_ name: String, _ expected: Expected, _ body: @escaping @Sendable () -> String) {
      self.name = name
      self.body = body
      self.expected = expected
    }

    var testDescription: String { name }
  }

  /// No attack may take longer, in a build without optimization and beside other tests.
  private static let bound = Duration.seconds(2)

  private static func mapping() throws -> Mapping { try xml("r.a -> First", "a.b -> Second") }

  private static let good = Response(status: 200, body: "<r><a>good</a></r>")

  private static func value(of name: Limits.Name) -> Int? {
    let limits = Limits()
    return switch name {
    case .bodyBytes: limits.bodyBytes
    case .depth: limits.depth
    case .nodes: limits.nodes
    case .querySteps: limits.querySteps
    case .xmlDepth: limits.xmlDepth
    case .xmlAttributes: limits.xmlAttributes
    case .xmlTokenBytes: limits.xmlTokenBytes
    case .xmlFieldTextBytes: limits.xmlFieldTextBytes
    case .xmlTextBytes: limits.xmlTextBytes
    case .xmlNodes: limits.xmlNodes
    }
  }

  private func check(_ outcome: Outcome, _ attack: Attack) {
    switch (attack.expected, outcome) {
    case (.malformed(let offsets), .notMapped(let failure)):
      guard case .malformedBody(let position) = failure.kind else {
        Issue.record("\(failure.kind)")
        return
      }
      #expect(offsets.contains(position.offset), "\(position.offset)")
      #expect(failure.code == "RM303")
    case (.limit(let names), .notMapped(let failure)):
      let kinds = names.map { Failure.Kind.limit($0, value: Self.value(of: $0) ?? 0) }
      #expect(kinds.contains(failure.kind), "\(failure.kind)")
      #expect(failure.code == "RM501")
    case (.limitOrMalformed(let names), .notMapped(let failure)):
      let kinds = names.map { Failure.Kind.limit($0, value: Self.value(of: $0) ?? 0) }
      #expect(
        kinds.contains(failure.kind) || failure.kind.name == "malformedBody", "\(failure.kind)")
    case (.mapped(let results), .mapped(let updates)):
      #expect(updates.results.map(\.result) == results)
    default:
      Issue.record("\(outcome.failure.map { "\($0.kind)" } ?? "mapped")")
    }
  }

  @Test(arguments: attacks)
  func `an attack is refused or comes to nothing, in time, and leaves nothing behind`(
    _ attack: Attack
  ) throws {
    let body = Response(status: 200, body: attack.body())
    var evaluator = try Self.mapping().makeEvaluator()
    let clock = ContinuousClock()
    let start = clock.now
    let outcome = evaluator.evaluate(body)
    let duration = clock.now - start
    check(outcome, attack)
    #expect(duration < Self.bound)
    // The same evaluator reads what comes next.
    let next = evaluator.evaluate(Self.good)
    #expect(next.updates?.values == ["First": .string("good")])
    #expect(next.warningCodes.isEmpty)
    #expect(evaluator.evaluate(body) == outcome)
    #expect(evaluator.evaluate(Self.good) == next)
  }

  @Test(arguments: attacks)
  func `an attack that is cut short is refused in time`(_ attack: Attack) throws {
    // What is behind the root may be less and the body a document.
    guard !attack.name.hasSuffix("behind the root") else { return }
    let body = Array(attack.body().utf8)
    let mapping = try Self.mapping()
    for part in [body.count / 2, body.count - 1] {
      let response = Response(ResponseHead(status: 200), body: Array(body.prefix(part)))
      let clock = ContinuousClock()
      let start = clock.now
      let outcome = mapping.evaluate(response)
      #expect(clock.now - start < Self.bound * 2)
      #expect(
        ["malformedBody", "limit", "encoding", "emptyBody"].contains(outcome.failure?.kind.name))
    }
  }

  // MARK: Files

  /// A file that no body may lead to: its text must turn up nowhere, and nobody may open it.
  @Test func `no body makes a file be read`() throws {
    let secret = "canary-\(UInt64.random(in: .min ... .max))"
    let folder = FileManager.default.temporaryDirectory.appending(path: secret)
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: folder) }
    let file = folder.appending(path: "file.txt")
    try secret.write(to: file, atomically: true, encoding: .utf8)
    let subset = folder.appending(path: "subset.dtd")
    try "<!ENTITY b '\(secret)'><!ATTLIST a b CDATA '\(secret)'>".write(
      to: subset, atomically: true, encoding: .utf8)
    let watch = try #require(Watch(of: folder.path()))
    let mapping = try xml("a -> First", "a.b -> Second")
    for url in [file.absoluteString, file.path(), subset.absoluteString, subset.path()] {
      for body in [
        "<!DOCTYPE a [<!ENTITY b SYSTEM '\(url)'>]><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY b PUBLIC 'c' '\(url)'>]><a>&b;</a>",
        "<!DOCTYPE a [<!ENTITY % b SYSTEM '\(url)'> %b;]><a>&b;</a>",
        "<!DOCTYPE a SYSTEM '\(url)'><a>&b;</a>", "<!DOCTYPE a PUBLIC 'c' '\(url)'><a>&b;</a>",
        "<?xml version='1.0' standalone='no'?><!DOCTYPE a SYSTEM '\(url)'><a>x</a>",
      ] {
        let failure = try #require(mapping.evaluate(body).failure)
        #expect(failure.kind.name == "malformedBody")
        #expect(!failure.message.contains(secret))
      }
      // Without a document type nothing leads anywhere.
      let include =
        "<a xmlns:xi='http://www.w3.org/2001/XInclude'>"
        + "<xi:include href='\(url)' parse='text'/><b>x</b></a>"
      #expect(mapping.evaluate(include).updates?.values == ["Second": .string("x")])
      let hints =
        "<?xml-stylesheet href='\(url)'?><?xml-model href='\(url)'?><a \(xsi) "
        + "xsi:schemaLocation='u \(url)' xsi:noNamespaceSchemaLocation='\(url)' xml:base='\(url)'>"
        + "<b>x</b></a>"
      #expect(mapping.evaluate(hints).updates?.values == ["Second": .string("x")])
    }
    #expect(watch.sawAny == false)
    _ = try String(contentsOf: file, encoding: .utf8)
    #expect(watch.sawAny)
  }

  @Test func `an included document is just an element`() throws {
    let mapping = try xml(
      "a.xi:include -> Link", "a.xi:include.xi:fallback -> Fallback", "a -> All")
    let outcome = mapping.evaluate(
      "<a xmlns:xi='http://www.w3.org/2001/XInclude'><xi:include href='missing.xml'>"
        + "<xi:fallback>x</xi:fallback></xi:include></a>")
    #expect(
      outcome.updates?.results.map(\.result) == [.mismatch, .string("x"), .mismatch])
  }

  // MARK: Growth

  /// Twice the body must not take four times as long.
  @Test(arguments: [
    "<b/>", "<b>x</b>", "<b c='d' e='f'/>", "<!-- x -->", "<?b c?>", "&lt;", "&#65;",
    "<![CDATA[x]]>",
    "text ", "\r\n", "<b><c><d/></c></b>", "é😀",
  ])
  func `the time grows with the length of a body`(_ unit: String) throws {
    let mapping = try xml("a.z -> First", "a.b[4000000] -> Second")
    func time(_ size: Int) -> Duration {
      let body = Array(("<a>" + repeated(unit, size / unit.utf8.count) + "<z>x</z></a>").utf8)
      let response = Response(ResponseHead(status: 200), body: body)
      return (0..<3).map { _ in
        ContinuousClock().measure { #expect(mapping.evaluate(response).result == .string("x")) }
      }.min() ?? .zero
    }
    let small = time(250_000)
    let large = time(1_000_000)
    // Four times the length; what is quadratic takes sixteen times as long.
    #expect(large < small * 10 + .milliseconds(50), "\(small) and \(large)")
  }

  @Test func `near names are looked for within bounds`() throws {
    let lines = (0..<200).map { "a.prefix\($0)x -> Field\($0)" }.joined(separator: "\n")
    let mapping = try Mapping(compiling: "response xml\n" + lines)
    let body = "<a>" + (0..<600).map { "<prefix\($0)y/>" }.joined() + "</a>"
    let duration = ContinuousClock().measure {
      #expect(mapping.evaluate(body).updates?.values == [:])
    }
    #expect(duration < .seconds(20))
    let one = try xml("a.wanted -> Target")
    let many = "<a>" + repeated("<unwantedd/>", 500_000) + "</a>"
    let time = ContinuousClock().measure { _ = one.evaluate(many) }
    #expect(time < .seconds(5))
  }

  // MARK: Threads

  private static let kinds: [Response] = {
    let texts = [
      "<?xml version='1.0'?><r><a>é&amp;<![CDATA[😀]]></a><a>2</a><n> 4.2e1 </n></r>",
      "<!DOCTYPE r [<!ENTITY a 'b'>]><r><a>&a;</a></r>", "<r><a>cut",
      repeated("<r>", 300) + repeated("</r>", 300), "<r><a>‹E2 28 A1›</a></r>",
      "<r \(xsi)><a xsi:nil='true'/><x>\(repeated("<y z='1'>text</y>", 500))</x><nn/></r>",
    ]
    var responses = texts.map { Response(ResponseHead(status: 200), body: bytes($0)) }
    let declaration = bytes("<?xml version='1.0' encoding='windows-1252'?>")
    responses.append(
      Response(ResponseHead(status: 200), body: declaration + bytes("<r><a>‹80›</a></r>")))
    return responses
  }()

  @Test func `eight threads come to what each response comes to alone`() async throws {
    let mapping = try xml("r.a -> First", "r.n -> Number : integer", "r.x.y[499] -> Last")
    let expected = Self.kinds.map { mapping.evaluate($0) }
    #expect(Set(expected.map { $0.failure?.kind.name ?? "mapped" }).count == 4)
    let wrong = await withTaskGroup(of: Int.self) { group in
      for thread in 0..<8 {
        group.addTask {
          var wrong = 0
          var evaluator = mapping.makeEvaluator()
          for round in 0..<300 {
            for kind in 0..<expected.count {
              let index = (kind + thread + round) % expected.count
              let response = Self.kinds[index]
              let outcome =
                round % 2 == 0 ? evaluator.evaluate(response) : mapping.evaluate(response)
              if outcome != expected[index] { wrong += 1 }
            }
          }
          return wrong
        }
      }
      return await group.reduce(0, +)
    }
    #expect(wrong == 0)
  }

  /// Tasks may share a thread; these do not.
  @Test func `eight threads of the system agree`() throws {
    let mapping = try xml("r.a -> First", "r.n -> Number : integer", "r.x.y[499] -> Last")
    let expected = Self.kinds.map { mapping.evaluate($0) }
    let counts = Counts()
    let group = DispatchGroup()
    for thread in 0..<8 {
      group.enter()
      let worker = Thread {
        for round in 0..<300 {
          let index = (round + thread) % expected.count
          counts.add(mapping.evaluate(Self.kinds[index]) == expected[index])
        }
        group.leave()
      }
      worker.stackSize = 256 << 10
      worker.start()
    }
    group.wait()
    #expect(counts.right == 8 * 300)
    #expect(counts.wrong == 0)
  }

  @Test func `threads that compile and evaluate at once agree`() async throws {
    let outcomes = await withTaskGroup(of: [Outcome].self) { group in
      for _ in 0..<8 {
        group.addTask {
          guard let mapping = try? xml("r.a -> First") else { return [] }
          return Self.kinds.map { mapping.evaluate($0) }
        }
      }
      return await group.reduce(into: []) { $0.append($1) }
    }
    #expect(Set(outcomes).count == 1)
    #expect(outcomes.first?.count == Self.kinds.count)
  }

  // MARK: Bytes

  @Test func `an evaluator keeps nothing of the response before`() throws {
    let mapping = try xml("r.a -> First", "r.n -> Number : integer", "r.x.y[499] -> Last")
    let json = try compiled("r.a -> First")
    let fresh = Self.kinds.map { mapping.evaluate($0) }
    var evaluator = mapping.makeEvaluator()
    for (first, before) in Self.kinds.enumerated() {
      for (second, after) in Self.kinds.enumerated() {
        #expect(evaluator.evaluate(before) == fresh[first])
        #expect(evaluator.evaluate(after) == fresh[second], "\(second) after \(first)")
        #expect(json.evaluate(#"{"r":{"a":"x"}}"#).result == .string("x"))
      }
    }
  }

  /// The body lies in pages that cannot be written and ends where a page begins that cannot be
  /// read.
  @Test func `nothing is read behind the body and nothing written to it`() throws {
    let mapping = try xml("r.a -> First", "r.n -> Number : integer", "r.x.y[499] -> Last")
    let page = Int(sysconf(Int32(_SC_PAGESIZE)))
    let size = 8 * page
    let memory = unsafe mmap(
      nil, size + page, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0)
    guard let start = unsafe memory, unsafe start != MAP_FAILED else {
      Issue.record("no memory")
      return
    }
    defer { unsafe munmap(start, size + page) }
    #expect(unsafe mprotect(start + size, page, PROT_NONE) == 0)
    let document = Self.kinds[0].body
    let wide = utf16("<r><a>é😀</a></r>", bigEndian: true)
    let prefixes = (1..<document.count).map { Array(document.prefix($0)) }
    let widePrefixes = (1..<wide.count).map { Array(wide.prefix($0)) }
    for body in Self.kinds.map(\.body) + prefixes + [wide] + widePrefixes where body.count <= size {
      let place = unsafe UnsafeMutableRawBufferPointer(
        start: start + size - body.count, count: body.count)
      #expect(unsafe mprotect(start, size, PROT_READ | PROT_WRITE) == 0)
      unsafe place.copyBytes(from: body)
      #expect(unsafe mprotect(start, size, PROT_READ) == 0)
      let outcome = unsafe mapping.evaluate(
        ResponseHead(status: 200), body: UnsafeRawBufferPointer(place))
      #expect(outcome == mapping.evaluate(body), "\(printable(body.prefix(60)))")
    }
  }

  @Test func `random bytes and spoiled documents are never a trap`() throws {
    var random = SeededGenerator(seed: 418)
    let mapping = try xml("r.a -> First", "r.n -> Number : integer", "r.x.y[1].z -> Last")
    var evaluator = mapping.makeEvaluator()
    for round in 0..<4_000 {
      var body: [UInt8]
      if round % 4 == 0 {
        body = (0..<random.below(60)).map { _ in UInt8(random.below(256)) }
      } else {
        body = random.pick(Self.kinds).body
        for _ in 0...random.below(4) where !body.isEmpty {
          let place = random.below(body.count)
          switch random.below(4) {
          case 0: body[place] = UInt8(random.below(256))
          case 1: body.remove(at: place)
          case 2: body.insert(random.pick(Array("<>&;'\"=/!?-[]".utf8)), at: place)
          default: body = Array(body.prefix(place))
          }
        }
      }
      let response = Response(ResponseHead(status: 200), body: body)
      guard evaluator.evaluate(response) == mapping.evaluate(response) else {
        Issue.record("round \(round): \(printable(body))")
        return
      }
    }
  }

  /// The reader's own library prints what it finds unless it is kept from it.
  @Test func `headers of any kind are never a trap`() throws {
    let mapping = try xml("a -> Target")
    for value in [
      "", "\u{0}", ";", ";;;", "/", "+xml", "é", "text/xml; charset", "text/xml; charset=\"",
      "text/xml; charset=\"utf-8", "text/xml; charset=\\", "text/xml; charset=\u{0}",
      "text/xml; charset=\(repeated("x", 100_000))", repeated("a", 100_000), repeated(";", 100_000),
      repeated(" ", 100_000), "text/xml;\(repeated(" charset=x;", 10_000))", "\u{301}",
    ] {
      _ = mapping.evaluate(bytes("<a>x</a>"), as: value)
      _ = mapping.evaluate(bytes("<a"), as: value)
      #expect(mapping.evaluate(bytes("<a>x</a>"), as: "text/xml").result == .string("x"))
    }
  }
}

/// Tells whether a file of a folder was opened since it was last asked.
private final class Watch {
  private let descriptor: Int32

  init?(of folder: String) {
    descriptor = inotify_init1(Int32(IN_NONBLOCK))
    guard descriptor >= 0,
      unsafe inotify_add_watch(descriptor, folder, UInt32(IN_OPEN)) >= 0
    else {
      return nil
    }
  }

  deinit { close(descriptor) }

  var sawAny: Bool {
    let events = unsafe withUnsafeTemporaryAllocation(byteCount: 4_096, alignment: 8) { buffer in
      unsafe read(descriptor, buffer.baseAddress, buffer.count)
    }
    return events > 0
  }
}

/// Numbers that several threads count up.
private final class Counts: @unchecked Sendable {
  private let lock = NSLock()
  private var counts = (right: 0, wrong: 0)

  var right: Int { lock.withLock { counts.right } }
  var wrong: Int { lock.withLock { counts.wrong } }

  func add(_ isRight: Bool) {
    lock.withLock {
      if isRight { counts.right += 1 } else { counts.wrong += 1 }
    }
  }
}

// MARK: - Tables

private typealias Attack = XMLHostileTests.Attack

private let million = 1_000_000

/// The entities of a document that grows tenfold with each.
private let laughs =
  "<!ENTITY l0 'lol'>"
  + (1...9).map { "<!ENTITY l\($0) '\(repeated("&l\($0 - 1);", 10))'>" }.joined()

/// Parameter entities that each hold two of the next: reading the declarations alone takes forever.
private let parameters =
  "<!ENTITY % p0 '<!-- x -->'>"
  + (1...30).map { "<!ENTITY % p\($0) '&#37;p\($0 - 1);&#37;p\($0 - 1);'>" }.joined()

private let attacks: [Attack] = [
  // Entities and document types
  Attack("billion laughs", .malformed(0...9_999)) { "<!DOCTYPE r [\(laughs)]><r><a>&l9;</a></r>" },
  Attack("billion laughs in an attribute", .malformed(0...9_999)) {
    "<!DOCTYPE r [\(laughs)]><r a='&l9;'/>"
  },
  Attack("quadratic blow-up", .malformed(0...99_999)) {
    "<!DOCTYPE r [<!ENTITY a '\(repeated("x", 50_000))'>]><r><a>\(repeated("&a;", 50_000))</a></r>"
  },
  Attack("an entity that holds itself", .malformed(0...99)) {
    "<!DOCTYPE r [<!ENTITY a '&b;'><!ENTITY b '&a;'>]><r>&a;</r>"
  },
  Attack("parameter entities", .malformed(0...9_999)) {
    "<!DOCTYPE r [\(parameters)%p30;]><r><a>x</a></r>"
  },
  Attack("a file", .malformed(0...99)) {
    "<!DOCTYPE r [<!ENTITY a SYSTEM 'file:///etc/passwd'>]><r><a>&a;</a></r>"
  },
  Attack("a device that never ends", .malformed(0...99)) {
    "<!DOCTYPE r SYSTEM 'file:///dev/zero'><r><a>x</a></r>"
  },
  Attack("an address", .malformed(0...99)) {
    "<!DOCTYPE r SYSTEM 'http://192.0.2.1/r.dtd'><r><a>x</a></r>"
  },
  Attack("an address of a parameter entity", .malformed(0...99)) {
    "<!DOCTYPE r [<!ENTITY % a SYSTEM 'http://192.0.2.1/r.dtd'> %a;]><r><a>x</a></r>"
  },
  Attack("an attribute by default", .malformed(0...99)) {
    "<!DOCTYPE r [<!ATTLIST r \(repeated("a CDATA 'x' ", 1_000))>]><r><a>x</a></r>"
  },
  Attack("a document type without end", .malformed(0...9_999)) {
    "<!DOCTYPE r [\(repeated("<!ENTITY a 'b'>", 100_000))"
  },
  Attack("an entity that is not declared", .malformed(6...20)) { "<r><a>&laughs;</a></r>" },
  Attack("many entities that are not declared", .malformed(6...20)) {
    "<r><a>\(repeated("&laughs;", 1_000_000))</a></r>"
  },
  // Number of attributes, elements, names
  Attack("200,000 attributes", .limit([.xmlAttributes, .xmlTokenBytes])) {
    "<r \((0..<200_000).map { "a\($0)=''" }.joined(separator: " "))/>"
  },
  Attack("200,000 times the same attribute", .limit([.xmlAttributes, .xmlTokenBytes])) {
    "<r \(repeated("a='' ", 200_000))/>"
  },
  Attack("100,000 declarations of namespaces", .limit([.xmlAttributes, .xmlTokenBytes])) {
    "<r \((0..<100_000).map { "xmlns:n\($0)='u'" }.joined(separator: " "))/>"
  },
  Attack("1,000 elements of 250 attributes", .mapped([.string("x"), .stopped(nil)])) {
    let attributes = (0..<250).map { " a\($0)=''" }.joined()
    return "<r>" + repeated("<e\(attributes)/>", 1_000) + "<a>x</a></r>"
  },
  Attack("declarations of namespaces in every level", .mapped([.mismatch, .stopped(nil)])) {
    let open = (1..<256).map { "<a xmlns:n\($0)='u' n\($0):b=''>" }.joined()
    return "<r>" + open + repeated("</a>", 255) + "</r>"
  },
  Attack("100,000 deep", .limit([.xmlDepth])) {
    repeated("<r>", 100_000) + repeated("</r>", 100_000)
  },
  Attack("100,000 deep, without end", .limit([.xmlDepth])) { repeated("<a>", 100_000) },
  Attack("1,000,000 deep under different names", .limit([.xmlDepth])) {
    (0..<million).map { "<n\($0)>" }.joined()
  },
  Attack("200,000 names", .mapped([.string("x"), .stopped(nil)])) {
    "<r>" + (0..<200_000).map { "<n\($0)/>" }.joined() + "<a>x</a></r>"
  },
  Attack("300,000 names of attributes", .mapped([.string("x"), .stopped(nil)])) {
    "<r>" + (0..<300_000).map { "<n a\($0)=''/>" }.joined() + "<a>x</a></r>"
  },
  Attack("150,000 prefixes", .mapped([.string("x"), .stopped(nil)])) {
    "<r>" + (0..<150_000).map { "<p\($0):n xmlns:p\($0)='u'/>" }.joined() + "<a>x</a></r>"
  },
  Attack("300,000 elements of one name", .mapped([.string("x"), .stopped(nil)])) {
    "<r>" + repeated("<n/>", 300_000) + "<a>x</a></r>"
  },
  Attack("200,000 siblings of the wanted name", .mapped([.string("x"), .stopped(nil)])) {
    "<r><a>x</a>" + repeated("<a>y</a>", 200_000) + "</r>"
  },
  // Length
  Attack("a comment of 2 MB", .limit([.xmlTokenBytes])) {
    "<r><!--\(repeated("x", 2 * million))--><a>x</a></r>"
  },
  Attack("a comment of 2 MB before the root", .limit([.xmlTokenBytes])) {
    "<!--\(repeated("x", 2 * million))--><r><a>x</a></r>"
  },
  Attack("a comment of 2 MB of hyphens apart", .limit([.xmlTokenBytes])) {
    "<r><!--\(repeated("- ", million))--><a>x</a></r>"
  },
  Attack("a processing instruction of 2 MB", .limit([.xmlTokenBytes])) {
    "<r><?b \(repeated("?", 2 * million))?><a>x</a></r>"
  },
  Attack("an attribute of 2 MB", .limit([.xmlTokenBytes])) {
    "<r b='\(repeated("x", 2 * million))'><a>x</a></r>"
  },
  Attack("an attribute of 2 MB of references", .limit([.xmlTokenBytes])) {
    "<r b='\(repeated("&amp;", 2 * million))'><a>x</a></r>"
  },
  Attack("a name of 2 MB", .limit([.xmlTokenBytes])) {
    "<r><\(repeated("n", 2 * million))/></r>"
  },
  Attack("a tag of 2 MB of white space", .limit([.xmlTokenBytes])) {
    "<r\(repeated(" ", 2 * million))><a>x</a></r>"
  },
  Attack("a CDATA section of 2 MB", .mapped([.string("x"), .stopped(nil)])) {
    "<r><b><![CDATA[\(repeated("x", 2 * million))]]></b><a>x</a></r>"
  },
  Attack("a CDATA section of 2 MB of brackets", .mapped([.string("x"), .stopped(nil)])) {
    "<r><b><![CDATA[\(repeated("]", 2 * million))]]></b><a>x</a></r>"
  },
  Attack("a text of 2 MB", .mapped([.string("x"), .stopped(nil)])) {
    "<r><b>\(repeated("x", 2 * million))</b><a>x</a></r>"
  },
  Attack("a text of 2 MB of brackets", .mapped([.string("x"), .stopped(nil)])) {
    "<r><b>\(repeated("]", 2 * million))</b><a>x</a></r>"
  },
  Attack("a text of 500,000 line ends", .mapped([.string("x"), .stopped(nil)])) {
    "<r>\(repeated("\r\n", million / 2))<a>x</a></r>"
  },
  Attack("a mapped text of 2 MB", .limit([.xmlFieldTextBytes])) {
    "<r><a>\(repeated("x", 2 * million))</a></r>"
  },
  Attack("a mapped CDATA section of 2 MB", .limit([.xmlFieldTextBytes])) {
    "<r><a><![CDATA[\(repeated("x", 2 * million))]]></a></r>"
  },
  Attack("a mapped text of 2 MB of white space", .limit([.xmlFieldTextBytes])) {
    "<r><a>\(repeated(" ", 2 * million))</a></r>"
  },
  Attack("a mapped text in 2,000,000 pieces", .limit([.xmlFieldTextBytes])) {
    "<r><a>\(repeated("x<!---->", 2 * million))</a></r>"
  },
  Attack("300,000 references", .mapped([.string("x"), .stopped(nil)])) {
    "<r>\(repeated("&#65;", 300_000))<a>x</a></r>"
  },
  Attack("white space of 2 MB before the root", .mapped([.string("x"), .stopped(nil)])) {
    repeated(" ", 2 * million) + "<r><a>x</a></r>"
  },
  Attack("white space of 2 MB behind the root", .mapped([.string("x"), .stopped(nil)])) {
    "<r><a>x</a></r>" + repeated("\n", 2 * million)
  },
  Attack("300,000 comments behind the root", .mapped([.string("x"), .stopped(nil)])) {
    "<r><a>x</a></r>" + repeated("<!--x-->", 300_000)
  },
  Attack("a root of 2 MB that never ends", .malformed(3...(2 * million + 3))) {
    "<r>" + repeated("x", 2 * million)
  },
  Attack("a tag that never ends", .limit([.xmlTokenBytes])) { "<r " + repeated("a", 2 * million) },
  Attack("a declaration that never ends", .limitOrMalformed([.xmlTokenBytes])) {
    "<?xml version='1.0'" + repeated(" ", 2 * million)
  },
  // Order
  Attack("2 MB behind a mistake", .malformed(3...7)) { "<r></s>" + repeated("x", 2 * million) },
  Attack("2 MB of closing tags", .malformed(3...12)) { "<r>" + repeated("</r>", 2 * million) },
]
