import Diagnostics
import MappingSyntax
import Testing
import TestSupport

/// A statement with one mistake: what is said about it, and where.
struct Mistake: Sendable, CustomTestStringConvertible {
  /// With the place of the problem marked.
  let marked: String
  let code: DiagnosticCode

  init(_ marked: String, _ code: DiagnosticCode) {
    self.marked = marked
    self.code = code
  }

  var testDescription: String { marked.debugDescription }
}

/// One mistake gives one problem, in its place, and leaves the statements around it alone.
@Suite struct MistakeTests {
  @Test(arguments: Mistake.arrows)
  func `a mistake about arrows is one problem in its place`(mistake: Mistake) throws {
    try expectOneProblem(for: mistake)
  }

  @Test(arguments: Mistake.unclosed)
  func `an opener that its line does not close is one problem in its place`(
    mistake: Mistake
  ) throws {
    try expectOneProblem(for: mistake)
  }

  @Test(arguments: Mistake.indices)
  func `a mistake in brackets is one problem in its place`(mistake: Mistake) throws {
    try expectOneProblem(for: mistake)
  }

  @Test(arguments: Mistake.keys)
  func `a mistake in a key is one problem in its place`(mistake: Mistake) throws {
    try expectOneProblem(for: mistake)
  }

  @Test(arguments: Mistake.expressions)
  func `a mistake about operators is one problem in its place`(mistake: Mistake) throws {
    try expectOneProblem(for: mistake)
  }

  @Test(arguments: Mistake.templates)
  func `a mistake in a template is one problem in its place`(mistake: Mistake) throws {
    try expectOneProblem(for: mistake)
  }

  @Test(arguments: Mistake.transforms)
  func `a mistake in a transform is one problem in its place`(mistake: Mistake) throws {
    try expectOneProblem(for: mistake)
  }

  @Test(arguments: Mistake.modifiers)
  func `a mistake in a modifier is one problem in its place`(mistake: Mistake) throws {
    try expectOneProblem(for: mistake)
  }

  @Test(arguments: Mistake.guards)
  func `a mistake in a guard is one problem in its place`(mistake: Mistake) throws {
    try expectOneProblem(for: mistake)
  }

  @Test(arguments: Mistake.rules)
  func `a mistake in a rule is one problem in its place`(mistake: Mistake) throws {
    try expectOneProblem(for: mistake)
  }

  @Test(arguments: Mistake.suppressions)
  func `a mistake in a suppression is one problem in its place`(mistake: Mistake) throws {
    try expectOneProblem(for: mistake)
  }

  @Test(arguments: Mistake.fields)
  func `a mistake about the field is one problem in its place`(mistake: Mistake) throws {
    try expectOneProblem(for: mistake)
  }

  @Test(arguments: Mistake.escapes)
  func `a mistake in quotes is one problem in its place`(mistake: Mistake) throws {
    try expectOneProblem(for: mistake)
  }

  @Test(arguments: Mistake.directives)
  func `a mistake in a directive is one problem in its place`(mistake: Mistake) throws {
    try expectOneProblem(for: mistake)
  }

  @Test(arguments: [
    "1️⃣->1️⃣ X", "  1️⃣->1️⃣ X : text\nb -> Y", "# one\n\n1️⃣->1️⃣\tX", "\u{FEFF}1️⃣->1️⃣X",
    "1️⃣??1️⃣ b -> X", "1️⃣|>1️⃣ trim -> X", "# a\n1️⃣??1️⃣ ?? -> X", "1️⃣|>1️⃣\n-> X",
  ])
  func `an arrow or operator at the start of the file has no path`(marked: String) throws {
    let marked = MarkedText(marked)
    try expect([.missingPath], at: marked.ranges, in: marked.text)
  }

  @Test func `an arrow below a statement without one continues that statement`() throws {
    let file = try expect([], at: [], in: "response json\n\n# Mappings\n-> X")
    #expect(file.statements.map(summary) == ["<response json> -> X"])
  }

  @Test func `all mistakes of a file are found in one run, in the order of the file`() throws {
    let mistakes = Mistake.all
    let text = mistakes.map { MarkedText($0.marked).text + "\ngood.neighbour -> Good\n" }.joined()
    let (file, problems) = try parse(text)
    #expect(problems.map(\.diagnostic.code) == mistakes.map(\.code))
    let starts = problems.map(\.range.lowerBound)
    #expect(starts == starts.sorted())
    let neighbours = file.statements.count { summary($0) == "<good><neighbour> -> Good" }
    #expect(neighbours == mistakes.count)
  }

