/// The namespaces that prefixes stand for where a document is read (Namespaces in XML 1.0 §6).
struct XMLNamespaces {
  /// The numbers of words that are always there.
  static let none: Int32 = 0
  static let xml: Int32 = 1
  static let xmlns: Int32 = 2
  /// That of `xsi:nil`.
  static let schemaInstance: Int32 = 3
  private static let xmlPrefix: Int32 = 4
  private static let xmlnsPrefix: Int32 = 5

  private struct Binding {
    var namespace = XMLNamespaces.none
    /// The tag that declared the prefix last.
    var tag: UInt32 = 0
  }

  /// Prefixes and namespaces; the prefix of the default namespace is empty.
  private(set) var words = XMLWordTable()
  /// One a word, as a prefix.
  private var bindings: [Binding] = []
  /// What prefixes stood for outside the elements that are open, the outermost first.
  private var replaced: [(prefix: Int32, namespace: Int32)] = []
  private var tag: UInt32 = 0

  /// Words beyond these are forgotten with the document.
  private static let mostKeptWords = 1024
  private static let mostKeptBytes = 1 << 16

  init() {
    for word in [
      "", "http://www.w3.org/XML/1998/namespace", "http://www.w3.org/2000/xmlns/",
      "http://www.w3.org/2001/XMLSchema-instance", "xml", "xmlns",
    ] as [StaticString] { _ = unsafe words.number(word.utf8Start, word.utf8CodeUnitCount) }
    bind(Self.xmlPrefix, Self.xml)
  }

  /// Prepares for a document; false if the words of earlier ones have other numbers from now on.
  mutating func reset() -> Bool {
    guard words.count <= Self.mostKeptWords, words.length <= Self.mostKeptBytes else {
      self = XMLNamespaces()
      return false
    }
    leave(to: 0)
    return true
  }

  /// Where the declarations of an element begin that is about to.
  mutating func enter() -> Int {
    tag &+= 1
    return replaced.count
  }

  /// Ends an element whose declarations began there.
  mutating func leave(to mark: Int) {
    while replaced.count > mark, let last = replaced.popLast() { bind(last.prefix, last.namespace) }
  }

  enum DeclarationFlaw: Error { case repeated, forbidden }

  /// Declares a prefix in the tag that is read.
  ///
  /// - Returns: whether there is anything to it: the prefix `xml` stands for its namespace anyway.
  mutating func declare(prefix: Int32, as namespace: Int32) throws(DeclarationFlaw) -> Bool {
    let isXML = prefix == Self.xmlPrefix
    // §3: what is reserved is neither declared nor bound; without a prefix a namespace can be none.
    guard prefix != Self.xmlnsPrefix, namespace != Self.xmlns, isXML == (namespace == Self.xml),
      namespace != Self.none || prefix == Self.none
    else { throw .forbidden }
    let before = binding(of: prefix)
    guard before.tag != tag else { throw .repeated }
    bind(prefix, namespace)
    bindings[Int(prefix)].tag = tag
    if isXML { return false }
    replaced.append((prefix, before.namespace))
    return true
  }

  /// The number of a word, be it a prefix or a namespace.
  mutating func word(_ start: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    unsafe words.number(start, count)
  }

  /// What elements without a prefix are in.
  var defaultNamespace: Int32 { bindings[Int(Self.none)].namespace }

  /// What a prefix stands for; `none` if it is not declared.
  mutating func namespace(of prefix: UnsafePointer<UInt8>, _ count: Int) -> Int32 {
    binding(of: unsafe words.number(prefix, count)).namespace
  }

  private func binding(of prefix: Int32) -> Binding {
    Int(prefix) < bindings.count ? bindings[Int(prefix)] : Binding()
  }

  private mutating func bind(_ prefix: Int32, _ namespace: Int32) {
    while bindings.count <= Int(prefix) { bindings.append(Binding()) }
    bindings[Int(prefix)].namespace = namespace
  }
}
