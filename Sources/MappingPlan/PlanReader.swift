internal import JSONText
internal import LeadFields

extension Plan {
  /// Whether a text is meant as a plan and not as a mapping file: it begins like an object of JSON,
  /// which no mapping file does.
  package static func isIntended(by text: [UInt8]) -> Bool {
    text.first { !" \t\r\n".utf8.contains($0) } == UInt8(ascii: "{")
  }

  /// Reads the JSON form of a plan. What the numbers and texts in it refer to is verified by whoever
  /// runs the plan.
  ///
  /// - Throws: What is wrong with the first part that is.
  /// - Complexity: O(*n* log *n*) in the length of the text.
  package init(reading text: [UInt8]) throws(PlanProblem) {
    let json: JSONValue
    do {
      json = try JSONReader.read(text)
    } catch {
      throw PlanProblem(.notJSON(error.reason.message, offset: error.offset))
    }
    let part = PlanPart(json, "")
    guard let members = json.members, let version = json["version"]?.integer else {
      throw part.wrong("an object with a `version`")
    }
    guard version == Plan.version else { throw PlanProblem(.version(version)) }
    let content = members.filter { $0.name != "hash" }
    guard json["hash"]?.string == Plan.hash(of: content) else { throw PlanProblem(.damaged) }
    self = try part.plan()
  }
}

/// A part of a plan's JSON form and the place where it stands.
private struct PlanPart {
  let value: JSONValue
  let place: String

  init(_ value: JSONValue, _ place: String) {
    self.value = value
    self.place = place
  }

  func wrong(_ wanted: String) -> PlanProblem { PlanProblem(.wrong(wanted: wanted), in: place) }

  // MARK: Pieces

  /// The member of that name.
  func part(_ name: String) -> PlanPart? {
    value[name].map { PlanPart($0, place.isEmpty ? name : "\(place).\(name)") }
  }

  func needed(_ name: String) throws(PlanProblem) -> PlanPart {
    guard let part = part(name) else { throw wrong("an object with `\(name)`") }
    return part
  }

  /// An object whose members have no other names than these, each once.
  func object(of names: String...) throws(PlanProblem) {
    guard let members = value.members else { throw wrong("an object") }
    let given = members.map(\.name)
    guard Set(given).count == given.count, Set(given).isSubset(of: names) else {
      throw wrong("an object of \(names.map { "`\($0)`" }.joined(separator: ", "))")
    }
  }

  func text() throws(PlanProblem) -> String {
    guard let text = value.string else { throw wrong("a text") }
    return text
  }

  func word<Word: RawRepresentable & CaseIterable>(
    _: Word.Type
  ) throws(PlanProblem) -> Word where Word.RawValue == String {
    guard let word = value.string.flatMap(Word.init) else {
      throw wrong("one of \(Word.allCases.map { "`\($0.rawValue)`" }.joined(separator: ", "))")
    }
    return word
  }

  func integer(_ range: ClosedRange<Int>) throws(PlanProblem) -> Int {
    guard let integer = value.integer, range.contains(integer) else {
      throw wrong("a whole number from \(range.lowerBound) to \(range.upperBound)")
    }
    return integer
  }

  /// The elements of a list, one after the other.
  func list<Element>(
    _ read: (PlanPart) throws(PlanProblem) -> Element
  ) throws(PlanProblem) -> [Element] {
    guard let elements = value.array else { throw wrong("a list") }
    var list: [Element] = []
    list.reserveCapacity(elements.count)
    for (index, element) in elements.enumerated() {
      list.append(try read(PlanPart(element, "\(place)[\(index)]")))
    }
    return list
  }

  /// The two elements of a pair.
  func pair() throws(PlanProblem) -> (PlanPart, PlanPart) {
    guard let elements = value.array, elements.count == 2 else { throw wrong("a list of two") }
    return (PlanPart(elements[0], place + "[0]"), PlanPart(elements[1], place + "[1]"))
  }

  // MARK: Plan

  func plan() throws(PlanProblem) -> Plan {
    try object(
      of: "version", "hash", "format", "namespaces", "statuses", "guards", "states", "queries",
      "bindings")
    return Plan(
      format: try needed("format").word(BodyFormat.self),
      namespaces: try part("namespaces")?.list { part throws(PlanProblem) in
        let (prefix, uri) = try part.pair()
        return Namespace(prefix: try prefix.text(), uri: try uri.text())
      } ?? [],
      statusRules: try part("statuses")?.list { part throws(PlanProblem) in
        let (pattern, action) = try part.pair()
        return StatusRule(
          try pattern.statusPattern(), try action.word(StatusRule.Action.self))
      } ?? [],
      guards: try part("guards")?.list { part throws(PlanProblem) in try part.responseGuard() }
        ?? [],
      trie: PathTrie(
        states: try part("states")?.list { part throws(PlanProblem) in try part.state() } ?? []),
      queries: try part("queries")?.list { part throws(PlanProblem) in try part.text() } ?? [],
      bindings: try part("bindings")?.list { part throws(PlanProblem) in try part.binding() } ?? [])
  }