  private func expectOneProblem(for mistake: Mistake) throws {
    let marked = MarkedText(mistake.marked)
    try expect([mistake.code], at: marked.ranges, in: marked.text)
    let before = "response json\nbefore.it -> Before\n"
    let after = "\nafter[1].it -> After : integer\n"
    let shifted = marked.ranges.map {
      SourceRange($0.lowerBound + before.utf8.count, $0.upperBound + before.utf8.count)
    }
    let file = try expect([mistake.code], at: shifted, in: before + marked.text + after)
    #expect(file.statements.prefix(2).map(summary) == ["response json", "<before><it> -> Before"])
    #expect(file.statements.last.map(summary) == "<after>[1]<it> -> After : integer")
  }

  @discardableResult
  private func expect(
    _ codes: [DiagnosticCode], at ranges: [SourceRange], in text: String
  ) throws -> MappingFileSyntax {
    let (file, problems) = try parse(text)
    #expect(problems.map(\.diagnostic.code) == codes, "\(text.debugDescription)")
    #expect(problems.map(\.range) == ranges, "\(text.debugDescription)")
    return file
  }
}

extension Mistake {
  static let all: [Mistake] = [
    arrows, unclosed, indices, keys, fields, escapes, directives, expressions, templates,
    transforms, modifiers, guards, rules, suppressions,
  ].flatMap { $0 }

  static let arrows = [
    Mistake("1️⃣company.name Company1️⃣", .missingArrow),
    Mistake("1️⃣company.name => Company1️⃣", .missingArrow),
    Mistake("1️⃣company.name → Company1️⃣", .missingArrow),
    Mistake("1️⃣company.name = Company1️⃣", .missingArrow),
    Mistake("1️⃣company.name <- Company1️⃣", .missingArrow),
    Mistake("1️⃣company.name - > Company1️⃣", .missingArrow),
    Mistake("1️⃣company.name –> Company1️⃣", .missingArrow),
    Mistake("1️⃣company1️⃣#name -> Company", .missingArrow),
    Mistake("1️⃣company1️⃣ # -> Company", .missingArrow),
    Mistake("1️⃣'a->b'1️⃣", .missingArrow),
    Mistake("1️⃣a[->]1️⃣", .missingArrow),
    Mistake("1️⃣\"a -> X\"1️⃣", .missingArrow),
    Mistake("1️⃣x1️⃣", .missingArrow),
    Mistake("1️⃣company.name\n?? company.title1️⃣", .missingArrow),
    Mistake("a -> X 1️⃣->1️⃣ Y", .secondArrow),
    Mistake("a -> X1️⃣->1️⃣Y", .secondArrow),
    Mistake("a -> X : text 1️⃣->1️⃣ Y", .secondArrow),
    Mistake("a -> X\n1️⃣->1️⃣ Y", .secondArrow),
    Mistake("a -> X # one\n\n  # two\n  1️⃣->1️⃣ Y", .secondArrow),
    Mistake("a\n-> X\n1️⃣->1️⃣ Y", .secondArrow),
    Mistake("a -> X 1️⃣->1️⃣ Y -> Z", .secondArrow),
    Mistake("a -> X 1️⃣->1️⃣", .secondArrow),
    Mistake("a -> 1️⃣->1️⃣ X", .secondArrow),
    Mistake("a ->\n1️⃣->1️⃣ X", .secondArrow),
  ]

