import Diagnostics
import Testing

@Suite struct SourceRangeTests {
  @Test func `an upper bound below the lower is raised to it`() {
    #expect(SourceRange(3, 1) == SourceRange(at: 3))
    #expect(SourceRange(3, 1).isEmpty)
  }

  @Test func `a union holds both ranges and what lies between`() {
    #expect(SourceRange(1, 2).union(SourceRange(5, 9)) == SourceRange(1, 9))
    #expect(SourceRange(5, 9).union(SourceRange(1, 2)) == SourceRange(1, 9))
    #expect(SourceRange(1, 9).union(SourceRange(2, 3)).count == 8)
  }
}
