import Diagnostics
import Testing

@Suite struct SuggestionTests {
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "abd", 1),
    ("abc", "ab", 1), ("abc", "xabc", 1), ("abc", "acb", 1), ("ab", "ba", 1), ("abcd", "badc", 2),
    ("ca", "abc", 3), ("kitten", "sitting", 3), ("é", "e", 1), ("a😀b", "ab", 1),
  ])
  func `the distance counts insertions, deletions, substitutions and swaps`(
    a: String, b: String, distance: Int
  ) {
    let (a, b) = (Array(a.unicodeScalars), Array(b.unicodeScalars))
    #expect(Suggestion.damerauDistance(a, b) == distance)
    #expect(Suggestion.damerauDistance(b, a) == distance)
  }

  @Test(
    arguments: [
      ("integr", ["string", "integer"], "integer"),
      ("respnose", ["response"], "response"),
      ("RESPONSE", ["response"], "response"),
      ("Integer", ["string", "integer"], "integer"),
      ("jsno", ["json", "xml"], "json"),
      ("jn", ["json", "xml"], nil),
      ("xm", ["json", "xml"], "xml"),
      ("abcdefg", ["abcdeXY"], nil),
      ("abcdefgh", ["abcdefXY"], "abcdefXY"),
      ("abcdefgh", ["abcdeXYZ"], nil),
      ("abcdefghijkl", ["abcdefghiXYZ"], "abcdefghiXYZ"),
      ("abcdefghijkl", ["abcdefghWXYZ"], nil),
      ("abc", [], nil),
      ("", ["ab"], nil),
      ("date", ["data", "dare"], "data"),
      ("date", ["dare", "data"], "dare"),
      ("datee", ["dates", "date"], "dates"),
      ("abcdefgh", ["abcdefXY", "abcdefgX"], "abcdefgX"),
      ("größe", ["grosse", "GRÖSSE", "größer"], "größer"),
    ] as [(String, [String], String?)])
  func `the nearest candidate is suggested, if it is near enough`(
    word: String, candidates: [String], suggestion: String?
  ) {
    #expect(Suggestion.nearest(to: word, among: candidates) == suggestion)
  }

  @Test func `a word or a candidate of a megabyte is not compared letter by letter`() {
    let long = String(repeating: "a", count: 1_000_000)
    let time = ContinuousClock().measure {
      #expect(Suggestion.nearest(to: long, among: ["a", long]) == nil)
      #expect(Suggestion.nearest(to: "aaaa", among: [String](repeating: long, count: 50)) == nil)
    }
    #expect(time < .seconds(10))
  }
}