  static let unclosed = [
    Mistake("orders1️⃣[01️⃣.id -> X", .unclosedBracket),
    Mistake("orders1️⃣[1️⃣ -> X", .unclosedBracket),
    Mistake("orders[0]1️⃣[11️⃣.id -> X", .unclosedBracket),
    Mistake("orders1️⃣[01️⃣.id", .unclosedBracket),
    Mistake("orders1️⃣[01️⃣.id\n  -> X", .unclosedBracket),
    Mistake("orders1️⃣[01️⃣.id # comment", .unclosedBracket),
    Mistake("orders1️⃣[01️⃣[1] -> X", .unclosedBracket),
    Mistake("orders1️⃣[01️⃣) -> X", .unclosedBracket),
    Mistake("count1️⃣(1️⃣orders -> X", .unclosedBracket),
    Mistake("a -> X 1️⃣[1️⃣0", .unclosedBracket),
    Mistake("a -> X1️⃣[1️⃣0", .unclosedBracket),
    Mistake("a -> X : text1️⃣(1️⃣255", .unclosedBracket),
    Mistake("1️⃣'1️⃣a.b -> X", .unclosedQuote),
    Mistake("a.1️⃣'1️⃣b -> X", .unclosedQuote),
    Mistake("it1️⃣'1️⃣s -> X", .unclosedQuote),
    Mistake("a.1️⃣'1️⃣b", .unclosedQuote),
    Mistake("a.1️⃣'1️⃣b # c\n  -> X", .unclosedQuote),
    Mistake("1️⃣'1️⃣a\\' -> X", .unclosedQuote),
    Mistake("1️⃣'1️⃣a\\", .unclosedQuote),
    Mistake("1️⃣'1️⃣a\\\nb -> X", .unclosedQuote),
    Mistake("1️⃣'1️⃣", .unclosedQuote),
    Mistake("1️⃣\"1️⃣{a} -> X", .unclosedQuote),
    Mistake("1️⃣\"1️⃣a", .unclosedQuote),
    Mistake("a -> 1️⃣\"1️⃣Marketo Id", .unclosedQuote),
    Mistake("a -> 1️⃣\"1️⃣Marketo Id : text", .unclosedQuote),
    Mistake("a -> 1️⃣\"1️⃣", .unclosedQuote),
    Mistake("a -> 1️⃣'1️⃣Marketo Id", .unclosedQuote),
    Mistake("a -> \"X\" 1️⃣\"1️⃣", .unclosedQuote),
    Mistake("a -> X : 1️⃣\"1️⃣text", .unclosedQuote),
  ]

  static let indices = [
    Mistake("a[1️⃣x1️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣first item1️⃣].b -> X", .invalidIndex),
    Mistake("a[1️⃣-11️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣+11️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣1.51️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣0x11️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣*1️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣0:21️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣0, 11️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣0 11️⃣] -> X", .invalidIndex),
    Mistake("a[ 1️⃣0 11️⃣ ] -> X", .invalidIndex),
    Mistake("a[1️⃣٣1️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣½1️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣\"b\"1️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣'b'1️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣->1️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣(0)1️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣?@.b == 11️⃣].c -> X", .invalidIndex),
    Mistake("a[1️⃣#1️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣']'1️⃣] -> X", .invalidIndex),
    Mistake("a[1️⃣[0]1️⃣] -> X", .invalidIndex),
    Mistake("a1️⃣[]1️⃣ -> X", .invalidIndex),
    Mistake("a1️⃣[ ]1️⃣.b -> X", .invalidIndex),
    Mistake("a[1️⃣42949672961️⃣] -> X", .indexTooLarge),
    Mistake("a[1️⃣999999999999999999999999999991️⃣] -> X", .indexTooLarge),
    Mistake("a[0]1️⃣b1️⃣ -> X", .missingDot),
    Mistake("a[0] 1️⃣b1️⃣.c -> X", .missingDot),
    Mistake("a[0]1️⃣'1️⃣b' -> X", .missingDot),
    Mistake("a[0]1️⃣é1️⃣ -> X", .missingDot),
    Mistake("[0]1️⃣b1️⃣ -> X", .missingDot),
    Mistake("a[0]1️⃣]1️⃣ -> X", .illegalKeyCharacter),
    Mistake("a[0]1️⃣$1️⃣b -> X", .illegalKeyCharacter),
  ]

