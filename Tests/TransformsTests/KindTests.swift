import Testing
import Transforms

@Suite struct KindTests {
  @Test(
    arguments: [
      (Kinds.number, "a number"), ([.number, .text], "a text or a number"),
      ([.date, .dateTime], "a date or a date and time"), (.scalar, "a single value"),
      ([.scalar, .list], "a single value or a list"), ([.scalar, .null], "a single value or null"),
      (.any, "any value"), ([], "nothing"),
      ([.boolean, .number, .text], "a text, a number or true or false"),
    ] as [(Kinds, String)])
  func `kinds are said in words`(_ kinds: Kinds, _ words: String) {
    #expect(kinds.words == words)
  }

  @Test(
    arguments: [
      ("trim", .scalar.union(.null)), ("round", [.number, .text, .null]), ("first", .any),
      ("not", [.boolean, .null]), ("format", [.date, .dateTime, .null]), ("exists", .any),
    ] as [(String, Kinds)])
  func `a transform accepts the kinds that convert to what it takes`(
    _ name: String, _ kinds: Kinds
  ) {
    #expect(Transform.named(name)?.accepted == kinds)
  }
}
