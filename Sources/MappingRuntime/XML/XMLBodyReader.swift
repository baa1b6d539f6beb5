internal import CXMLText
internal import Diagnostics
internal import LeadFields
internal import MappingPlan
internal import Transforms
internal import XPath

/// Reads XML bodies, one after the other: a parser whose events go to a sink.
final class XMLBodyReader: BodyReader {
  private let program: XMLProgram
  private let limits: Limits
  private var parser: XMLParser
  private var sink: XMLSink
  /// The nodes that expressions are asked of; nil where the mapping has none.
  private var tree: XMLTree? { sink.tree }
  private(set) var encoding = TextEncoding.utf8
  private var prolog = XMLProlog()
  /// Where the text of the last body begins.
  private var textStart = 0
  /// The text of the last body, if it was not in UTF-8.
  private var decoded: [UInt8] = []
  private var childNames: [ProgramState: XMLNames] = [:]

  init(_ program: XMLProgram, limits: Limits) {
    self.program = program
    self.limits = limits
    parser = XMLParser(limits)
    sink = XMLSink(
      XMLMatch(program, longestText: limits.xmlFieldTextBytes),
      program.expressions.isEmpty ? nil : program.queries, mostNodes: limits.xmlNodes)
  }

  func read(
    _ body: UnsafeBufferPointer<UInt8>, charset: String?, into results: inout [SlotResult]
  ) throws(BodyProblem) {
    let bytes = unsafe Span(_unsafeElements: body)
    let start = try readProlog(of: bytes, charset: charset)
    if !childNames.isEmpty { childNames.removeAll(keepingCapacity: true) }
    textStart = start
    try parse(unsafe XMLText(body, from: start, encoding))
    for direct in program.bindings { results[direct.slot] = convert(direct) }
  }

  /// Finds out the encoding; where the text begins.
  private func readProlog(of body: Span<UInt8>, charset: String?) throws(BodyProblem) -> Int {
    if let known = prolog.encoding(of: body, charset: charset) {
      encoding = known
      return 0
    }
    encoding = .utf8
    let mark = ByteOrderMark(of: body)
    let declaration = XMLDeclaration(of: body, mark: mark)
    do {
      encoding = try XMLEncodingStatements.encoding(
        of: body, mark: mark, charset: charset, declared: declaration.encodingName)
    } catch {
      throw .encoding(error, offset: 0)
    }
    if let flaw = declaration.flaw { throw .malformed(.xml(.invalidDeclaration), offset: flaw) }
    if mark == nil { prolog.note(body, charset: charset, encoding) }
    return mark?.length ?? 0
  }

  func string(_ text: BodyText, in body: RawSpan) -> String {
    let texts = sink.match.text
    return String(decoding: texts[text.range.clamped(to: 0..<texts.count)], as: UTF8.self)
  }

  // MARK: XPath

  func flow(from query: QueryID) throws(BodyProblem) -> Flow {
    Flow(content: try content(of: query))
  }

  private func content(of query: QueryID) throws(BodyProblem) -> Flow.Content {
    switch try result(of: query.number) {
    case .nodes(let nodes) where nodes.count > 1: .nodes(nodes.map(Value.init))
    case .nodes(let nodes): Flow.Content(nodes.first.map(Value.init))
    case .boolean(let value): .value(.boolean(value))
    case .number(let text) where text.first?.isLetter == false && text.dropFirst().first != "I":
      .value(.number(text))
    // NaN and the infinities are no numbers of a field.
    case .number: .mismatch(.notNumber)
    case .text(let text): .value(.text(text))
    }
  }

  func holds(guard index: Int) throws(BodyProblem) -> Bool {
    guard let tree else { throw .malformed(.xml(.noMemory), offset: 0) }
    do throws(XPathFailure) {
      return try program.queries.holds(
        program.queryCount + index, on: tree, steps: limits.querySteps)
    } catch {
      throw problem(error)
    }
  }

  func nodes(at path: Path) throws(BodyProblem) -> [BodyNode] {
    switch path {
    case .query(let query): return try selection(by: query.number)
    case .state(let state):
      guard capture(of: state).kind != .absent else { return [] }
      return try selection(by: program.expressions.count - 1)
    }
  }

  private func selection(by expression: Int) throws(BodyProblem) -> [BodyNode] {
    switch try result(of: expression) {
    case .nodes(let nodes): return try selection(nodes)
    case .boolean(let value): return [.boolean(value)]
    case .number(let text): return [.number(text)]
    case .text(let text): return [.text(text)]
    }
  }

