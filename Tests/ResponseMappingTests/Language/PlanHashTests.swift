import ResponseMapping
import Testing

@Suite struct PlanHashTests {
  struct Pair: Sendable, CustomTestStringConvertible {
    let one: String
    let other: String

    init(_ one: String, _ other: String) {
      self.one = one
      self.other = other
    }

    var testDescription: String { "\(one.debugDescription) and \(other.debugDescription)" }

    var hashes: [String] {
      get throws {
        try [one, other].map { try Mapping(compiling: $0).planHash }
      }
    }
  }

  @Test(arguments: same)
  func `files that mean the same have plans with the same hash`(_ pair: Pair) throws {
    let hashes = try pair.hashes
    #expect(hashes[0] == hashes[1])
  }

  @Test(arguments: different)
  func `files that mean something else have plans with other hashes`(_ pair: Pair) throws {
    let hashes = try pair.hashes
    #expect(hashes[0] != hashes[1])
  }

  private static let same: [Pair] = [
    Pair(
      "response json\na ?? b |> trim -> T",
      "response json\na\n  # between\n\n ?? b\n|> trim\n->T"),
    Pair("response json\na -> T", "# a comment\n\nresponse   json # another\n\n  a->T  # more\n"),
    Pair("response json\na -> T", "response json\r\na -> T\r\n"),
    Pair(
      "response json\na -> T", "response json\n\"unused\" -> T".replacing("\"unused\"", with: "a")),
    Pair("response json\na -> FirstName", "response json\na -> firstName"),
    Pair("response json\na -> T", "response json\na -> T : string"),
    Pair("response json\n$.a |> first -> T", "response json\n$['a'] |> first -> T"),
    Pair(
      "response json\n$[?@.a==1].b |> first -> T", "response json\n$[ ?@.a  ==  1 ].b|>first -> T"),
    Pair(
      "response json\npending when $.p == 1\non 404 skip\nx -> T",
      "on 404 skip\npending when $.p == 1\nresponse json\nx -> T"),
    Pair(
      "response json\non null clear\non empty clear\nx -> T",
      "response json\non empty clear\non null clear\nx -> T"),
    Pair("response json\non null clear\nx -> T", "response json\nx -> T on null clear"),
    Pair("response json\nx -> T", "response json\non null skip\nx -> T"),
    Pair(
      "response json\nx -> T on null clear required", "response json\nx -> T required on null clear"
    ),
    Pair("response json\nprofile extended\nx -> T", "response json\nx -> T"),
    Pair(
      "response xml\nnamespace a = \"u\"\nnamespace b = \"v\"\n/a:r/b:s -> T",
      "response xml\nnamespace b = \"v\"\nnamespace a = \"u\"\n/a:r/b:s -> T"),
    Pair("response xml\n/r/a -> T", "response xml\n / r / a  -> T"),
    Pair(
      "response json\nreject when $.e because \"x\"\na -> T",
      "response json\nreject  when  $.e  because  \"\\u0078\"\na -> T"),
  ]

  private static let different: [Pair] = [
    Pair("response json\na -> T", "response json\na -> U"),
    Pair("response json\na -> T", "response json\nb -> T"),
    Pair("response json\na -> T", "response json\na -> T : text"),
    Pair("response json\na -> T", "response json\na -> T required"),
    Pair("response json\na -> T", "response json\na -> T when blank"),
    Pair("response json\na -> T", "response json\na -> T on null clear"),
    Pair("response json\na -> T", "response xml\na -> T"),
    Pair("response json\na -> T\nb -> U", "response json\nb -> U\na -> T"),
    Pair("response json\na ?? b -> T", "response json\nb ?? a -> T"),
    Pair("response json\na |> trim -> T", "response json\na -> T"),
    Pair("response json\na |> prefix(3) -> T", "response json\na |> prefix(4) -> T"),
    Pair("response json\n\"a\" -> T", "response json\na -> T"),
    Pair("response json\na -> T", "response json\non 404 skip\na -> T"),
    Pair("response json\non 404 skip\na -> T", "response json\non 404 retry\na -> T"),
    Pair(
      "response json\nreject when $.e because \"x\"\na -> T",
      "response json\nreject when $.e because \"y\"\na -> T"),
    Pair(
      "response json\nreject when $.a == 1\nreject when $.b == 1\nx -> T",
      "response json\nreject when $.b == 1\nreject when $.a == 1\nx -> T"),
    Pair(
      "response xml\nnamespace a = \"u\"\n/a:r -> T", "response xml\nnamespace a = \"v\"\n/a:r -> T"
    ),
  ]
}
