import JSONPath
import JSONText
import Testing

/// The examples of RFC 9535, section by section.
@Suite struct RFCTests {
  static let store = """
    { "store": {
        "book": [
          { "category": "reference", "author": "Nigel Rees",
            "title": "Sayings of the Century", "price": 8.95 },
          { "category": "fiction", "author": "Evelyn Waugh",
            "title": "Sword of Honour", "price": 12.99 },
          { "category": "fiction", "author": "Herman Melville",
            "title": "Moby Dick", "isbn": "0-553-21311-3", "price": 8.99 },
          { "category": "fiction", "author": "J. R. R. Tolkien",
            "title": "The Lord of the Rings", "isbn": "0-395-19395-8", "price": 22.99 }
        ],
        "bicycle": { "color": "red", "price": 399 }
      } }
    """

  private static func book(_ indices: Int..., member: String = "") -> [String] {
    indices.map { "$['store']['book'][\($0)]" + member }
  }

  @Test(arguments: [
    ("$.store.book[*].author", book(0, 1, 2, 3, member: "['author']")),
    ("$..author", book(0, 1, 2, 3, member: "['author']")),
    ("$.store.*", ["$['store']['book']", "$['store']['bicycle']"]),
    (
      "$.store..price",
      book(0, 1, 2, 3, member: "['price']") + ["$['store']['bicycle']['price']"]
    ),
    ("$..book[2]", book(2)), ("$..book[2].author", book(2, member: "['author']")),
    ("$..book[2].publisher", []), ("$..book[-1]", book(3)), ("$..book[0,1]", book(0, 1)),
    ("$..book[:2]", book(0, 1)), ("$..book[?@.isbn]", book(2, 3)),
    ("$..book[?@.price<10]", book(0, 2)),
  ])
  func `§1.5: the bookstore`(query: String, selected: [String]) throws {
    #expect(Set(try paths(query, in: RFCTests.store)) == Set(selected))
    #expect(try paths(query, in: RFCTests.store).count == selected.count)
  }

  @Test func `§1.5: all there is in the bookstore`() throws {
    #expect(try paths("$..*", in: RFCTests.store).count == 27)
  }

  @Test func `§2.2.3: the root identifier`() throws {
    #expect(try paths("$", in: #"{"k": "v"}"#) == ["$"])
  }

