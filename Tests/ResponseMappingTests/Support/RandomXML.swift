import TestSupport

/// Writes random XML documents, and spoils them.
struct RandomXML {
  /// The namespaces by the prefixes that are declared.
  private typealias Scope = [String: String]

  private var random: SeededGenerator
  /// Whether names are to have prefixes that are declared, and attributes to differ.
  private var minds = true

  init(seed: UInt64) { random = SeededGenerator(seed: seed) }

  mutating func once(in times: Int) -> Bool { random.once(in: times) }

  mutating func below(_ bound: Int) -> Int { random.below(bound) }

  // MARK: - Documents

  /// A document that is well-formed, namespaces too.
  mutating func document() -> [UInt8] {
    minds = true
    return Array(text().utf8)
  }

  /// A document that is well-formed but for its namespaces, perhaps.
  mutating func carelessDocument() -> [UInt8] {
    minds = false
    return Array(text().utf8)
  }

  private mutating func text() -> String {
    var text = random.once(in: 15) ? "\u{FEFF}" : ""
    if random.once(in: 3) {
      text +=
        "<?xml" + space() + random.pick(["version='1.0'", "version = \"1.0\"", "version='1.1'"])
      if random.once(in: 2) {
        text += space() + random.pick(["encoding=\"UTF-8\"", "encoding ='utf-8'"])
      }
      if random.once(in: 3) {
        text += space() + random.pick(["standalone='no'", "standalone=\"yes\""])
      }
      text += random.pick(["", space()]) + "?>"
    }
    if !minds, random.once(in: 6) { text = random.pick(RandomXML.wrongDeclarations) }
    text += misc()
    element(&text, local: random.pick(RandomXML.rootNames), in: ["xml": RandomXML.xml], depth: 0)
    return text + misc()
  }

  private static let wrongDeclarations = [
    "<?xml?>", "<?xml ?>", "<?xml version='1.'?>", "<?xml version='1.0a'?>",
    "<?xml version='2.0'?>",
    "<?xml version='1'?>", "<?xml version=1.0?>", "<?xml version='1.0\"?>", "<?xml version=''?>",
    "<?xml version='1.0'encoding='UTF-8'?>",
    "<?xml version='1.0' encoding='UTF-8'standalone='no'?>",
    "<?xml version='1.0' standalone='no' encoding='UTF-8'?>", "<?xml encoding='UTF-8'?>",
    "<?xml version='1.0' version='1.0'?>", "<?xml version='1.0' standalone='No'?>",
    "<?xml version='1.0' standalone=''?>", "<?xml version='1.0' encoding=''?>",
    "<?xml version='1.0' encoding='UTF-8' encoding='UTF-8'?>", "<?XML version='1.0'?>",
    "<?xml version='1.0' ? >", "<?xml version='1.0'>", "<?xml version='1.0' x='y'?>",
    "<?xml version='1.0' Encoding='UTF-8'?>", " <?xml version='1.0'?>", "\u{FEFF}\u{FEFF}",
    "\u{FEFF} <?xml version='1.0'?>", "<?xml version='&#49;.0'?>",
    "<?xml version='1.0' encoding=' UTF-8'?>",
    "<?xml version='1.0' /?>", "<?xml version='1.0' encoding='UTF-8'?x>", "<?xml-version='1.0'?>",
    "<?xml:a?>", "<?xmlversion='1.0'?>", "<?xml\u{85}version='1.0'?>", "<?xml version='+1.0'?>",
  ]

  private static let xml = "http://www.w3.org/XML/1998/namespace"
  private static let instance = "http://www.w3.org/2001/XMLSchema-instance"
  private static let rootNames = ["a", "a", "a", "result"]
  private static let localNames = [
    "a", "a", "a", "b", "b", "b", "c", "result", "results", "Result", "resulte", "é", "e\u{301}",
    "a.b", "a-1", "_", "a·", "日本",
  ]
  private static let prefixes = ["p", "q", "P"]
  private static let namespaces = ["urn:a", "urn:b", "urn:A", "u v", "é", instance]
  private static let spellings = [
    instance: ["http://www.w3.org/2001/XMLSchema&#45;instance", instance],
    "urn:a": ["urn:a", "urn&#x3a;a"],
    "u v": ["u v", "u\nv", "u&#32;v", "u\r\nv"],
  ]

