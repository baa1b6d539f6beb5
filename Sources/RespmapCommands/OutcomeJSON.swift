internal import JSONText
internal import ResponseMapping

/// Outcomes for programs: the object that `run --format json` prints, a versioned contract.
enum OutcomeJSON {
  static func object(
    _ outcome: Outcome, head: ResponseHead, id: JSONValue?, file: String?
  ) -> JSONValue {
    var members = [JSONMember("version", .integer(1))]
    if let file { members.append(JSONMember("file", .string(file))) }
    if let id { members.append(JSONMember("id", id)) }
    let status = head.status == 0 ? [] : [JSONMember("status", .integer(head.status))]
    switch outcome {
    case .mapped(let updates):
      members += [JSONMember("outcome", .string("mapped"))] + status
      members += [
        JSONMember("updates", .object(updates.results.compactMap(\.update))),
        JSONMember("results", .array(updates.results.map(\.json))),
        JSONMember("warnings", .array(updates.warnings.map(\.json))),
      ]
    case .notMapped(let failure):
      members += [JSONMember("outcome", .string("notMapped"))] + status
      members += [
        JSONMember("updates", .object([])),
        JSONMember("results", .array(failure.results.map(\.json))),
        JSONMember("failure", failure.json),
        JSONMember("warnings", .array(failure.warnings.map(\.json))),
      ]
    }
    return .object(members)
  }
}

extension FieldValue {
  var json: JSONValue {
    switch self {
    case .null: .null
    case .string(let text), .date(let text), .dateTime(let text): .string(text)
    case .integer(let value): .integer(value)
    case .decimal(let text): .number(text)
    case .boolean(let value): .boolean(value)
    }
  }
}

extension MappingResult {
  fileprivate var update: JSONMember? {
    result.value.map { JSONMember(field, $0.json) }
  }

  fileprivate var json: JSONValue {
    var members = [
      JSONMember("field", .string(field)), JSONMember("result", .string(result.name)),
    ]
    if let source, code == nil { members.append(JSONMember("source", .integer(source))) }
    if let condition { members.append(JSONMember("condition", .string(condition.rawValue))) }
    guard let code, let message else { return .object(members) }
    members.append(JSONMember("path", .string(path)))
    if case .missing(let matched, let nearest) = result {
      if let matched { members.append(JSONMember("matched", .string(matched))) }
      if let nearest { members.append(JSONMember("nearest", .string(nearest))) }
    }
    members += [
      JSONMember("code", .string(code.rawValue)), JSONMember("message", .string(message)),
    ]
    return .object(members)
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

extension OutcomeWarning {
  fileprivate var json: JSONValue {
    var members = [
      JSONMember("code", .string(code.rawValue)), JSONMember("message", .string(message)),
    ]
    if let field { members.append(JSONMember("field", .string(field))) }
    if let path { members.append(JSONMember("path", .string(path))) }
    return .object(members)
  }
}

extension Failure {
  fileprivate var json: JSONValue {
    var members = [
      JSONMember("kind", .string(kind.name)), JSONMember("code", .string(code)),
      JSONMember("message", .string(message)),
    ]
    members += kind.members
    if let errorType { members.append(JSONMember("errorType", .string(errorType))) }
    var recovery = [JSONMember("class", .string(self.recovery.name))]
    if case .retry(let seconds?) = self.recovery {
      recovery.append(JSONMember("after", .integer(seconds)))
    }
    members.append(JSONMember("recovery", .object(recovery)))
    return .object(members)
  }
}

extension Failure.Kind {
  fileprivate var members: [JSONMember] {
    switch self {
    case .batchCampaign, .timeout, .emptyBody, .contentTypeMismatch, .pending(nil): []
    case .pending(let condition?), .rejected(let condition): condition.members
    case .mappingFailed(let fields):
      [JSONMember("fields", .array(fields.map { .string($0) }))]
    case .status(let status): [JSONMember("status", .integer(status))]
    case .malformedBody(let position), .encoding(let position):
      [
        JSONMember("offset", .integer(position.offset)),
        JSONMember("line", .integer(position.line)),
        JSONMember("column", .integer(position.column)),
      ]
    case .limit(let name, let value):
      [JSONMember("limit", .string(name.rawValue)), JSONMember("value", .integer(value))]
    }
  }
}

extension ResponseGuard {
  fileprivate var members: [JSONMember] {
    [JSONMember("guard", .string(text))]
      + (reason.map { [JSONMember("because", .string($0))] } ?? [])
  }
}