  @Test(arguments: [
    Selection("$.o['j j']", "$['o']['j j']"),
    Selection("$.o['j j']['k.k']", "$['o']['j j']['k.k']"),
    Selection(#"$.o["j j"]["k.k"]"#, "$['o']['j j']['k.k']"),
    Selection(#"$["'"]["@"]"#, #"$['\'']['@']"#),
  ])
  func `§2.3.1.3: the name selector`(selection: Selection) throws {
    let text = #"{"o": {"j j": {"k.k": 3}}, "'": {"@": 2}}"#
    #expect(try paths(selection.query, in: text) == selection.paths)
  }

  @Test(arguments: [
    Selection("$[*]", "$['o']", "$['a']"), Selection("$.o[*]", "$['o']['j']", "$['o']['k']"),
    Selection("$.o[*, *]", "$['o']['j']", "$['o']['k']", "$['o']['j']", "$['o']['k']"),
    Selection("$.a[*]", "$['a'][0]", "$['a'][1]"),
  ])
  func `§2.3.2.3: the wildcard selector`(selection: Selection) throws {
    let text = #"{"o": {"j": 1, "k": 2}, "a": [5, 3]}"#
    #expect(try paths(selection.query, in: text) == selection.paths)
  }

  @Test(arguments: [Selection("$[1]", "$[1]"), Selection("$[-2]", "$[0]")])
  func `§2.3.3.3: the index selector`(selection: Selection) throws {
    #expect(try paths(selection.query, in: #"["a","b"]"#) == selection.paths)
  }

  @Test(arguments: [
    Selection("$[1:3]", "$[1]", "$[2]"), Selection("$[5:]", "$[5]", "$[6]"),
    Selection("$[1:5:2]", "$[1]", "$[3]"), Selection("$[5:1:-2]", "$[5]", "$[3]"),
    Selection("$[::-1]", "$[6]", "$[5]", "$[4]", "$[3]", "$[2]", "$[1]", "$[0]"),
  ])
  func `§2.3.4.3: the slice selector`(selection: Selection) throws {
    #expect(try paths(selection.query, in: #"["a","b","c","d","e","f","g"]"#) == selection.paths)
  }

  @Test(arguments: [
    ("$.absent1 == $.absent2", true), ("$.absent1 <= $.absent2", true),
    ("$.absent == 'g'", false), ("$.absent1 != $.absent2", false), ("$.absent != 'g'", true),
    ("1 <= 2", true), ("1 > 2", false), ("13 == '13'", false), ("'a' <= 'b'", true),
    ("'a' > 'b'", false), ("$.obj == $.arr", false), ("$.obj != $.arr", true),
    ("$.obj == $.obj", true), ("$.obj != $.obj", false), ("$.arr == $.arr", true),
    ("$.arr != $.arr", false), ("$.obj == 17", false), ("$.obj != 17", true),
    ("$.obj <= $.arr", false), ("$.obj < $.arr", false), ("$.obj <= $.obj", true),
    ("$.arr <= $.arr", true), ("1 <= $.arr", false), ("1 >= $.arr", false), ("1 > $.arr", false),
    ("1 < $.arr", false), ("true <= true", true), ("true > true", false),
  ])
  func `§2.3.5.3: comparisons`(condition: String, holds: Bool) throws {
    var budget = EvaluationBudget()
    let value = try document(#"{"obj": {"x": "y"}, "arr": [2, 3]}"#)
    #expect(try JSONPathCondition.parse(condition).holds(for: value, budget: &budget) == holds)
  }

  @Test(arguments: [
    Selection("$.a[?@.b == 'kilo']", "$['a'][9]"), Selection("$.a[?(@.b == 'kilo')]", "$['a'][9]"),
    Selection("$.a[?@>3.5]", "$['a'][1]", "$['a'][4]", "$['a'][5]"),
    Selection("$.a[?@.b]", "$['a'][6]", "$['a'][7]", "$['a'][8]", "$['a'][9]"),
    Selection("$[?@.*]", "$['a']", "$['o']"), Selection("$[?@[?@.b]]", "$['a']"),
    Selection("$.o[?@<3, ?@<3]", "$['o']['p']", "$['o']['q']", "$['o']['p']", "$['o']['q']"),
    Selection(
      "$.a[?@<2 || @.b == \"k\"]", "$['a'][2]", "$['a'][7]"),
    Selection(
      "$.a[?match(@.b, \"[jk]\")]", "$['a'][6]", "$['a'][7]"),
    Selection(
      "$.a[?search(@.b, \"[jk]\")]", "$['a'][6]", "$['a'][7]", "$['a'][9]"),
    Selection("$.o[?@>1 && @<4]", "$['o']['q']", "$['o']['r']"),
    Selection("$.o[?@.u || @.x]", "$['o']['t']"),
    Selection(
      "$.a[?@.b == $.x]", "$['a'][0]", "$['a'][1]", "$['a'][2]", "$['a'][3]", "$['a'][4]",
      "$['a'][5]"),
    Selection(
      "$.a[?@ == @]", "$['a'][0]", "$['a'][1]", "$['a'][2]", "$['a'][3]", "$['a'][4]", "$['a'][5]",
      "$['a'][6]", "$['a'][7]", "$['a'][8]", "$['a'][9]"),
  ])
  func `§2.3.5.3: filters`(selection: Selection) throws {
    let text = """
      {"a": [3, 5, 1, 2, 4, 6, {"b": "j"}, {"b": "k"}, {"b": {}}, {"b": "kilo"}],
       "o": {"p": 1, "q": 2, "r": 3, "s": 5, "t": {"u": 6}}, "e": "f"}
      """
    #expect(try paths(selection.query, in: text) == selection.paths)
  }

  @Test(arguments: [
    ("$[?length(@) < 3]", true), ("$[?length(@.*) < 3]", false), ("$[?count(@.*) == 1]", true),
    ("$[?count(1) == 1]", false), ("$[?count(foo(@.*)) == 1]", false),
    ("$[?match(@.timezone, 'Europe/.*')]", true),
    ("$[?match(@.timezone, 'Europe/.*') == true]", false), ("$[?value(@..color) == \"red\"]", true),
    ("$[?value(@..color)]", false),
  ])
  func `§2.4.3: well-typedness`(query: String, isValid: Bool) {
    #expect(((try? JSONPathQuery.parse(query)) != nil) == isValid)
  }

  @Test(arguments: [
    Selection("$[0, 3]", "$[0]", "$[3]"), Selection("$[0:2, 5]", "$[0]", "$[1]", "$[5]"),
    Selection("$[0, 0]", "$[0]", "$[0]"),
  ])
  func `§2.5.1.3: the child segment`(selection: Selection) throws {
    #expect(try paths(selection.query, in: #"["a","b","c","d","e","f","g"]"#) == selection.paths)
  }

  @Test(arguments: [
    Selection("$..j", "$['o']['j']", "$['a'][2][0]['j']"),
    Selection("$..[0]", "$['a'][0]", "$['a'][2][0]"),
    Selection(
      "$..[*]", "$['o']", "$['a']", "$['o']['j']", "$['o']['k']", "$['a'][0]", "$['a'][1]",
      "$['a'][2]", "$['a'][2][0]", "$['a'][2][1]", "$['a'][2][0]['j']", "$['a'][2][1]['k']"),
    Selection("$..o", "$['o']"),
    Selection(
      "$.o..[*, *]", "$['o']['j']", "$['o']['k']", "$['o']['j']", "$['o']['k']"),
    Selection("$.a..[0, 1]", "$['a'][0]", "$['a'][1]", "$['a'][2][0]", "$['a'][2][1]"),
  ])
  func `§2.5.2.3: the descendant segment`(selection: Selection) throws {
    let text = #"{"o": {"j": 1, "k": 2}, "a": [5, 3, [{"j": 4}, {"k": 6}]]}"#
    #expect(try paths(selection.query, in: text) == selection.paths)
  }

  @Test(arguments: [
    Selection("$.a", "$['a']"), Selection("$.a[0]"), Selection("$.a.d"),
    Selection("$.b[0]", "$['b'][0]"),
    Selection("$.b[*]", "$['b'][0]"), Selection("$.b[?@]", "$['b'][0]"),
    Selection("$.b[?@==null]", "$['b'][0]"), Selection("$.c[?@.d==null]"),
    Selection("$.null", "$['null']"),
  ])
  func `§2.6.1: null`(selection: Selection) throws {
    let text = #"{"a": null, "b": [null], "c": [{}], "null": 1}"#
    #expect(try paths(selection.query, in: text) == selection.paths)
  }

  @Test(arguments: [
    ("$.a", "$['a']"), ("$[1]", "$[1]"), ("$[-3]", "$[2]"), ("$.a.b[1:2]", "$['a']['b'][1]"),
    (#"$["\u000B"]"#, #"$['\u000b']"#), (#"$["\u0061"]"#, "$['a']"),
    (#"$["\b\t\n\f\r'\\\u0000\u001f\u007f"]"#, "$['\\b\\t\\n\\f\\r\\'\\\\\\u0000\\u001f\u{7F}']"),
    (#"$["☺\""]"#, #"$['☺"']"#),
  ])
  func `§2.7.1: normalized paths`(query: String, path: String) throws {
    let object =
      #"{"a": {"b": [0, 1]}, "\u000B": 1, "\b\t\n\f\r'\\\u0000\u001f\u007f": 1, "☺\"": 1}"#
    let text = query.contains("[1]") || query.contains("[-3]") ? "[0, 1, 2, 3, 4]" : object
    #expect(try paths(query, in: text) == [path])
    #expect(try paths(path, in: text) == [path])
  }
}
