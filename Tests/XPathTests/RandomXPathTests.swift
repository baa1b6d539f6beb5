import Diagnostics
import Testing
import XPath

@Suite struct RandomXPathTests {
  @Test(arguments: 0..<8 as Range<UInt64>)
  func `the canonical text is the same expression, and its own canonical text`(
    seed: UInt64
  ) throws {
    var random = RandomXPath(seed: seed)
    for _ in 0..<250 {
      let text = random.expression(4)
      let expression: XPathExpression
      do { expression = try XPathExpression.parse(text) } catch {
        // Only its length may be wrong with it.
        #expect(error.kind == .tooLong(limit: 1024), "\(text): \(error.kind)")
        continue
      }
      let canonical = expression.canonicalText
      let again = try XPathExpression.parse(canonical)
      #expect(again.syntax == expression.syntax, "\(text) is not \(canonical)")
      #expect(again.canonicalText == canonical)
    }
  }

  @Test(arguments: 0..<8 as Range<UInt64>)
  func `a text with mistakes is an expression or has a problem within it`(seed: UInt64) throws {
    var random = RandomXPath(seed: seed)
    var problems = 0
    for _ in 0..<500 {
      let text = random.mutated(random.expression(2))
      do {
        let expression = try XPathExpression.parse(text, prefixes: ["p"])
        #expect(try XPathExpression.parse(expression.canonicalText).syntax == expression.syntax)
      } catch {
        problems += 1
        #expect(error.range.lowerBound >= 0 && error.range.upperBound <= text.utf8.count)
        #expect(!error.diagnostic.message.isEmpty)
        #expect(error.diagnostic.help?.isEmpty == false)
      }
    }
    #expect(problems > 100)
  }
}
