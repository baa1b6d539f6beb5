internal import JSONPath
internal import MappingPlan
internal import Transforms

// How the value of a mapping is found that is more than one path:
//
//     company.phone ?? $..phone |> first |> trim
//     └ operand 0 ┘    └ operand 1
//
// What flows from stage to stage is a value, or the reason why there is none. `??` looks at that reason:
// missing, null and empty make room for its operand, a mismatch does not.

/// An expression whose transforms are prepared.
struct Pipeline: Sendable {
  enum Stage: Sendable {
    case fallback(Operand)
    case transform(PreparedTransform)
  }

  let first: Operand
  let stages: [Stage]

  init(_ binding: Binding, in place: String) throws(PlanProblem) {
    first = binding.source.first
    var stages: [Stage] = []
    for (index, stage) in binding.source.stages.enumerated() {
      switch stage {
      case .fallback(let operand): stages.append(.fallback(operand))
      case .transform(let call):
        stages.append(
          .transform(try PreparedTransform(call, in: "\(place).stages[\(index)]")))
      }
    }
    self.stages = stages
  }
}

/// A call of a transform whose arguments are checked.
struct PreparedTransform: Sendable {
  let transform: Transform
  let apply: Transform.Prepared

  init(_ call: TransformCall, in place: String) throws(PlanProblem) {
    guard let transform = Transform.named(call.name) else {
      throw PlanProblem(.wrong(wanted: "a transform that is known"), in: place)
    }
    self.transform = transform
    do {
      apply = try transform.prepare(call.arguments)
    } catch {
      throw PlanProblem(.wrong(wanted: "arguments of the transform"), in: place)
    }
  }
}

/// What flows through a pipeline.
struct Flow {
  enum Content {
    case value(Value)
    /// Several nodes of an XPath, in document order: a list where a list is wanted, and else the first.
    case nodes([Value])
    case missing
    case null
    /// The transform of that name has no result for the value.
    case noResult(String)
    case mismatch(Mismatch)
    /// The transform of that name does not take the value.
    case refused(TransformMismatch, by: String)
  }

  var content: Content
  /// Of the expression's operands the one that it comes from, from 0.
  var operand = 0
  /// The path that it comes from; of a template's paths the one that decides.
  var path: Path?
  var warnings: ValueWarnings = []
}

extension Pipeline {
  /// The value for a body that has been read.
  ///
  /// - Throws: When a path asks for more than the limits allow.
  func flow(from reader: any BodyReader, _ format: BodyFormat) throws(BodyProblem) -> Flow {
    var flow = try reader.flow(from: first, format)
    var operand = 0
    for stage in stages {
      switch stage {
      case .transform(let prepared): prepared.transform(&flow, format)
      case .fallback(let fallback):
        operand += 1
        guard flow.content.makesRoom(format) else { continue }
        flow = try reader.flow(from: fallback, format)
        flow.operand = operand
      }
    }
    return flow
  }
}

extension Flow {
  /// Takes the first of several nodes, which stands for them (XPath 1.0 §4.2).
  mutating func takeFirstNode() {
    guard case .nodes(let nodes) = content else { return }
    content = Content(nodes.first)
    warnings.insert(.severalNodes)
  }
}

extension Flow.Content {
  init(_ value: Value?) {
    switch value {
    case nil: self = .missing
    case .null?: self = .null
    case let value?: self = .value(value)
    }
  }

  /// Whether `??` takes its operand.
  fileprivate func makesRoom(_ format: BodyFormat) -> Bool {
    switch self {
    case .missing, .null, .noResult: true
    case .nodes(let nodes): Flow.Content(nodes.first).makesRoom(format)
    case .value(.text(let text)): text.isEmpty(in: format)
    case .value, .mismatch, .refused: false
    }
  }
}