  /// Nodes with their spelling and paths, which together may be many times as long as the document: a
  /// step is paid for every sixteen bytes and every namespace declaration in scope, four for every node.
  private func selection(_ nodes: [XMLNode]) throws(BodyProblem) -> [BodyNode] {
    guard let tree else { return [] }
    var steps = limits.querySteps
    var paths = XMLNodePaths(tree)
    var selection: [BodyNode] = []
    for node in nodes {
      try spend(1 + tree.declarationCount(around: node), of: &steps)
      try spend(4 * tree.nodeCount(of: node), of: &steps)
      let serialization = tree.serialization(of: node)
      let path = paths.path(of: node) ?? ""
      try spend(((serialization?.utf8.count ?? 0) + path.utf8.count) / 16, of: &steps)
      selection.append(.xml(XMLSelection(node: node, serialization: serialization, path: path)))
    }
    return selection
  }

  private func spend(_ cost: Int, of steps: inout Int) throws(BodyProblem) {
    guard cost <= steps else { throw .limit(.querySteps, value: limits.querySteps) }
    steps -= cost
  }

  private func result(of expression: Int) throws(BodyProblem) -> XPathResult {
    guard let tree else { throw .malformed(.xml(.noMemory), offset: 0) }
    do throws(XPathFailure) {
      return try program.queries.evaluate(
        expression, on: tree, steps: limits.querySteps, resultBytes: limits.xmlTextBytes)
    } catch {
      throw problem(error)
    }
  }

  private func problem(_ failure: XPathFailure) -> BodyProblem {
    switch failure {
    case .steps: .limit(.querySteps, value: limits.querySteps)
    case .resultBytes: .limit(.xmlTextBytes, value: limits.xmlTextBytes)
    // Expressions of a plan have been parsed with the prefixes that it declares.
    case .undeclaredPrefix: .malformed(.xml(.noMemory), offset: 0)
    }
  }

  // MARK: Conversion

  private func convert(_ direct: DirectBinding) -> SlotResult {
    let capture = capture(of: direct.state)
    let result =
      switch capture.kind {
      case .absent: SlotResult(.missing)
      case .null: SlotResult(.null)
      case .children: SlotResult(.mismatch(.elementWithChildren))
      case .text: convert(capture.start..<capture.end, for: direct)
      }
    return SlotResult(result.situation, result.warnings.union(warnings(of: direct.state)))
  }

  func flow(from state: StateID) throws(BodyProblem) -> Flow {
    let capture = capture(of: state)
    let content: Flow.Content =
      switch capture.kind {
      case .absent: .missing
      case .null: .null
      case .children: .value(.element)
      case .text: .value(.text(sink.match.string(capture)))
      }
    return Flow(content: content, warnings: warnings(of: state))
  }

  /// What is to be said of the path to a state.
  private func warnings(of state: StateID) -> ValueWarnings {
    let names = program.unindexedNames[Int(state.number)]
    return names.contains { sink.match.count($0) > 1 } ? .severalSiblings : []
  }

  /// White space around a value is kept where a text is wanted, and nowhere else.
  private func convert(_ range: Range<Int>, for binding: DirectBinding) -> SlotResult {
    guard let conversion = binding.conversion else { return SlotResult(.missing) }
    return unsafe sink.match.text.withUnsafeBufferPointer { texts in
      let text = unsafe Span(_unsafeElements: texts)
      let trimmed = text.trimmingWhiteSpace(range)
      if trimmed.isEmpty { return SlotResult(.empty) }
      let value = conversion == .text ? range : trimmed
      return conversion.convert(
        text.extracting(value),
        of: Scalar(kind: .string, place: BodyText(value, .plain)),
        longest: binding.lengthLimit)
    }
  }

  // MARK: Parsing

  private func parse(_ text: XMLText) throws(BodyProblem) {
    let (end, flaw) = read(text)
    // What ends the text is what is wrong, unless something else is wrong before.
    if let end, flaw?.isAtEnd ?? true { throw problem(ofBytesAt: end, flaw, in: text) }
    guard let flaw else { return }
    switch flaw.reason {
    case .limit(let name): throw .limit(name, value: limits.value(of: name))
    case .malformed(let malformation):
      throw .malformed(
        .xml(malformation), offset: text.bodyOffset(ofTextByte: flaw.offset))
    }
  }

  /// Reads a document: where in the body something stands that is no character of XML, and what is wrong with
  /// the text before.
  private func read(_ text: XMLText) -> (end: Int?, flaw: XMLFlaw?) {
    if let characters = unsafe text.utf8 {
      let (count, flaw) = unsafe read(characters)
      return (count < characters.count ? text.start + count : nil, flaw)
    }
    let undecoded = text.decode(into: &decoded)
    let (count, flaw) = unsafe decoded.withUnsafeBufferPointer { unsafe read($0) }
    return (count < decoded.count ? text.bodyOffset(ofTextByte: count) : undecoded, flaw)
  }

