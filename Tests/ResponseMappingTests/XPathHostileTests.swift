import ResponseMapping
import Testing

/// Expressions that are harmless on what they were written for, and bodies that make them expensive.
@Suite struct `An XPath on a body that means harm` {
  /// A body of up to 1 MB.
  enum Body: String, CaseIterable, Sendable {
    /// 8,000 elements beside a text of 500 KB.
    case text
    /// The same text as words of two letters, as digits and as white space.
    case words, digits, blanks
    /// 400 times 200 elements within each other.
    case nested
    /// 30,000 elements that hold one element each.
    case pairs
    /// 8,000 texts `a` and 8,000 texts `b`, no two of them the same.
    case different
    /// 400 elements with 200 attributes each.
    case attributes
    /// 90,000 comments, one behind the other; texts and elements in turn.
    case comments, mixed
    /// 1,000 elements with 2,500 namespace declarations around them.
    case namespaces
    /// A namespace whose name has 60,000 bytes, and 60,000 elements in it.
    case longNamespace
    /// A prefix of 30,000 bytes, and 8,000 elements.
    case longPrefix
    /// 1,500 identifiers, and an element that names all of them.
    case identifiers
    /// 20,000 elements within 150 that have 100 attributes each.
    case languages

    var bytes: [UInt8] { Array(content.utf8) }

    private static func beside(_ text: String) -> String {
      "<r>" + repeated("<a>x</a>", 8_000) + "<t>" + text + "</t></r>"
    }

    private static func numbered(_ count: Int, _ unit: (Int) -> String) -> String {
      (0..<count).map(unit).joined()
    }

    private var content: String {
      switch self {
      case .text: Body.beside(repeated("q", 500_000))
      case .words: Body.beside(repeated("ab ", 170_000))
      case .digits: Body.beside(repeated("1", 500_000))
      case .blanks: Body.beside(repeated("q  ", 170_000))
      case .nested:
        "<r>" + repeated(repeated("<a>", 200) + "x" + repeated("</a>", 200), 400) + "</r>"
      case .pairs: "<r>" + repeated("<a><b/></a>", 30_000) + "</r>"
      case .different:
        "<r>" + Body.numbered(8_000) { "<a>\($0)x</a><b>\($0)y</b>" } + "</r>"
      case .attributes:
        "<r>" + repeated("<a" + Body.numbered(200) { " b\($0)='1'" } + "/>", 400) + "</r>"
      case .comments: "<r>" + repeated("<!--x-->", 90_000) + "</r>"
      case .mixed: "<r>" + repeated("x<a/>", 30_000) + "</r>"
      case .namespaces:
        Body.numbered(10) { level in
          "<a" + Body.numbered(250) { " xmlns:n\(level)_\($0)='u'" } + ">"
        } + repeated("<b/>", 1_000) + repeated("</a>", 10)
      case .longNamespace:
        "<r xmlns='" + repeated("u", 60_000) + "'>" + repeated("<a/>", 60_000) + "</r>"
      case .longPrefix:
        "<\(repeated("p", 30_000)):r xmlns:\(repeated("p", 30_000))='u'>"
          + repeated("<a>x</a>", 8_000) + "</\(repeated("p", 30_000)):r>"
      case .identifiers:
        "<r>" + Body.numbered(1_500) { "<a xml:id='i\($0)'/>" } + "<t>"
          + Body.numbered(1_500) { "i\($0) " } + "</t></r>"
      case .languages:
        repeated("<a" + Body.numbered(100) { " b\($0)='1'" } + ">", 150) + repeated("<b/>", 20_000)
          + repeated("</a>", 150)
      }
    }
  }

  /// A tenth of what is allowed otherwise, and a fortieth where that is to be used up: this is a build
  /// without optimization.
  private static let steps = 200_000
  private static let fewSteps = 50_000

  /// No attack may take longer, beside other tests on a busy machine.
  private static let bound = Duration.seconds(5)

