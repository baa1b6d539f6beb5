/// Reads a pattern by the grammar of RFC 9485 §4; what it does not derive is refused.
struct PatternParser {
  private struct Item {
    let scalar: Unicode.Scalar
    let offset: Int
  }

  private let items: [Item]
  private let byteCount: Int
  private var position = 0
  private var depth = 0

  init(_ pattern: String) {
    var items: [Item] = []
    var offset = 0
    for scalar in pattern.unicodeScalars {
      items.append(Item(scalar: scalar, offset: offset))
      offset += UTF8.width(scalar)
    }
    self.items = items
    byteCount = offset
  }

  private var next: Unicode.Scalar? { position < items.count ? items[position].scalar : nil }

  private var offset: Int { position < items.count ? items[position].offset : byteCount }

  mutating func wholePattern() throws(IRegexpProblem) -> PatternNode {
    let root = try expression()
    if let next { throw problem(.unexpectedCharacter(next)) }
    return root
  }

  /// i-regexp = branch *( "|" branch )
  private mutating func expression() throws(IRegexpProblem) -> PatternNode {
    var branches = [try branch()]
    while take("|") { branches.append(try branch()) }
    return .choice(branches)
  }

  /// branch = *piece
  private mutating func branch() throws(IRegexpProblem) -> PatternNode {
    var parts: [PatternNode] = []
    while let next, next != "|", next != ")" { parts.append(try piece()) }
    return .sequence(parts)
  }

  /// piece = atom [ quantifier ]
  private mutating func piece() throws(IRegexpProblem) -> PatternNode {
    let atom = try atom()
    if take("*") { return .repetition(atom, least: 0, most: nil) }
    if take("+") { return .repetition(atom, least: 1, most: nil) }
    if take("?") { return .repetition(atom, least: 0, most: 1) }
    guard next == "{" else { return atom }
    return try counted(atom)
  }

  /// range-quantifier = "{" QuantExact [ "," [ QuantExact ] ] "}"
  private mutating func counted(_ atom: PatternNode) throws(IRegexpProblem) -> PatternNode {
    let start = offset
    position += 1
    let least = try count()
    var most: Int? = least
    if take(",") { most = next == "}" ? nil : try count() }
    guard take("}") else { throw problem(.malformedCount) }
    if let most, most < least { throw IRegexpProblem(kind: .descendingCount, offset: start) }
    let node = PatternNode.repetition(atom, least: least, most: most)
    guard node.stateCount < IRegexp.stateLimit else {
      throw IRegexpProblem(kind: .tooManyStates(limit: IRegexp.stateLimit), offset: start)
    }
    return node
  }

  /// QuantExact = 1*DIGIT. A count beyond `Int` is as good as the largest one: both are refused, or
  /// repeat the empty text.
  private mutating func count() throws(IRegexpProblem) -> Int {
    guard next?.digit != nil else { throw problem(.malformedCount) }
    var count = 0
    while let digit = next?.digit {
      let (tens, isBeyond) = count.multipliedReportingOverflow(by: 10)
      let (sum, isAbove) = tens.addingReportingOverflow(digit)
      count = isBeyond || isAbove ? .max : sum
      position += 1
    }
    return count
  }

  /// atom = NormalChar / charClass / ( "(" i-regexp ")" )
  private mutating func atom() throws(IRegexpProblem) -> PatternNode {
    guard let next else { throw problem(.unclosedParenthesis) }
    switch next {
    case "(": return try parenthesized()
    case "[": return .set(try characterClass())
    case ".":
      position += 1
      return .set(.anyButLineBreak)
    case "\\": return .set(try escapedSet())
    case "*", "+", "?", "{": throw problem(.nothingToRepeat)
    case ")", "]", "|", "}": throw problem(.unexpectedCharacter(next))
    default:
      position += 1
      return .set(ScalarSet(next))
    }
  }

  private mutating func parenthesized() throws(IRegexpProblem) -> PatternNode {
    let start = offset
    guard depth < IRegexp.depthLimit else { throw problem(.tooDeep(limit: IRegexp.depthLimit)) }
    depth += 1
    defer { depth -= 1 }
    position += 1
    let inner = try expression()
    guard take(")") else { throw IRegexpProblem(kind: .unclosedParenthesis, offset: start) }
    return inner
  }

  /// A category or a single character after a backslash, outside a class.
  private mutating func escapedSet() throws(IRegexpProblem) -> ScalarSet {
    if let categories = try categoryEscape() {
      return ScalarSet(ranges: [], categories: categories)
    }
    return ScalarSet(try singleCharacterEscape())
  }

