/// Writes an XML body and notes, all over it, where values stand that a mapping could read.
struct XMLBodyWriter {
  private(set) var text = Array("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n".utf8)
  /// The values noted, in the body's order.
  private(set) var lookups: [Lookup] = []

  private let bytesBetweenLookups: Int
  private var nextLookup = 0
  private var steps: [Lookup.Step] = []
  private var depth = 0

  /// - Parameter bytesBetweenLookups: how far values that are noted are apart at least.
  init(bytesBetweenLookups: Int) { self.bytesBetweenLookups = bytesBetweenLookups }

  /// An element of elements.
  ///
  /// - Parameter position: its place among its siblings of that name, if it can have any.
  mutating func element(
    _ name: String, position: Int? = nil, id: Int? = nil, _ content: (inout Self) -> Void
  ) {
    breakLine()
    text += "<\(name)".utf8
    steps += [.key(name)] + (position.map { [.index($0)] } ?? [])
    if let id { attribute("id", String(id)) }
    text += ">".utf8
    depth += 1
    content(&self)
    depth -= 1
    steps.removeLast(position == nil ? 1 : 2)
    breakLine()
    text += "</\(name)>".utf8
  }

  /// An element of text.
  mutating func leaf(_ name: String, _ value: String, kind: String? = nil) {
    breakLine()
    text += "<\(name)".utf8
    steps.append(.key(name))
    if let kind { attribute("kind", kind) }
    text += ">".utf8
    note()
    steps.removeLast()
    text += "\(XMLBodyWriter.escaped(value))</\(name)>".utf8
  }

  private mutating func attribute(_ name: String, _ value: String) {
    steps.append(.key("@\(name)"))
    text += " \(name)=\"\(value)\"".utf8
    note()
    steps.removeLast()
  }

  private mutating func note() {
    guard text.count >= nextLookup else { return }
    lookups.append(Lookup(steps: steps, kind: .text))
    nextLookup = text.count + bytesBetweenLookups
  }

  private mutating func breakLine() {
    text.append(UInt8(ascii: "\n"))
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private static func escaped(_ value: String) -> String {
    value.reduce(into: "") { $0 += $1 == "&" ? "&amp;" : $1 == "<" ? "&lt;" : String($1) }
  }
}
