internal import CXMLPush
internal import Diagnostics
internal import LeadFields
internal import MappingPlan
internal import Transforms
internal import XPath

/// Reads XML bodies, one after the other: a guarded parser whose events go to a match.
///
/// Safety: parser and match live as long as the reader, which is used by one evaluation at a time;
/// the parser calls back only while it is fed, and the match is touched by nobody else then.
@safe
final class XMLBodyReader: BodyReader {
  private let program: XMLProgram
  private let limits: Limits
  private let parser: OpaquePointer?
  private let sink: UnsafeMutablePointer<XMLSink>
  /// The nodes that expressions are asked of; nil where the mapping has none.
  private var tree: XMLTree? { unsafe sink.pointee.tree }
  private(set) var encoding = TextEncoding.utf8
  private var prolog = XMLProlog()
  private var childNames: [ProgramState: XMLNames] = [:]

  init(_ program: XMLProgram, limits: Limits) {
    self.program = program
    self.limits = limits
    unsafe parser = respmap_xml_create()
    unsafe sink = .allocate(capacity: 1)
    unsafe sink.initialize(
      to: XMLSink(
        XMLMatch(program, longestText: limits.xmlFieldTextBytes),
        program.expressions.isEmpty ? nil : program.queries, mostNodes: limits.xmlNodes))
  }

  deinit {
    unsafe respmap_xml_destroy(parser)
    unsafe sink.deinitialize(count: 1)
    unsafe sink.deallocate()
  }

  func read(
    _ body: UnsafeBufferPointer<UInt8>, charset: String?, into results: inout [SlotResult]
  ) throws(BodyProblem) {
    let bytes = unsafe Span(_unsafeElements: body)
    let start = try readProlog(of: bytes, charset: charset)
    childNames.removeAll(keepingCapacity: true)
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
    let texts = unsafe sink.pointee.match.text
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
      case .text: .value(.text(unsafe sink.pointee.match.string(capture)))
      }
    return Flow(content: content, warnings: warnings(of: state))
  }

  /// What is to be said of the path to a state.
  private func warnings(of state: StateID) -> ValueWarnings {
    let names = program.unindexedNames[Int(state.number)]
    return names.contains { unsafe sink.pointee.match.count($0) > 1 } ? .severalSiblings : []
  }

  /// White space around a value is kept where a text is wanted, and nowhere else.
  private func convert(_ range: Range<Int>, for binding: DirectBinding) -> SlotResult {
    guard let conversion = binding.conversion else { return SlotResult(.missing) }
    return unsafe sink.pointee.match.text.withUnsafeBufferPointer { texts in
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
    guard let parser = unsafe parser else { throw .malformed(.xml(.noMemory), offset: 0) }
    var (invalid, outcome) = unsafe feed(text, to: parser)
    if outcome.depends_on_earlier != 0 {
      unsafe respmap_xml_forget(parser)
      (invalid, outcome) = unsafe feed(text, to: parser)
    }
    if let invalid { throw problem(ofBytesAt: invalid, outcome, in: text) }
    if let problem = problem(outcome, in: text) { throw problem }
  }

  /// Feeds a document: where bytes stand that are no text, and what the parser says.
  private func feed(
    _ text: XMLText, to parser: OpaquePointer
  ) -> (invalid: Int?, outcome: respmap_xml_outcome) {
    let keepsNames =
      unsafe respmap_xml_begin(
        parser, limits.ofParser, .ofSink(hearsAsides: !program.expressions.isEmpty), sink) != 0
    unsafe sink.pointee.reset(keepsNames: keepsNames)
    let invalid = unsafe text.forEachPiece { piece in
      unsafe respmap_xml_feed(parser, piece.baseAddress, piece.count) != 0
    }
    let outcome = unsafe respmap_xml_end(parser)
    unsafe sink.pointee.finish()
    return (invalid, outcome)
  }

  /// Bytes that are no text; a body that ends within a character is cut short, if the rest agrees.
  private func problem(
    ofBytesAt offset: Int, _ outcome: respmap_xml_outcome, in text: XMLText
  ) -> BodyProblem {
    guard outcome.is_truncated != 0, text.isCutOff(at: offset) else {
      return .encoding(.invalidBytes(text.encoding), offset: offset)
    }
    let diagnosis = XMLDiagnosis(outcome, in: text)
    return unsafe .malformed(.xml(diagnosis.malformation), offset: text.body.count)
  }

  private func problem(_ outcome: respmap_xml_outcome, in text: XMLText) -> BodyProblem? {
    switch Int(outcome.reason) {
    case RESPMAP_XML_OK: return nil
    case RESPMAP_XML_TREE_NODES: return .limit(.xmlNodes, value: limits.xmlNodes)
    case RESPMAP_XML_DEPTH: return .limit(.xmlDepth, value: limits.xmlDepth)
    case RESPMAP_XML_ATTRIBUTES: return .limit(.xmlAttributes, value: limits.xmlAttributes)
    case RESPMAP_XML_TOKEN_BYTES: return .limit(.xmlTokenBytes, value: limits.xmlTokenBytes)
    case RESPMAP_XML_NAMES: return .limit(.xmlNames, value: limits.xmlNames)
    case RESPMAP_XML_NAME_BYTES: return .limit(.xmlNameBytes, value: limits.xmlNameBytes)
    case RESPMAP_XML_TEXT_BYTES: return .limit(.xmlTextBytes, value: limits.xmlTextBytes)
    case RESPMAP_XML_FIELD_TEXT_BYTES:
      return .limit(.xmlFieldTextBytes, value: limits.xmlFieldTextBytes)
    case RESPMAP_XML_MALFORMED where outcome.parser_code == RESPMAP_XML_NAME_TOO_LONG:
      return .limit(.xmlTokenBytes, value: Limits.longestXMLName)
    default:
      let diagnosis = XMLDiagnosis(outcome, in: text)
      return .malformed(.xml(diagnosis.malformation), offset: diagnosis.offset)
    }
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
      let count = unsafe sink.pointee.match.count(name)
      return MissingPlace(matched: matched, found: .siblings(count), nearest: nil)
    }
    switch capture(of: matched).kind {
    case .null: return MissingPlace(matched: matched, found: .null, nearest: nil)
    case .text: return MissingPlace(matched: matched, found: .text, nearest: nil)
    case .absent, .children:
      guard case .key(let key) = program.trie.step(of: wanted) else { break }
      let names = childNames(of: program.stateOfPlanState[Int(matched.number)])
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
    let found = unsafe sink.pointee.defaultNamespaceNames
    for name in names {
      let local = Array(name.utf8)
      guard let element = found.first(where: { $0.local == local }) else { continue }
      return NamespacedElement(name: name, uri: String(decoding: element.uri, as: UTF8.self))
    }
    return nil
  }

  private func capture(of state: StateID) -> XMLCapture {
    unsafe sink.pointee.match.capture(program.stateOfPlanState[Int(state.number)])
  }

  /// The names of the children of an element; kept, since many mappings may miss the same place.
  private func childNames(of state: ProgramState) -> XMLNames {
    if let known = childNames[state] { return known }
    let names = unsafe sink.pointee.match.children.names(in: state)
    childNames[state] = names
    return names
  }
}

extension Limits {
  fileprivate var ofParser: respmap_xml_limits {
    respmap_xml_limits(
      depth: Int32(clamping: xmlDepth), attributes: Int32(clamping: xmlAttributes),
      token_bytes: max(0, xmlTokenBytes), names: Int32(clamping: xmlNames),
      name_bytes: max(0, xmlNameBytes), text_bytes: max(0, xmlTextBytes))
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