  /// catEsc = "\p{" charProp "}", complEsc = "\P{" charProp "}"; nil if another escape stands here.
  private mutating func categoryEscape() throws(IRegexpProblem) -> CategorySet? {
    let start = offset
    guard position + 1 < items.count else { return nil }
    let letter = items[position + 1].scalar
    guard letter == "p" || letter == "P" else { return nil }
    position += 2
    guard take("{") else { throw IRegexpProblem(kind: .unknownCategory, offset: start) }
    var name = ""
    while let next, next != "}", name.utf8.count < 2 {
      name.unicodeScalars.append(next)
      position += 1
    }
    guard take("}"), let categories = CategorySet(name: name) else {
      throw IRegexpProblem(kind: .unknownCategory, offset: start)
    }
    return letter == "p" ? categories : categories.complement
  }

  /// SingleCharEsc = "\" ( one of ()*+ -.?[\]^nrt{|} )
  private mutating func singleCharacterEscape() throws(IRegexpProblem) -> Unicode.Scalar {
    let start = offset
    position += 1
    guard let letter = next else { throw IRegexpProblem(kind: .invalidEscape, offset: start) }
    position += 1
    switch letter {
    case "(", ")", "*", "+", "-", ".", "?", "[", "\\", "]", "^", "{", "|", "}": return letter
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    default: throw IRegexpProblem(kind: .invalidEscape, offset: start)
    }
  }

  /// charClassExpr = "[" [ "^" ] ( "-" / CCE1 ) *CCE1 [ "-" ] "]"
  private mutating func characterClass() throws(IRegexpProblem) -> ScalarSet {
    let start = offset
    position += 1
    // `[^]` can only be derived with the caret as the one character of the class.
    let isComplement =
      next == "^" && !(position + 1 < items.count && items[position + 1].scalar == "]")
    if isComplement { position += 1 }
    var ranges: [ClosedRange<Unicode.Scalar>] = []
    var categories: CategorySet = []
    if next == "]" { throw IRegexpProblem(kind: .emptyClass, offset: start) }
    if take("-") { ranges.append("-"..."-") }
    while let scalar = next, scalar != "]" {
      if scalar == "-" {
        ranges.append(try trailingHyphen())
      } else if scalar == "\\", let escaped = try categoryEscape() {
        categories.formUnion(escaped)
      } else {
        ranges.append(try range(in: start))
      }
    }
    guard take("]") else { throw IRegexpProblem(kind: .unclosedClass, offset: start) }
    return ScalarSet(ranges: ranges, categories: categories, isComplement: isComplement)
  }

  private mutating func trailingHyphen() throws(IRegexpProblem) -> ClosedRange<Unicode.Scalar> {
    let start = offset
    position += 1
    guard next == "]" else { throw IRegexpProblem(kind: .misplacedHyphen, offset: start) }
    return "-"..."-"
  }

  /// CCchar [ "-" CCchar ]
  private mutating func range(
    in start: Int
  ) throws(IRegexpProblem) -> ClosedRange<Unicode.Scalar> {
    let first = offset
    let low = try classCharacter(in: start)
    guard next == "-", position + 1 < items.count, items[position + 1].scalar != "]" else {
      return low...low
    }
    position += 1
    let high = try classCharacter(in: start)
    guard low <= high else { throw IRegexpProblem(kind: .descendingRange, offset: first) }
    return low...high
  }

  /// CCchar: any character but `-`, `[`, `\` and `]`, or an escape.
  private mutating func classCharacter(in start: Int) throws(IRegexpProblem) -> Unicode.Scalar {
    guard let next else { throw IRegexpProblem(kind: .unclosedClass, offset: start) }
    switch next {
    case "\\": return try singleCharacterEscape()
    case "-": throw problem(.misplacedHyphen)
    case "[", "]": throw problem(.unexpectedCharacter(next))
    default:
      position += 1
      return next
    }
  }

  private mutating func take(_ scalar: Unicode.Scalar) -> Bool {
    guard next == scalar else { return false }
    position += 1
    return true
  }

  private func problem(_ kind: IRegexpProblem.Kind) -> IRegexpProblem {
    IRegexpProblem(kind: kind, offset: offset)
  }
}

extension Unicode.Scalar {
  fileprivate var digit: Int? { ("0"..."9").contains(self) ? Int(value) - 0x30 : nil }
}