  /// Reads as many bytes as are characters of XML.
  private func read(_ text: UnsafeBufferPointer<UInt8>) -> (count: Int, flaw: XMLFlaw?) {
    let count = unsafe respmap_xml_character_prefix(text.baseAddress, text.count)
    sink.reset(keepsNamespaces: parser.reset())
    defer { sink.finish() }
    do throws(XMLFlaw) {
      try unsafe parser.parse(UnsafeBufferPointer(rebasing: text[..<count]), into: &sink)
      return (count, nil)
    } catch {
      return (count, error)
    }
  }

  /// A character that no document has, or bytes that are none; a body that ends within a character is cut short,
  /// if the rest agrees.
  private func problem(
    ofBytesAt offset: Int, _ flaw: XMLFlaw?, in text: XMLText
  ) -> BodyProblem {
    if text.isForbidden(at: offset) {
      return .malformed(.xml(.invalidCharacter), offset: offset)
    }
    if text.isCutOff(at: offset), case .malformed(.truncated(let element)) = flaw?.reason {
      return unsafe .malformed(.xml(.truncated(within: element)), offset: text.body.count)
    }
    return .encoding(.invalidBytes(text.encoding), offset: offset)
  }

  // MARK: What is missing

  func missingPlace(
    of state: StateID, in body: RawSpan, search: inout Suggestion
  ) -> MissingPlace {
    let (matched, wanted) = program.trie.stop(onPathTo: state) { capture(of: $0).kind != .absent }
    if case .attribute = program.trie.step(of: wanted) {
      return MissingPlace(matched: matched, found: .element, nearest: nil)
    }
    if case .index = program.trie.step(of: wanted) {
      let name = program.nameOfPlanState[Int(matched.number)]
      let count = sink.match.count(name)
      return MissingPlace(matched: matched, found: .siblings(count), nearest: nil)
    }
    switch capture(of: matched).kind {
    case .null: return MissingPlace(matched: matched, found: .null, nearest: nil)
    case .text: return MissingPlace(matched: matched, found: .text, nearest: nil)
    case .absent, .children:
      guard case .key(let key) = program.trie.step(of: wanted) else { break }
      let names = childNames(of: program.stateOfPlanState[Int(matched.number)], in: body)
      return MissingPlace(
        matched: matched,
        found: matched == .root ? .document(root: names.all.first) : .element,
        nearest: names.withLocalName(of: key) ?? search.nearest(to: key, among: names.all))
    }
    return MissingPlace(matched: matched, found: .element, nearest: nil)
  }

  func namespacedElement(missedBy query: QueryID) -> NamespacedElement? {
    guard program.expressions.indices.contains(query.number) else { return nil }
    let names = program.expressions[query.number].syntax.unprefixedElementNames
    let found = sink.defaultNamespaceNames
    for name in names {
      let local = Array(name.utf8)
      guard let element = found.first(where: { $0.local == local }) else { continue }
      return NamespacedElement(name: name, uri: String(decoding: element.uri, as: UTF8.self))
    }
    return nil
  }

  private func capture(of state: StateID) -> XMLCapture {
    sink.match.capture(program.stateOfPlanState[Int(state.number)])
  }

  /// The names of the children of an element; kept, since many mappings may miss the same place.
  private func childNames(of state: ProgramState, in body: RawSpan) -> XMLNames {
    if let known = childNames[state] { return known }
    let names =
      if encoding == .utf8 {
        sink.match.children.names(in: state, of: body.extracting(droppingFirst: textStart))
      } else {
        unsafe sink.match.children.names(in: state, of: decoded.span.bytes)
      }
    childNames[state] = names
    return names
  }
}

extension Limits {
  /// The value of a limit that a parser looks at.
  fileprivate func value(of name: Name) -> Int {
    switch name {
    case .xmlDepth: xmlDepth
    case .xmlAttributes: xmlAttributes
    case .xmlTokenBytes: xmlTokenBytes
    case .xmlFieldTextBytes: xmlFieldTextBytes
    case .xmlTextBytes: xmlTextBytes
    case .xmlNodes: xmlNodes
    case .bodyBytes: bodyBytes
    case .depth: depth
    case .nodes: nodes
    case .querySteps: querySteps
    }
  }
}

extension Span<UInt8> {
  /// The range without the white space at its ends.
  fileprivate func trimmingWhiteSpace(_ range: Range<Int>) -> Range<Int> {
    var (start, end) = (range.lowerBound, range.upperBound)
    while start < end, self[start].isXMLWhiteSpace { start += 1 }
    while start < end, self[end - 1].isXMLWhiteSpace { end -= 1 }
    return start..<end
  }
}

extension Value {
  /// The value of a node: an element with elements in it has none of its own.
  fileprivate init(_ node: XMLNode) {
    if node.isNil {
      self = .null
    } else {
      self = node.hasElementChildren && node.kind == .element ? .element : .text(node.text)
    }
  }
}
