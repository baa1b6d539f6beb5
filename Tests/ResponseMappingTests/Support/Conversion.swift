import ResponseMapping
import Testing

/// A value of a body, the type of the field it is mapped to, and what must become of it.
struct Conversion: Sendable, CustomTestStringConvertible {
  let type: String
  let json: String
  let result: MappingResult.Result
  let warnings: [DiagnosticCode]

  init(
    _ type: String, _ json: String, _ result: MappingResult.Result,
    _ warnings: [DiagnosticCode] = []
  ) {
    self.type = type
    self.json = json
    self.result = result
    self.warnings = warnings
  }

  var testDescription: String { "\(json.prefix(60)) into \(type)" }

  /// Rows for values that do not fit.
  static func mismatches(_ type: String, _ json: [String]) -> [Conversion] {
    json.map { Conversion(type, $0, .mismatch) }
  }
}

let everyType = [
  "string", "text", "phone", "url", "email", "integer", "score", "percent", "float", "currency",
  "boolean", "date", "datetime",
]

/// Mappings of the path `v` to a field of each type.
let mappingsByType: [String: Mapping] = {
  var mappings: [String: Mapping] = [:]
  for type in everyType { mappings[type] = try? compiled("v -> Target : \(type)") }
  return mappings
}()

extension Conversion {
  /// Evaluates a body with the value and holds the outcome to the row.
  func check(_ location: SourceLocation = #_sourceLocation) throws {
    let mapping = try #require(mappingsByType[type], sourceLocation: location)
    let outcome = mapping.evaluate(#"{"v":\#(json)}"#)
    let updates = try #require(outcome.updates, sourceLocation: location)
    #expect(updates.results.map(\.result) == [result], sourceLocation: location)
    #expect(updates.warnings.map(\.code) == warnings, sourceLocation: location)
    guard case .written(let value) = result else {
      #expect(updates.values.isEmpty, sourceLocation: location)
      return
    }
    #expect(updates.values == ["Target": value], sourceLocation: location)
  }
}

func repeated(_ text: String, _ count: Int) -> String { String(repeating: text, count: count) }