  static let keys = [
    Mistake("a.1️⃣$1️⃣b -> X", .illegalKeyCharacter),
    Mistake("a1️⃣@1️⃣b.c -> X", .illegalKeyCharacter),
    Mistake("1️⃣@1️⃣ -> X", .missingKey),
    Mistake("a.1️⃣@1️⃣ -> X", .missingKey),
    Mistake("a.1️⃣@1️⃣ ID -> X", .missingKey),
    Mistake("a.@I1️⃣$1️⃣D -> X", .illegalKeyCharacter),
    Mistake("a.@ID1️⃣.b1️⃣ -> X", .unexpectedText),
    Mistake("a.@ID1️⃣[0].b1️⃣ -> X", .unexpectedText),
    Mistake("a1️⃣(1️⃣b.c)d -> X", .illegalKeyCharacter),
    Mistake("a 1️⃣|1️⃣ b -> X", .illegalKeyCharacter),
    Mistake("a.b1️⃣?1️⃣.c -> X", .illegalKeyCharacter),
    Mistake("a1️⃣/1️⃣b -> X", .illegalKeyCharacter),
    Mistake("a1️⃣(1️⃣b) -> X", .illegalKeyCharacter),
    Mistake("1️⃣)1️⃣ -> X", .illegalKeyCharacter),
    Mistake("1️⃣]1️⃣ -> X", .illegalKeyCharacter),
    Mistake("a1️⃣]1️⃣ -> X", .illegalKeyCharacter),
    Mistake("a.1️⃣*1️⃣ -> X", .illegalKeyCharacter),
    Mistake("a1️⃣\\1️⃣b -> X", .illegalKeyCharacter),
    Mistake("a1️⃣'1️⃣b' -> X", .illegalKeyCharacter),
    Mistake("a1️⃣\"1️⃣b\" -> X", .illegalKeyCharacter),
    Mistake("a1️⃣,1️⃣ b -> X", .illegalKeyCharacter),
    Mistake("a 1️⃣+1️⃣ b + c -> X", .illegalKeyCharacter),
    Mistake("1️⃣😀1️⃣.b -> X", .illegalKeyCharacter),
    Mistake("a.b1️⃣😀1️⃣ -> X", .illegalKeyCharacter),
    Mistake("a1️⃣→1️⃣b -> X", .illegalKeyCharacter),
    Mistake("a1️⃣\u{1}1️⃣b -> X", .illegalKeyCharacter),
    Mistake("a1️⃣\u{0}1️⃣ -> X", .illegalKeyCharacter),
    Mistake("a1️⃣\u{7F}1️⃣ -> X", .illegalKeyCharacter),
    Mistake("a1️⃣\u{A0}1️⃣-> X", .illegalKeyCharacter),
    Mistake("a1️⃣\u{200B}1️⃣b -> X", .illegalKeyCharacter),
    Mistake("a.1️⃣\u{FEFF}1️⃣b -> X", .illegalKeyCharacter),
    Mistake("a1️⃣\u{202E}1️⃣b -> X", .illegalKeyCharacter),
    Mistake("a1️⃣½1️⃣ -> X", .illegalKeyCharacter),
    Mistake("a1️⃣.1️⃣.b -> X", .missingKey),
    Mistake("a1️⃣.1️⃣ .b -> X", .missingKey),
    Mistake("a1️⃣.1️⃣[0] -> X", .missingKey),
    Mistake("a[0]1️⃣.1️⃣ -> X", .missingKey),
    Mistake("a1️⃣.1️⃣ -> X", .missingKey),
    Mistake("a.b1️⃣.1️⃣\n  -> X", .missingKey),
    Mistake("a.b1️⃣.1️⃣ # comment\n  -> X", .missingKey),
    Mistake("a1️⃣.1️⃣. -> X", .missingKey),
    Mistake("a1️⃣.1️⃣..b -> X", .missingKey),
    Mistake("a1️⃣'1️⃣b.c' -> X", .illegalKeyCharacter),
    Mistake("1️⃣.1️⃣a -> X", .missingKey),
    Mistake("1️⃣.1️⃣[0] -> X", .missingKey),
    Mistake("1️⃣.1️⃣'a' -> X", .missingKey),
    Mistake("1️⃣.1️⃣ -> X", .missingKey),
    Mistake("'a'1️⃣b1️⃣ -> X", .missingDot),
    Mistake("'a' 1️⃣'1️⃣b' -> X", .missingDot),
  ]