extension PreparedTransform {
  fileprivate func transform(_ flow: inout Flow, _ format: BodyFormat) {
    if case .nodes(let nodes) = flow.content, transform.input.contains(.list) {
      flow.content = content(apply(.list(nodes)))
      return
    }
    flow.takeFirstNode()
    flow.content = result(for: flow.content, format)
  }

  private func result(for content: Flow.Content, _ format: BodyFormat) -> Flow.Content {
    switch content {
    case .mismatch, .refused, .nodes: return content
    case .missing, .noResult: return transform.takesNothing ? self.content(apply(nil)) : content
    case .null: return transform.takesNothing ? self.content(apply(.null)) : content
    case .value(let value): return self.content(apply(prepared(value, format)))
    }
  }

  /// White space around a text of XML belongs to it only where a text is wanted.
  private func prepared(_ value: Value, _ format: BodyFormat) -> Value {
    guard format == .xml, case .text(let text) = value else { return value }
    switch transform.family {
    case .text, .lists, .nestedDocuments: return value
    case .numbers, .truth, .time, .choice: return .text(text.trimmingXMLWhiteSpace)
    }
  }

  private func content(_ result: Transform.Result) -> Flow.Content {
    switch result {
    case .value(.null): .null
    case .value(let value): .value(value)
    case .missing: .noResult(transform.name)
    case .mismatch(let mismatch): .refused(mismatch, by: transform.name)
    }
  }
}

// MARK: - Operands

extension BodyReader {
  fileprivate func flow(
    from operand: Operand, _ format: BodyFormat
  ) throws(BodyProblem) -> Flow {
    switch operand {
    case .path(let path): return try flow(from: path)
    case .literal(let literal): return Flow(content: literal.content)
    case .template(let parts): return try flow(from: parts, format)
    }
  }

  private func flow(from path: Path) throws(BodyProblem) -> Flow {
    switch path {
    case .state(let state):
      var flow = try flow(from: state)
      flow.path = path
      return flow
    case .query(let query):
      var flow = try flow(from: query)
      flow.path = path
      return flow
    }
  }

  /// The text that the parts make; a part that has no value decides for the whole.
  private func flow(
    from parts: [TemplatePart], _ format: BodyFormat
  ) throws(BodyProblem) -> Flow {
    var text = ""
    var warnings: ValueWarnings = []
    for part in parts {
      switch part {
      case .text(let piece): text += piece
      case .path(let path):
        var flow = try flow(from: path)
        flow.takeFirstNode()
        warnings.formUnion(flow.warnings)
        guard case .value(let value) = flow.content else { return flow }
        guard let piece = value.text else {
          return Flow(
            content: .mismatch(Mismatch(structure: value)), path: path, warnings: warnings)
        }
        // Empty as it is: the whole is empty, too.
        if piece.isEmpty(in: format) { return flow }
        text += piece
      }
    }
    return Flow(content: .value(.text(text)), warnings: warnings)
  }
}

extension Literal {
  fileprivate var content: Flow.Content {
    switch self {
    case .text(let text): .value(.text(text))
    case .number(let text): .value(.number(text))
    case .boolean(let value): .value(.boolean(value))
    case .null: .null
    }
  }
}

extension Mismatch {
  /// Why a value without a text of its own does not fit.
  init(structure value: Value) {
    switch value {
    case .list: self = .array
    case .element: self = .elementWithChildren
    case .illFormedText: self = .loneSurrogate
    case .object, .null, .boolean, .number, .text, .date, .dateTime: self = .object
    }
  }
}

extension String {
  /// Whether a text counts as empty: in XML also one of white space.
  func isEmpty(in format: BodyFormat) -> Bool {
    isEmpty || (format == .xml && utf8.allSatisfy(\.isXMLWhiteSpace))
  }

  /// The text without the white space of XML at its ends.
  var trimmingXMLWhiteSpace: String {
    var text = utf8[...]
    while let first = text.first, first.isXMLWhiteSpace { text.removeFirst() }
    while let last = text.last, last.isXMLWhiteSpace { text.removeLast() }
    return String(Substring(text))
  }
}