  private mutating func space() -> String { random.pick([" ", " ", "\n", "\t", "\r\n", "  "]) }

  private mutating func misc() -> String {
    random.once(in: 4)
      ? random.pick([" ", "\n", "\r\n", "<!-- < & -->", "<?p ?>", "<!---->\n<?xml-x y?>"]) : ""
  }

  private mutating func element(
    _ text: inout String, local: String, in outer: Scope, depth: Int
  ) {
    var scope = outer
    var attributes = declarations(into: &scope, depth: depth)
    let prefix = random.once(in: depth == 0 ? 6 : 3) ? prefix(in: scope) : nil
    let name = (prefix.map { $0 + ":" } ?? "") + local
    attributes += plainAttributes(in: scope)
    text += "<" + name
    for (name, value) in shuffled(attributes) {
      text += space() + name + random.pick(["=", "=", "=", " =", "= ", "\n=\n"])
      let quote =
        value.contains("\"") ? "'" : value.contains("'") ? "\"" : random.pick(["'", "\""])
      text += quote + value + quote
    }
    text += random.pick(["", "", "", space()])
    if random.once(in: 8) {
      text += "/>"
      return
    }
    text += ">"
    content(&text, in: scope, depth: depth)
    text += "</" + name + random.pick(["", "", "", space()]) + ">"
  }