  static let fields = [
    Mistake("a 1️⃣->1️⃣", .missingField),
    Mistake("a 1️⃣->1️⃣  # comment", .missingField),
    Mistake("a\n1️⃣->1️⃣", .missingField),
    Mistake("a 1️⃣->1️⃣ : integer", .missingField),
    Mistake(
      "a 1️⃣->1️⃣ : X : integer", .missingField),
    Mistake("a -> 1️⃣\"\"1️⃣", .missingField),
    Mistake("a -> 1️⃣\"\"1️⃣ : text", .missingField),
    Mistake("a -> 1️⃣1X1️⃣", .invalidFieldName),
    Mistake("a -> 1️⃣421️⃣", .invalidFieldName),
    Mistake("a -> 1️⃣First-Name1️⃣", .invalidFieldName),
    Mistake("a -> 1️⃣First.Name1️⃣", .invalidFieldName),
    Mistake("a -> 1️⃣First.Name1️⃣: text", .invalidFieldName),
    Mistake("a -> 1️⃣'First Name'1️⃣", .invalidFieldName),
    Mistake("a -> 1️⃣'First Name'1️⃣ : text", .invalidFieldName),
    Mistake("a -> 1️⃣'Name'1️⃣", .invalidFieldName),
    Mistake("a -> 1️⃣Größe1️⃣", .invalidFieldName),
    Mistake("a -> 1️⃣😀1️⃣", .invalidFieldName),
    Mistake("a -> 1️⃣{{lead.Email}}1️⃣", .invalidFieldName),
    Mistake("a -> 1️⃣X\u{A0}1️⃣", .invalidFieldName),
    Mistake("a -> 1️⃣X\"Y\"1️⃣", .invalidFieldName),
    Mistake("a -> 1️⃣X[0]1️⃣", .invalidFieldName),
    Mistake("a -> X 1️⃣:1️⃣", .missingType),
    Mistake("a -> X1️⃣:1️⃣  # integer", .missingType),
    Mistake("a -> \"X\" 1️⃣:1️⃣", .missingType),
    Mistake("a -> 1️⃣X,1️⃣ Y", .invalidFieldName),
    Mistake("a -> X1️⃣;1️⃣", .unexpectedText),
    Mistake("a -> X1️⃣,1️⃣ # comment", .unexpectedText),
    Mistake("a -> X : text 1️⃣;;1️⃣", .unexpectedText),
    Mistake("a -> \"X\" required1️⃣;1️⃣", .unexpectedText),
    Mistake("a -> 1️⃣,1️⃣", .invalidFieldName),
    Mistake("a -> 1️⃣lead.Email1️⃣", .invalidFieldName),
    Mistake("a -> 1️⃣{{lead.Email Address}}1️⃣", .invalidFieldName),
    Mistake("a -> 1️⃣lead['Email']1️⃣", .invalidFieldName),
    Mistake("a -> X :1️⃣:1️⃣ text", .unexpectedText),
    Mistake("a -> X :1️⃣:1️⃣", .unexpectedText),
    Mistake("a -> X 1️⃣??1️⃣ b", .unexpectedText),
    Mistake("a -> X\n  1️⃣|>1️⃣ trim", .unexpectedText),
    Mistake("a 1️⃣->1️⃣\n  |> trim", .missingField),
    Mistake("a -> First 1️⃣Name1️⃣", .unexpectedText),
    Mistake("a -> First 1️⃣Name : text1️⃣", .unexpectedText),
    Mistake("a -> \"X\"1️⃣Y1️⃣", .unexpectedText),
    Mistake("a -> X : text 1️⃣: integer1️⃣", .unexpectedText),
    Mistake(
      "a -> X 1️⃣\"b#c\" d1️⃣", .unexpectedText),
  ]

