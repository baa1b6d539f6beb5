import Diagnostics
import Testing

@Suite struct `An explanation` {
  @Test(arguments: DiagnosticCode.allCases)
  func `is a few plain sentences`(_ code: DiagnosticCode) {
    let text = code.explanation.text
    #expect(text.hasSuffix("."))
    #expect(!text.contains("  ") && !text.contains("\n"))
    #expect((80...420).contains(text.count), "\(text.count) characters")
  }

  @Test func `without examples is that of a retired code`() {
    #expect(DiagnosticCode.allCases.filter(\.isRetired) == [.unavailableNotation])
    #expect(DiagnosticCode.unavailableNotation.explanation.text.hasPrefix("Retired: "))
  }

  @Test func `is of one code alone`() {
    let texts = DiagnosticCode.allCases.map(\.explanation.text)
    #expect(Set(texts).count == texts.count)
    let examples = DiagnosticCode.allCases.compactMap(\.explanation.examples?.failing)
    #expect(Set(examples).count == examples.count)
  }
}
