// Paths in Marketo's notation, and what a path may be in JSON and in XML.

extension Explanation {
  static let pathTooLong = Explanation(
    """
    A path, condition or expression has more than 65,536 bytes. No response needs that; each step of a path \
    costs memory and time, and mapping files may come from people one does not know. Most often line breaks \
    were lost, so that a whole file stands on one line.
    """,
    failing: .json("company" + String(repeating: ".parent", count: 10_000) + ".name -> Company"),
    corrected: .json("company.parent.name -> Company"))

  static let missingKey = Explanation(
    """
    A path is a row of keys with dots between them, and here a key is missing beside a dot, or a name \
    behind an `@`. A position in an array needs no dot before it.
    """,
    failing: .json("name..first -> FirstName"),
    corrected: .json("name.first -> FirstName"))

  static let illegalKeyCharacter = Explanation(
    """
    A key without quotes holds letters, digits, `-`, `_`, `:` and spaces between them. With any other \
    character it goes in single quotes. The character may be an invisible one that came with text \
    copied from a web page.
    """,
    failing: .json("company.$name -> My_Company"),
    corrected: .json("company.'$name' -> My_Company"))

  static let invalidIndex = Explanation(
    """
    Brackets in Marketo's notation hold the position of an element, a whole number counted from 0. \
    Counting from the end, slices and filters need JSONPath.
    """,
    failing: .json("phones[-1] -> Phone"),
    corrected: .json("$.phones[-1] -> Phone"))

  static let indexTooLarge = Explanation(
    """
    The position is beyond 32 bits. No response holds that many elements, so it is a slip of the \
    keyboard, or a key that looks like a number and needs a dot and quotes.
    """,
    failing: .json("orders[99999999999].id -> LastOrder"),
    corrected: .json("orders[9].id -> LastOrder"))

  static let missingDot = Explanation(
    """
    A key follows a bracket without a dot. Steps of a path are separated by dots; only a position \
    stands directly behind a key.
    """,
    failing: .json("orders[0]id -> LastOrder"),
    corrected: .json("orders[0].id -> LastOrder"))

  static let typeInKey = Explanation(
    """
    The last key of the path ends in a colon and the name of a type. Keys may hold colons and spaces, \
    so this reads a member of that very name, where a type for the field was probably meant: that goes \
    behind the field.
    """,
    failing: .json("score: integer -> My_Score"),
    corrected: .json("score -> My_Score : integer"))

  static let positionAsKey = Explanation(
    """
    A number after a dot is the name of a member, as in `{"0": …}`. An element of an array is named by \
    its position in brackets.
    """,
    failing: .json("orders.0.id -> LastOrder"),
    corrected: .json("orders[0].id -> LastOrder"))

  static let indexWithoutName = Explanation(
    """
    In XML a position counts the elements of one name among their siblings, so a name stands before \
    it, and one position at most behind a name. The root element has a name, too.
    """,
    failing: .xml("orders[0][1].id -> LastOrder"),
    corrected: .xml("orders.order[1].id -> LastOrder"))

  static let notAnElementName = Explanation(
    """
    No element of XML can have this name: names begin with a letter, `_` or `:` and hold no spaces. \
    The path could never find anything.
    """,
    failing: .xml("orders.'first order'.id -> LastOrder"),
    corrected: .xml("orders.first-order.id -> LastOrder"))

  static let wrongNotation = Explanation(
    """
    JSONPath is for JSON, XPath, attributes and namespaces are for XML, and the file's `response` \
    directive says which of them comes. Marketo's own notation works in both.
    """,
    failing: .json("/order/id -> LastOrder"),
    corrected: .json("$.order.id -> LastOrder"))

  static let xPathSyntax = Explanation(
    """
    The text is no expression of XPath 1.0. A location path such as `/order/id`, or several with `|` \
    between them, stands as it is; any other expression goes in parentheses, so that it is clear where \
    it ends.
    """,
    failing: .xml("/order//[1] -> LastOrder"),
    corrected: .xml("/order/id[1] -> LastOrder"))

  static let undeclaredPrefix = Explanation(
    """
    In XPath a prefix stands for a namespace, and nothing says which one. Declare it with \
    `namespace`: what counts is the namespace's address; the prefixes in the response may be others.
    """,
    failing: .xml("/s:Envelope/s:Body/id -> LastOrder"),
    corrected: .xml(
      """
      namespace s = "http://schemas.xmlsoap.org/soap/envelope/"
      /s:Envelope/s:Body/id -> LastOrder
      """))

  static let zeroPosition = Explanation(
    """
    XPath counts positions from 1, so `[0]` selects nothing, whatever the response. Marketo's own \
    notation counts from 0: `orders.order[0].id` is `/orders/order[1]/id`.
    """,
    failing: .xml("/orders/order[0]/id -> LastOrder"),
    corrected: .xml("/orders/order[1]/id -> LastOrder"))

  static let rootNotNamed = Explanation(
    """
    In XML a path begins with the root element, which is the only one that has no other around it. \
    The other paths of the file begin with another name, so this one, a single name, finds nothing \
    in the responses that they are written for.
    """,
    failing: .xml("order.id -> LastOrder\ntotal -> Total"),
    corrected: .xml("order.id -> LastOrder\norder.total -> Total"))

  static let mixedChildren = Explanation(
    """
    Marketo says of an element that holds repeated children beside others that its behavior is not \
    defined: an element is either a list or a record there. respmap reads both, so leave the profile \
    `marketo` out, or map one kind only.
    """,
    failing: .xml("profile marketo\norders.order[0].id -> LastOrder\norders.total -> Total"),
    corrected: .xml("profile marketo\norders.order[0].id -> LastOrder"))

  static let unknownVariable = Explanation(
    """
    XPath has variables, `$name`, that whoever evaluates an expression gives it. A mapping gives none: \
    write the value itself.
    """,
    failing: .xml("/order[@id = $wanted]/total -> Total"),
    corrected: .xml("/order[@id = '4711']/total -> Total"))
}