  /// How many nodes are selected, or what is computed; `nil` where the steps do not suffice.
  private func answer(_ path: String, _ body: Body, steps: Int) throws -> String? {
    let query = try ResponseQuery(path, format: .xml)
    let bytes = body.bytes
    let clock = ContinuousClock()
    let start = clock.now
    defer { #expect(clock.now - start < Self.bound, "\(path)") }
    do throws(BodyFailure) {
      let nodes = try query.select(in: bytes, limits: Limits(querySteps: steps))
      return nodes.count == 1 && path.hasPrefix("(") ? nodes[0].text : "\(nodes.count) nodes"
    } catch {
      #expect(error.kind == .limit(.querySteps, value: steps))
      #expect(error.code == "RM501")
      return nil
    }
  }

  private static let refused: [(String, Body)] = [
    ("//a[contains(string(/), 'z')]", .text),
    ("//a[contains(/, 'z')]", .text),
    ("//a[string-length(/) = 3]", .text),
    ("//a[/ = 'z']", .text),
    ("//a[/ < .]", .text),
    ("//a[/ + 1 = 2]", .text),
    ("//a[-/ > 3]", .text),
    ("//a[sum(//a) = 2]", .text),
    ("//a[concat(/, /) = 'z']", .text),
    ("//a[substring(/, 2) = 'z']", .text),
    ("//a[translate(/, 'abc', 'def') = 'z']", .text),
    ("//a[/ != //t]", .text),
    ("//a[substring-before(/, concat(/, 'c')) = 'z']", .words),
    ("//a[id(/r/t)]", .words),
    ("//a[normalize-space(/) = 'z']", .words),
    ("//a[translate(., /r/t, 'x') = 'z']", .words),
    ("//a[lang(/r/t)]", .words),
    ("//a[/r/t = 2]", .digits),
    ("//a[number(/r/t) < .]", .digits),
    ("//a[normalize-space(/r/t) = 'z']", .blanks),
    ("//a[.//b]", .nested),
    ("//a/..", .nested),
    ("//a//a[1]", .nested),
    ("(count(//a//a//a))", .nested),
    ("//a/ancestor::*/descendant::*", .nested),
    ("//a[ancestor::a = 'z']", .nested),
    ("//a[. = 'z']", .nested),
    ("//a/following::b", .pairs),
    ("//a[preceding::b[. = 'z']]", .pairs),
    ("//a/following-sibling::*", .pairs),
    ("//b[count(//a | //b) = 1]", .pairs),
    ("//a[. = //b]", .different),
    ("//a/@*[count(../@*) = 1]", .attributes),
    ("//comment()[count(../comment()) = 1]", .comments),
    ("//*/namespace::*", .namespaces),
    ("//b[namespace::x]", .namespaces),
    ("//b[lang('en')]", .languages),
    ("//b[ancestor::*[@x]]", .languages),
  ]

  @Test(arguments: refused)
  func `is refused where each node costs a text or all nodes`(
    _ path: String, _ body: Body
  ) throws {
    #expect(try answer(path, body, steps: Self.fewSteps) == nil)
  }

  private static let answered: [(String, Body, String)] = [
    ("(//a = //b)", .different, "false"),
    ("(//a != //b)", .different, "true"),
    ("(count(//b/..))", .pairs, "30000"),
    ("(count(//comment()))", .comments, "90000"),
    ("(count(//text() | //a))", .mixed, "60000"),
    ("(string-length(substring-before(/r/t, ' ')))", .words, "2"),
    ("(contains(/r/t, concat(/r/t, 'c')))", .words, "false"),
    ("(count(id(/r/t)))", .identifiers, "1500"),
    ("//a[name(/*) = 'z']", .longPrefix, "0 nodes"),
    ("(count(//@*))", .attributes, "80000"),
    ("(string-length(namespace-uri(/*)))", .longNamespace, "60000"),
  ]

  @Test(arguments: answered)
  func `is answered where it costs no more than the body is long`(
    _ path: String, _ body: Body, _ answer: String
  ) throws {
    #expect(try self.answer(path, body, steps: Self.steps) == answer)
  }
}