  static let escapes = [
    Mistake(#"'a1️⃣\x1️⃣b' -> X"#, .invalidEscape),
    Mistake(#"'a1️⃣\"1️⃣b' -> X"#, .invalidEscape),
    Mistake(#"'1️⃣\01️⃣' -> X"#, .invalidEscape),
    Mistake(#"'1️⃣\u1️⃣12' -> X"#, .invalidEscape),
    Mistake(#"'1️⃣\u1️⃣12G4' -> X"#, .invalidEscape),
    Mistake(#"'1️⃣\u1️⃣D83D' -> X"#, .invalidEscape),
    Mistake(#"'1️⃣\u1️⃣DE00' -> X"#, .invalidEscape),
    Mistake(#"'1️⃣\u1️⃣D83Dx' -> X"#, .invalidEscape),
    Mistake(#"'1️⃣\u1️⃣D83D\u0041' -> X"#, .invalidEscape),
    Mistake(#"'1️⃣\U1️⃣0041' -> X"#, .invalidEscape),
    Mistake(#"'1️⃣\é1️⃣' -> X"#, .invalidEscape),
    Mistake("'a1️⃣\t1️⃣b' -> X", .invalidEscape),
    Mistake("'1️⃣\u{0}1️⃣' -> X", .invalidEscape),
    Mistake("'1️⃣\u{1F}1️⃣' -> X", .invalidEscape),
    Mistake(#"a -> "b1️⃣\'1️⃣c""#, .invalidEscape),
    Mistake(#"a -> "C:1️⃣\W1️⃣indows""#, .invalidEscape),
    Mistake("a -> \"b1️⃣\t1️⃣c\"", .invalidEscape),
  ]

  static let directives = [
    Mistake("1️⃣respnse1️⃣ json", .unknownDirective),
    Mistake("1️⃣Response1️⃣ json", .unknownDirective),
    Mistake("1️⃣RESPONSE1️⃣ json", .unknownDirective),
    Mistake("1️⃣reponse1️⃣", .unknownDirective),
    Mistake("1️⃣responses1️⃣ json # xml", .unknownDirective),
    Mistake("1️⃣response:1️⃣ json", .unknownDirective),
    Mistake("1️⃣acept1️⃣ when $.a", .unknownDirective),
    Mistake("1️⃣profil1️⃣ marketo", .unknownDirective),
    Mistake("1️⃣On1️⃣ 404 skip", .unknownDirective),
    Mistake("1️⃣in1️⃣ 404 skip", .unknownDirective),
    Mistake("1️⃣onn1️⃣ missing fail", .unknownDirective),
    Mistake("1️⃣one thing1️⃣", .missingArrow),
    Mistake("1️⃣no1️⃣", .missingArrow),
    Mistake("1️⃣json1️⃣", .missingArrow),
    Mistake("1️⃣response.name1️⃣", .missingArrow),
    Mistake("1️⃣response1️⃣", .malformedResponse),
    Mistake("1️⃣response1️⃣ # json", .malformedResponse),
    Mistake("response 1️⃣yaml1️⃣", .malformedResponse),
    Mistake("response 1️⃣JSON1️⃣", .malformedResponse),
    Mistake("response 1️⃣jsn1️⃣ # comment", .malformedResponse),
    Mistake("response 1️⃣\"json\"1️⃣", .malformedResponse),
    Mistake("response 1️⃣=1️⃣ json", .malformedResponse),
    Mistake("response 1️⃣json,1️⃣ xml", .malformedResponse),
    Mistake("response json 1️⃣xml1️⃣", .unexpectedText),
    Mistake("response xml 1️⃣a b c1️⃣ # d", .unexpectedText),
    Mistake("response json1️⃣;1️⃣", .unexpectedText),
    Mistake("1️⃣profile1️⃣", .malformedDirective),
    Mistake("profile 1️⃣Marketo1️⃣", .malformedDirective),
    Mistake("profile 1️⃣full1️⃣", .malformedDirective),
    Mistake("profile marketo 1️⃣extended1️⃣", .unexpectedText),
    Mistake("1️⃣fields1️⃣", .malformedDirective),
    Mistake("1️⃣fields1️⃣ # \"a.json\"", .malformedDirective),
    Mistake("fields 1️⃣lead-fields.json1️⃣", .malformedDirective),
    Mistake("fields 1️⃣my fields.json1️⃣", .malformedDirective),
    Mistake("fields 1️⃣'lead-fields.json'1️⃣", .malformedDirective),
    Mistake("fields 1️⃣\"\"1️⃣", .malformedDirective),
    Mistake("fields \"a.json\" 1️⃣\"b.json\"1️⃣", .unexpectedText),
    Mistake(#"fields "a1️⃣\d1️⃣.json""#, .invalidEscape),
    Mistake("fields 1️⃣\"1️⃣a.json", .unclosedQuote),
    Mistake("1️⃣namespace1️⃣", .malformedDirective),
    Mistake("1️⃣namespace1️⃣ = \"urn:a\"", .malformedDirective),
    Mistake("1️⃣namespace1️⃣ \"urn:a\"", .malformedDirective),
    Mistake("namespace 1️⃣p1️⃣", .malformedDirective),
    Mistake("namespace 1️⃣p1️⃣ \"urn:a\"", .malformedDirective),
    Mistake("namespace 1️⃣a:b1️⃣ = \"urn:a\"", .malformedDirective),
    Mistake("namespace 1️⃣1p1️⃣ = \"urn:a\"", .malformedDirective),
    Mistake("namespace p 1️⃣=1️⃣", .malformedDirective),
    Mistake("namespace p = 1️⃣urn:a1️⃣", .malformedDirective),
    Mistake("namespace p = 1️⃣\"\"1️⃣", .malformedDirective),
    Mistake("namespace p = \"urn:a\" 1️⃣x1️⃣", .unexpectedText),
  ]
}