  private func statusPattern() throws(PlanProblem) -> StatusRule.Pattern {
    let text = try text()
    if let status = Int(text), (100...999).contains(status), "\(status)" == text {
      return .exact(status)
    }
    if text.utf8.count == 3, text.hasSuffix("xx"), let digit = Int(text.prefix(1)), digit > 0 {
      return .hundreds(digit)
    }
    throw wrong("a status such as `404` or `4xx`")
  }

  private func responseGuard() throws(PlanProblem) -> Guard {
    try object(of: "guard", "when", "because")
    return Guard(
      try needed("guard").word(Guard.Kind.self), when: try needed("when").text(),
      because: try part("because")?.text())
  }

  /// A state's parent comes before it; that it does is verified with the whole trie.
  private func state() throws(PlanProblem) -> PathTrie.State {
    let (parent, step) = try pair()
    return PathTrie.State(
      parent: StateID(UInt32(try parent.integer(0...Int(UInt32.max)))), step: try step.pathStep())
  }

  private func pathStep() throws(PlanProblem) -> PathStep {
    switch value {
    case .string(let name): return .key(name)
    case .number: return .index(UInt32(try integer(0...Int(UInt32.max))))
    case .object:
      try object(of: "attribute")
      return .attribute(try needed("attribute").text())
    default: throw wrong("a name, a position or an attribute")
    }
  }

  // MARK: Bindings

  private func binding() throws(PlanProblem) -> Binding {
    try object(of: "source", "stages", "field", "type", "longest", "on", "when")
    if let when = part("when"), when.value.string != "blank" { throw when.wrong("`blank`") }
    return Binding(
      source: Expression(
        try needed("source").operand(),
        try part("stages")?.list { part throws(PlanProblem) in try part.stage() } ?? []),
      field: try needed("field").text(), type: try needed("type").word(FieldType.self),
      lengthLimit: try part("longest")?.lengthLimit(),
      policies: try part("on")?.policies() ?? Policies(), onlyWhenBlank: part("when") != nil)
  }

  private func lengthLimit() throws(PlanProblem) -> LengthLimit {
    guard let members = value.members, members.count == 1, let member = members.first,
      let unit = LengthLimit.Unit(rawValue: member.name)
    else { throw wrong("an object of `scalars` or `bytes`") }
    return LengthLimit(try needed(member.name).integer(1...1_000_000_000), unit)
  }

  private func policies() throws(PlanProblem) -> Policies {
    guard let members = value.members else { throw wrong("an object") }
    var policies = Policies()
    for member in members {
      guard let situation = Policies.Situation(rawValue: member.name) else {
        throw wrong("an object of situations")
      }
      let action = try needed(member.name)
      policies[situation] = try action.word(Policies.Action.self)
      guard policies[situation].rawValue == action.value.string else {
        throw action.wrong("an action of the situation")
      }
    }
    return policies
  }

  private func stage() throws(PlanProblem) -> Expression.Stage {
    if let operand = part("fallback") {
      try object(of: "fallback")
      return .fallback(try operand.operand())
    }
    try object(of: "transform", "arguments")
    return .transform(
      TransformCall(
        try needed("transform").text(),
        try part("arguments")?.list { part throws(PlanProblem) in try part.argument() } ?? []))
  }

  private func operand() throws(PlanProblem) -> Operand {
    if let literal = part("literal") {
      try object(of: "literal")
      return .literal(try literal.literal())
    }
    if let template = part("template") {
      try object(of: "template")
      return .template(
        try template.list { part throws(PlanProblem) in
          if let text = part.value.string { return .text(text) }
          return .path(try part.path())
        })
    }
    return .path(try path())
  }

  private func path() throws(PlanProblem) -> Path {
    if let query = part("query") {
      try object(of: "query")
      return .query(QueryID(try query.integer(0...Int(UInt32.max))))
    }
    try object(of: "state")
    return .state(StateID(UInt32(try needed("state").integer(0...Int(UInt32.max)))))
  }

  private func literal() throws(PlanProblem) -> Literal {
    switch value {
    case .string(let text): return .text(text)
    case .number(let text): return .number(text)
    case .boolean(let value): return .boolean(value)
    case .null: return .null
    default: throw wrong("a text, a number, `true`, `false` or `null`")
    }
  }

  private func argument() throws(PlanProblem) -> Argument {
    guard value.members != nil else { return .literal(try literal()) }
    if let path = part("path") {
      try object(of: "path")
      return .jsonPath(try path.text())
    }
    if let rest = part("else") {
      try object(of: "else")
      return .entry(key: nil, value: try rest.literal())
    }
    try object(of: "key", "value")
    return .entry(key: try needed("key").literal(), value: try needed("value").literal())
  }
}
