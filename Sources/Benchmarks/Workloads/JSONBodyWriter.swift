/// Writes a JSON body and notes, all over it, where values stand that a mapping could read.
struct JSONBodyWriter {
  private(set) var text: [UInt8] = []
  /// The values noted, in the body's order.
  private(set) var lookups: [Lookup] = []

  private let isIndented: Bool
  private let escapesNonASCII: Bool
  private let bytesBetweenLookups: Int
  private var nextLookup = 0
  private var steps: [Lookup.Step] = []
  private var needsComma = false

  /// - Parameter bytesBetweenLookups: how far values that are noted are apart at least.
  init(isIndented: Bool, escapesNonASCII: Bool, bytesBetweenLookups: Int) {
    self.isIndented = isIndented
    self.escapesNonASCII = escapesNonASCII
    self.bytesBetweenLookups = bytesBetweenLookups
  }

  // MARK: - Containers

  mutating func object(_ members: (inout Self) -> Void) {
    open("{")
    members(&self)
    close("}")
  }

  mutating func member(_ key: String, _ value: (inout Self) -> Void) {
    separate()
    quote(key)
    text += (isIndented ? ": " : ":").utf8
    steps.append(.key(key))
    value(&self)
    steps.removeLast()
    needsComma = true
  }

  /// Elements as long as the condition holds, which gets their number so far.
  mutating func array(
    while isWanted: (Self, Int) -> Bool, _ element: (inout Self, Int) -> Void
  ) {
    open("[")
    var count = 0
    while isWanted(self, count) {
      separate()
      steps.append(.index(count))
      element(&self, count)
      steps.removeLast()
      needsComma = true
      count += 1
    }
    close("]")
  }

  mutating func array(count: Int, _ element: (inout Self, Int) -> Void) {
    array(while: { $1 < count }, element)
  }

  // MARK: - Values

  mutating func string(_ value: String) {
    if !value.isEmpty, value.utf8.count <= 200 { note(.text) }
    quote(value)
  }

  mutating func integer(_ value: Int) {
    note(.integer)
    text += String(value).utf8
  }

  /// A number by its text, with a fraction.
  mutating func decimal(_ value: String) {
    note(.decimal)
    text += value.utf8
  }

  mutating func boolean(_ value: Bool) {
    note(.boolean)
    text += (value ? "true" : "false").utf8
  }

  mutating func null() { text += "null".utf8 }

  // MARK: - Text

  private mutating func note(_ kind: Lookup.Kind) {
    guard text.count >= nextLookup else { return }
    lookups.append(Lookup(steps: steps, kind: kind))
    nextLookup = text.count + bytesBetweenLookups
  }

  private mutating func open(_ bracket: String) {
    text += bracket.utf8
    needsComma = false
  }

  private mutating func close(_ bracket: String) {
    if needsComma { breakLine(depth: steps.count) }
    text += bracket.utf8
    needsComma = true
  }

  private mutating func separate() {
    if needsComma { text += ",".utf8 }
    breakLine(depth: steps.count + 1)
    needsComma = false
  }

  private mutating func breakLine(depth: Int) {
    guard isIndented else { return }
    text.append(UInt8(ascii: "\n"))
    text.append(contentsOf: repeatElement(UInt8(ascii: " "), count: 2 * depth))
  }

  private mutating func quote(_ value: String) {
    text.append(UInt8(ascii: "\""))
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += #"\""#.utf8
      case "\\": text += #"\\"#.utf8
      case "\n": text += #"\n"#.utf8
      case _ where scalar.isASCII || !escapesNonASCII: text += String(scalar).utf8
      default: for unit in String(scalar).utf16 { escape(unit) }
      }
    }
    text.append(UInt8(ascii: "\""))
  }

  private mutating func escape(_ unit: UInt16) {
    let digits = String(unit, radix: 16)
    text += ("\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits).utf8
  }
}
