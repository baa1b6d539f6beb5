import ResponseMapping

/// One step of a path.
enum SlowStep {
  case key(String)
  case index(Int)
}

/// A path in both forms, its steps spelled out by hand.
struct SlowPath: Sendable {
  let text: String
  let steps: [SlowStep]

  init(_ text: String, _ steps: SlowStep...) {
    self.text = text
    self.steps = steps
  }
}

/// What becomes of a value on its way into a field of type string, found the obvious way: read
/// the whole document, follow the path step by step.
struct SlowEvaluation: Equatable {
  enum Situation: Equatable {
    case written(String)
    /// How many steps led somewhere.
    case missing(steps: Int)
    case null, empty, mismatch, overlong
  }

  let situation: Situation
  let warnings: Set<DiagnosticCode>

  init(_ situation: Situation, _ warnings: Set<DiagnosticCode>) {
    self.situation = situation
    self.warnings = warnings
  }

  init(_ path: SlowPath, in document: SlowValue) {
    var value = document
    var warnings: Set<DiagnosticCode> = []
    for (done, step) in path.steps.enumerated() {
      switch (step, value) {
      case (.key(let key), .object(let members)):
        let units = key.unicodeScalars.map(\.value)
        let found = members.filter { $0.key == units }
        guard let last = found.last else {
          self.init(.missing(steps: done), warnings)
          return
        }
        if found.count > 1 { warnings.insert(.duplicateKey) }
        value = last.value
      case (.index(let index), .array(let elements)) where index < elements.count:
        value = elements[index]
      default:
        self.init(.missing(steps: done), warnings)
        return
      }
    }
    self.init(value: value, warnings)
  }

  private init(value: SlowValue, _ warnings: Set<DiagnosticCode>) {
    switch value {
    case .null: self.init(.null, warnings)
    case .boolean(let value): self.init(.written("\(value)"), warnings)
    case .number(let text): self.init(.written(text), warnings)
    case .object, .array: self.init(.mismatch, warnings)
    case .string([]): self.init(.empty, warnings)
    case .string(let units): self.init(text: units, warnings)
    }
  }

  private init(text units: [UInt32], _ warnings: Set<DiagnosticCode>) {
    var warnings = warnings
    var text = String.UnicodeScalarView()
    for unit in units {
      guard unit != 0, let scalar = Unicode.Scalar(unit) else {
        self.init(.mismatch, warnings)
        return
      }
      text.append(scalar)
      if unit == 10 || unit == 13 { warnings.insert(.lineBreak) }
      if unit > 0xFFFF { warnings.insert(.supplementaryCharacter) }
    }
    if units.count > 255 {
      self.init(.overlong, warnings)
      return
    }
    if String(text) == "null" { warnings.insert(.nullText) }
    self.init(.written(String(text)), warnings)
  }

  /// What the runtime says of one mapping, in the same words.
  init?(_ result: MappingResult, _ warnings: [OutcomeWarning], stepsOf paths: [String: Int]) {
    let codes = Set(warnings.filter { $0.field == result.field }.map(\.code))
    switch result.result {
    case .written(.string(let text)): self.init(.written(text), codes)
    case .missing(nil, _): self.init(.missing(steps: 0), codes)
    case .missing(let matched?, _):
      guard let steps = paths[matched] else { return nil }
      self.init(.missing(steps: steps), codes)
    case .null: self.init(.null, codes)
    case .empty: self.init(.empty, codes)
    case .mismatch: self.init(.mismatch, codes)
    case .overlong: self.init(.overlong, codes)
    default: return nil
    }
  }
}
