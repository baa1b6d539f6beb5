internal import JSONText
internal import ResponseMapping

/// Outcomes for programs: the object that `run --format json` prints, a versioned contract.
///
///     {"version":1,"id":7,"outcome":"mapped","status":200,"updates":{…},"results":[…],"warnings":[]}
///     {"version":1,"id":8,"outcome":"notMapped","status":503,…,"failure":{…},"warnings":[]}
extension JSONByteWriter {
  mutating func outcome(_ outcome: Outcome, head: ResponseHead, id: JSONValue?, file: String?) {
    switch outcome {
    case .mapped(let updates):
      mappedHeading(head, id: id, file: file)
      self.updates(updates.results)
      results(updates.results)
      warnings(updates.warnings)
    case .notMapped(let failure):
      heading("notMapped", head, id, file)
      self.updates([])
      results(failure.results)
      self.failure(failure)
      warnings(failure.warnings)
    }
    endObject()
  }

  /// Begins the outcome of a response that is mapped, up to its updates.
  mutating func mappedHeading(_ head: ResponseHead, id: JSONValue?, file: String? = nil) {
    heading("mapped", head, id, file)
  }

  private mutating func heading(
    _ outcome: String, _ head: ResponseHead, _ id: JSONValue?, _ file: String?
  ) {
    beginObject()
    member("version", 1)
    if let file { member("file", file) }
    if let id { recordID(id) }
    member("outcome", outcome)
    // There is none where the webhook was not answered.
    if head.status != 0 { member("status", head.status) }
  }

  /// What a record calls itself: a text or number.
  mutating func recordID(_ id: JSONValue) {
    name("id")
    switch id {
    case .string(let text): string(text)
    case .number, .null, .boolean, .illFormedString, .array, .object: number(id.text)
    }
  }

  /// The values to write, by field; `null` clears a field.
  mutating func updates(_ results: [MappingResult]) {
    name("updates")
    beginObject()
    for result in results { update(result) }
    endObject()
  }

  mutating func update(_ result: MappingResult) {
    guard let value = result.result.value else { return }
    name(result.field)
    fieldValue(value)
  }

  mutating func fieldValue(_ value: FieldValue) {
    switch value {
    case .null: literal("null")
    case .string(let text), .date(let text), .dateTime(let text): string(text)
    case .integer(let value): integer(value)
    case .decimal(let text): number(text)
    case .boolean(let value): literal(value ? "true" : "false")
    }
  }

  mutating func results(_ results: [MappingResult]) {
    name("results")
    beginArray()
    for result in results { self.result(result) }
    endArray()
  }

  mutating func result(_ result: MappingResult) {
    beginObject()
    member("field", result.field)
    member("result", result.result.name)
    if let source = result.source, result.code == nil { member("source", source) }
    if let condition = result.condition { member("condition", condition.rawValue) }
    if let code = result.code, let message = result.message {
      member("path", result.path)
      if case .missing(let matched, let nearest) = result.result {
        if let matched { member("matched", matched) }
        if let nearest { member("nearest", nearest) }
      }
      member("code", code.rawValue)
      member("message", message)
    }
    endObject()
  }

  mutating func warnings(_ warnings: [OutcomeWarning]) {
    name("warnings")
    beginArray()
    for warning in warnings {
      beginObject()
      member("code", warning.code.rawValue)
      member("message", warning.message)
      if let field = warning.field { member("field", field) }
      if let path = warning.path { member("path", path) }
      endObject()
    }
    endArray()
  }

  private mutating func failure(_ failure: Failure) {
    name("failure")
    beginObject()
    member("kind", failure.kind.name)
    member("code", failure.code)
    member("message", failure.message)
    details(of: failure.kind)
    if let errorType = failure.errorType { member("errorType", errorType) }
    name("recovery")
    beginObject()
    member("class", failure.recovery.name)
    if case .retry(let seconds?) = failure.recovery { member("after", seconds) }
    endObject()
    endObject()
  }

  private mutating func details(of kind: Failure.Kind) {
    switch kind {
    case .batchCampaign, .timeout, .emptyBody, .contentTypeMismatch, .pending(nil): break
    case .pending(let condition?), .rejected(let condition): responseGuard(condition)
    case .mappingFailed(let fields):
      name("fields")
      beginArray()
      for field in fields { string(field) }
      endArray()
    case .status(let status): member("status", status)
    case .malformedBody(let position), .encoding(let position):
      member("offset", position.offset)
      member("line", position.line)
      member("column", position.column)
    case .limit(let name, let value):
      member("limit", name.rawValue)
      member("value", value)
    }
  }

  private mutating func responseGuard(_ condition: ResponseGuard) {
    member("guard", condition.text)
    if let reason = condition.reason { member("because", reason) }
  }
}

extension FieldValue {
  /// The value as JSON has it.
  var jsonText: String {
    var writer = JSONByteWriter()
    writer.fieldValue(self)
    return String(decoding: writer.bytes, as: UTF8.self)
  }
}

extension MappingResult.Result {
  /// The result's name in machine-readable output.
  var name: String {
    switch self {
    case .written: "written"
    case .truncated: "truncated"
    case .cleared: "cleared"
    case .withheld: "withheld"
    case .missing: "missing"
    case .null: "null"
    case .empty: "empty"
    case .mismatch: "mismatch"
    case .overlong: "overlong"
    }
  }
}