  private mutating func declarations(
    into scope: inout Scope, depth: Int
  ) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    for prefix in RandomXML.prefixes where random.once(in: depth == 0 ? 2 : 8) {
      let namespace = random.pick(RandomXML.namespaces)
      scope[prefix] = namespace
      attributes.append(("xmlns:" + prefix, spelled(namespace)))
    }
    if random.once(in: 4) {
      scope["xsi"] = RandomXML.instance
      attributes.append(("xmlns:xsi", spelled(RandomXML.instance)))
    }
    if random.once(in: 6) {
      attributes.append(("xmlns", spelled(random.pick(RandomXML.namespaces + [""]))))
    }
    if random.once(in: 30) { attributes.append(("xmlns:xml", RandomXML.xml)) }
    if !minds, random.once(in: 4) {
      attributes.append(
        (
          random.pick([
            "xmlns", "xmlns:p", "xmlns:xml", "xmlns:xmlns", "xmlns:xmlfoo", "xmlns:", ":",
          ]),
          random.pick(["", "urn:a", RandomXML.xml, "http://www.w3.org/2000/xmlns/"])
        ))
    }
    return attributes
  }

  private mutating func spelled(_ namespace: String) -> String {
    random.pick(RandomXML.spellings[namespace] ?? [namespace])
  }

  private mutating func plainAttributes(in scope: Scope) -> [(name: String, value: String)] {
    var attributes: [(name: String, value: String)] = []
    var expanded: Set<[String]> = []
    while random.once(in: 3) {
      let isNil = random.once(in: 2)
      let local = isNil ? "nil" : random.pick(["x", "y", "é", "nils", "true", "xmlnsx"])
      let prefix = random.once(in: isNil ? 8 : 2) ? nil : prefix(in: scope)
      let namespace = prefix.flatMap { scope[$0] } ?? ""
      guard expanded.insert([namespace, local]).inserted || !minds else { continue }
      let name = (prefix.map { $0 + ":" } ?? "") + local
      let value = random.pick(isNil ? RandomXML.nilValues : RandomXML.values)
      attributes.append((name, value))
    }
    return attributes
  }

  private static let nilValues = [
    "true", "true", "1", "1", "false", "0", "", "True", "&#116;rue", "tr&#x75;e", "&#49;", "01",
    "true1", "&quot;1&quot;",
  ]
  private static let values = [
    "", "x", "a&amp;b", "&lt;a>", "'", "\"", "\n", "]]>", "/>", "--", "é",
  ]

  private mutating func prefix(in scope: Scope) -> String {
    if !minds, random.once(in: 5) {
      return random.pick(["p", "q", "xmlns", "XML", "xml", "z", ""])
    }
    return random.pick(scope.keys.sorted())
  }

  private mutating func shuffled(
    _ attributes: [(name: String, value: String)]
  ) -> [(name: String, value: String)] {
    attributes.shuffled(using: &random)
  }

  private mutating func content(_ text: inout String, in scope: Scope, depth: Int) {
    if depth > 4 || random.once(in: depth == 0 ? 12 : 3) {
      for _ in 0...random.below(4) { text += someText() }
      return
    }
    let isMixed = random.once(in: 5)
    for _ in 0...random.below(4) {
      text += isMixed ? someText() : random.pick(RandomXML.betweenElements)
      element(&text, local: random.pick(RandomXML.localNames), in: scope, depth: depth + 1)
    }
    text += isMixed ? someText() : random.pick(RandomXML.betweenElements)
  }

  private static let betweenElements = ["", "", "", " ", "\n  ", "\r\n", "<!--a-->", "<?a b?>"]

  private static let texts = [
    "", "x", "y z", " ", "  ", "\n", "\r\n", "\r", "\t", "null", "nu", "ll", "é", "e\u{301}", "😀",
    "&amp;", "&lt;b&gt;", "&apos;&quot;", "&#65;", "&#x1F600;", "&#13;", "&#10;", "&#x20;", "&#9;",
    "&#x10FFFF;", "\u{85}", "\u{2028}", "\u{A0}", "]", "]]", " >", "]]&gt;", "--", "'\"", "\u{7F}",
    "<![CDATA[]]>", "<![CDATA[ ]]>", "<![CDATA[<a>&amp;]]>", "<![CDATA[]]]]>", "<![CDATA[x\r\n]]>",
    "<![CDATA[\r]]>",
    "<![CDATA[>]]>", "<!---->", "<!-- <a>&b; -->", "<!-- - -->", "<?p?>", "<?p x?>", "<?a.b ? > ?>",
    "<?xmlx <a> &?>", "\u{FEFF}", "\u{E000}", "\u{FFFD}", "&#0065;", "null",
  ]

  private static let longTexts = ["y", "é", "😀", " "].map { String(repeating: $0, count: 127) }

  private mutating func someText() -> String {
    if random.once(in: 100) {
      return random.pick(RandomXML.longTexts) + random.pick(RandomXML.longTexts)
    }
    return random.pick(RandomXML.texts)
  }

  // MARK: - Paths

  /// A path that may lead somewhere.
  mutating func path() -> SlowXMLPath {
    var steps = [SlowXMLPath.Step(key: key(RandomXML.rootNames), index: index(below: 2))]
    for _ in 0..<random.below(4) {
      steps.append(SlowXMLPath.Step(key: key(RandomXML.localNames), index: index(below: 3)))
    }
    return SlowXMLPath(steps: steps)
  }

  /// A path that leads to an element of the document, or nearly to one.
  mutating func path(in root: SlowXMLElement) -> SlowXMLPath {
    var element = root
    var siblings = [root]
    var steps: [SlowXMLPath.Step] = []
    while true {
      let place = siblings.filter { $0.name == element.name }.count - 1
      let name = String(String.UnicodeScalarView(element.name.scalars))
      let isOther = random.once(in: 25)
      steps.append(
        SlowXMLPath.Step(
          key: isOther ? key(RandomXML.localNames) : name,
          index: random.once(in: 3) ? random.below(place + 2) : place > 0 ? place : nil))
      let children = element.childElements
      if children.isEmpty || random.once(in: 4) { return SlowXMLPath(steps: steps) }
      let next = random.below(children.count)
      element = children[next]
      siblings = Array(children[...next])
    }
  }

  private mutating func key(_ names: [String]) -> String {
    let local = random.pick(names)
    return random.once(in: 3)
      ? random.pick(RandomXML.prefixes + ["xml", "xsi"]) + ":" + local : local
  }

  private mutating func index(below bound: Int) -> Int? {
    random.once(in: 4) ? random.below(bound) : nil
  }

  // MARK: - Mistakes

  /// The same bytes with a few of them changed, lost, doubled, swapped or new.
  mutating func spoiled(_ document: [UInt8]) -> [UInt8] {
    var bytes = document
    for _ in 0...random.below(2) {
      let place = random.below(bytes.count + 1)
      switch random.below(9) {
      case 0, 1, 2: bytes.insert(contentsOf: random.pick(RandomXML.fragments), at: place)
      case 3: bytes.insert(UInt8(random.below(256)), at: place)
      case 4 where place < bytes.count: bytes[place] = UInt8(random.below(256))
      case 5 where place < bytes.count:
        bytes.removeSubrange(place..<min(bytes.count, place + 1 + random.below(3)))
      case 6 where random.once(in: 3): bytes.removeSubrange(place...)
      case 7 where place < bytes.count:
        let end = min(bytes.count, place + 1 + random.below(12))
        bytes.insert(contentsOf: bytes[place..<end], at: random.below(bytes.count + 1))
      case 8 where place < bytes.count: bytes.swapAt(place, random.below(bytes.count))
      default: bytes[max(0, place - 1)..<place] = random.pick(RandomXML.fragments)[...]
      }
    }
    return bytes
  }

  private static let fragments: [[UInt8]] =
    "<>&;\"'/=!?]-:[#x \n".utf8.map { [$0] }
    + [
      "‹00›", "‹01›", "‹0B›", "‹0C›", "‹0D›", "‹1F›", "‹7F›", "‹C2 80›", "‹C2 85›", "‹80›",
      "‹C0 80›",
      "‹C3›", "‹E2 82›", "‹ED A0 80›", "‹EF BF BE›", "‹EF BF BF›", "‹F4 90 80 80›", "‹F5›", "‹FF›",
      "\u{FEFF}", "\u{B7}", "\u{D7}", "\u{37E}", "\u{300}", "\u{2000}", "\u{203F}", "\u{3000}",
      "\u{EFFFF}", "\u{F0000}", "\u{FFFFF}", "&amp;", "&amp", "&AMP;", "&nbsp;", "&a:b;", "&;",
      "&#;",
      "&#x;", "&#0;", "&#xB;", "&#xFFFE;", "&#xD800;", "&#x110000;", "&#x100000041;", "&#X41;",
      "&# 65;",
      "&#65", "&#x4G;", "&#-1;", "]]>", "]]", "-->", "--", "<!--", "<!--->", "<!---->",
      "<!-- -- -->",
      "<![CDATA[", "<![CDATA[]]>", "<![cdata[]]>", "<![ CDATA[]]>", "<!DOCTYPE a>",
      "<!DOCTYPE a [<!ENTITY b 'c'>]>", "<!ENTITY b 'c'>", "<!>", "<!a>", "<?", "?>", "<??>",
      "<?xml?>",
      "<?XML x?>", "<?xml version='1.0'?>", "<?a:b?>", "<?a?b?>", "<? a?>", "<?a", "<a>", "</a>",
      "</a b=''>", "< a>", "</ a>", "<a/ >", "<a/>", "<p:a/>", "<:a/>", "<a:/>", "<a:b:c/>",
      "<a:1/>",
      "<xmlns:a/>", "<xml:a/>", "<1/>", "<-a/>", "<.a/>", "<a a=''a=''/>", "<a a='' a=''/>",
      "<a a/>",
      "<a a=b/>", "<a a='<'/>", "<a a='&'/>", "<a a='>'/>", "<a xmlns:p=''/>", "<a xmlns=''/>",
      "<a xmlns:p='u' xmlns:q='u' p:x='' q:x=''/>", "<a xmlns:p='u' xmlns:q='v' p:x='' q:x=''/>",
      "<a xmlns:xml='u'/>", "<a xmlns:xmlns='u'/>", " xmlns='u'", " p:a=''", " a='", " a=\"\"",
      "x=",
      "version=", " encoding='UTF-8'", " standalone='maybe'", "1.0", "2.0", "1.", "xml", "xmlns",
      "\u{A0}",
    ].map { bytes($0) }
}
