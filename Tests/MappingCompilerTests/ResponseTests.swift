import Diagnostics
import MappingCompiler
import Testing

@Suite struct ResponseTests {
  @Test(arguments: [
    Finding("1️⃣1️⃣a -> X", .missingResponse),
    Finding("# comment\n\n  1️⃣1️⃣a -> X\nb -> Y", .missingResponse),
    Finding("1️⃣2️⃣2️⃣garbage1️⃣", .missingArrow, .missingResponse),
    Finding("1️⃣response json1️⃣ -> X", .missingResponse),
    Finding("1️⃣response json1️⃣\n\n-> X\na -> Y", .missingResponse),
    Finding("1️⃣respons1️⃣ json\na -> X", .unknownDirective),
    Finding("1️⃣Response1️⃣ json\na -> X", .unknownDirective),
    Finding("1️⃣response1️⃣\na -> X", .malformedResponse),
    Finding("response 1️⃣jsn1️⃣\na -> X", .malformedResponse),
    Finding("response 1️⃣jsn1️⃣", .malformedResponse),
    Finding("response json 1️⃣xml1️⃣\na -> X", .unexpectedText),
    Finding("1️⃣response:1️⃣ json\na -> X", .unknownDirective),
    Finding("response json\n1️⃣response json1️⃣\na -> X", .repeatedDirective),
    Finding("response json\n1️⃣response xml1️⃣\na -> X", .repeatedDirective),
    Finding(
      "response json\n1️⃣response json1️⃣\n2️⃣response json2️⃣\na -> X", .repeatedDirective,
      .repeatedDirective),
    Finding("response json\na -> X\n1️⃣response json1️⃣", .repeatedDirective),
    Finding("a -> X\n1️⃣response1️⃣ json\nb -> Y", .misplacedDirective),
    Finding("a -> X\nb -> Y\n1️⃣response1️⃣ json", .misplacedDirective),
    Finding("response xml\na -> X"),
    Finding("1️⃣1️⃣", .emptyFile),
    Finding("# nothing\n1️⃣1️⃣", .emptyFile),
    Finding("1️⃣response json1️⃣", .noMappings),
    Finding("# one\nresponse json\n1️⃣a1️⃣ # two\n", .missingArrow),
    Finding("response json\na -> X"),
    Finding("response.name -> X\n1️⃣response1️⃣ json", .misplacedDirective),
  ])
  func `exactly one readable response directive stands above the mappings`(finding: Finding) {
    expect(finding)
  }

  @Test(arguments: [
    Finding("response xml\n1️⃣[0]1️⃣.a -> X", .indexWithoutName),
    Finding("response xml\na[0]1️⃣[1]1️⃣.b -> X", .indexWithoutName),
    Finding("response xml\n1️⃣[0]1️⃣2️⃣[1]2️⃣ -> X", .indexWithoutName, .indexWithoutName),
    Finding("response xml\na[0].b[1] -> X"),
    Finding("response json\n[0].a[0][1] -> X"),
  ])
  func `in XML an index stands behind a name`(finding: Finding) { expect(finding) }

  @Test(arguments: [
    Finding("response xml\na.1️⃣'first name'1️⃣ -> X", .notAnElementName),
    Finding("response xml\na.1️⃣first name1️⃣ -> X", .notAnElementName),
    Finding("response xml\na.1️⃣'@id'1️⃣ -> X", .notAnElementName),
    Finding("response xml\na.1️⃣01️⃣.b -> X", .notAnElementName),
    Finding("response xml\n1️⃣a:b:c1️⃣ -> X", .notAnElementName),
    Finding("response xml\n1️⃣-a1️⃣.2️⃣'.b'2️⃣ -> X", .notAnElementName, .notAnElementName),
    Finding("response xml\na.1️⃣'a<b'1️⃣ -> X", .notAnElementName),
    Finding("response xml\na.1️⃣'a:'1️⃣ -> X", .notAnElementName),
    Finding("response xml\n_a.a-b.'a.b'.s:a1.größe.根 -> X"),
    Finding("response json\n'first name'.'@id' -> X"),
  ])
  func `in XML a key can be the name of an element`(finding: Finding) { expect(finding) }

  @Test func `a repeated directive points to the first, a misplaced one to the first mapping`() {
    let repeated = compile("response json\nresponse json\na -> X").diagnostics.first
    #expect(repeated?.related.map(\.range) == [SourceRange(0, 13)])
    let misplaced = compile("a -> X\nb -> Y\nresponse json").diagnostics.first
    #expect(misplaced?.related.map(\.range) == [SourceRange(0, 6)])
  }

  @Test func `text that is not UTF-8 is the only thing said about a file`() {
    let compilation = Compiler.compile(Array("a => X\n\"".utf8) + [0xFF])
    #expect(compilation.diagnostics.map(\.code) == [.notUTF8])
    #expect(compilation.diagnostics.map(\.range) == [SourceRange(8, 9)])
    #expect(compilation.plan == nil)
  }

  @Test func `diagnostics of both stages come in the order of the file`() {
    expect(
      Finding(
        """
        response json
        1️⃣a b1️⃣
        c -> Phone
        d[2️⃣x2️⃣] -> 3️⃣phone3️⃣
        e -> F : 4️⃣strin4️⃣
        g: 
        -> 5️⃣h-i5️⃣
        """, .missingArrow, .invalidIndex, .duplicateTarget, .unknownType, .invalidFieldName))
  }
}
