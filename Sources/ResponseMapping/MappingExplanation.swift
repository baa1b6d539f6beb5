internal import Diagnostics
internal import LeadFields
internal import MappingPlan
internal import Transforms

/// What a mapping does, in plain words and as a picture.
public struct MappingExplanation: Hashable, Sendable {
  /// A field or transform, and what is said of it.
  public struct Line: Hashable, Sendable {
    public let name: String
    public let sentence: String
  }

  /// Which answers count as a success, a sentence each, in the order in which it is decided.
  public let rules: [String]
  /// One a mapping, in the order of the mapping file; the name is the field's SOAP API name.
  public let mappings: [Line]
  /// What the transforms do that the mappings apply; each once, in the order of their names.
  public let transforms: [Line]
  /// The tree of the paths with the fields that their values go to, and the queries.
  public let picture: String

  /// All of it for people; ends in a line break.
  public var text: String {
    var text = "How an answer is judged\n" + rules.map { "  - \($0)\n" }.joined()
    text += "\nWhat is written\n" + mappings.map { "  - \($0.sentence)\n" }.joined()
    if mappings.isEmpty { text += "  Nothing.\n" } else { text += "\n  \(defaults)\n" }
    if !transforms.isEmpty {
      text += "\nWhat the transforms do\n"
      text += transforms.map { "  - `\($0.name)`: \($0.sentence)\n" }.joined()
    }
    if !picture.isEmpty { text += "\nWhere the values stand\n" + picture }
    return text
  }

  private var defaults: String {
    "A value that is missing, null, empty, too long or not of the field's type leaves the field as it "
      + "is, and the result says why, unless the mapping says otherwise."
  }
}

extension Mapping {
  /// What the mapping does, in words and as a picture.
  ///
  /// - Complexity: O(*n* · *d*) in the size of the plan and the length of its longest path.
  public var explanation: MappingExplanation {
    let plan = program.plan
    return MappingExplanation(
      rules: plan.rulesInWords, mappings: plan.bindings.map(plan.line),
      transforms: plan.transformsInWords, picture: PathPicture(of: plan).text)
  }
}

extension Plan {
  fileprivate func line(of binding: Binding) -> MappingExplanation.Line {
    let sentences = [sentence(on: binding)] + binding.modifiersInWords
    return MappingExplanation.Line(name: binding.field, sentence: sentences.joined(separator: " "))
  }

  private func sentence(on binding: Binding) -> String {
    let source = binding.source.stages.reduce(words(for: binding.source.first)) { text, stage in
      switch stage {
      case .fallback(let operand): text + "; if that has no value, " + words(for: operand)
      case .transform(let call): text + ", then `\(call.text.visible)`"
      }
    }
    let type = [binding.type.rawValue, binding.lengthLimit?.words].compactMap(\.self)
    return "`\(binding.field.visible)` (\(type.joined(separator: ", "))) gets \(source)."
  }

  private func words(for operand: Operand) -> String {
    let text = "`\(notation(operand).visible)`"
    return switch operand {
    case .path: text
    case .literal: "the value \(text)"
    case .template: "the text \(text)"
    }
  }

  fileprivate var transformsInWords: [MappingExplanation.Line] {
    var names: Set<String> = []
    for binding in bindings {
      for case .transform(let call) in binding.source.stages { names.insert(call.name) }
    }
    return names.sorted().compactMap { name in
      Transform.named(name).map { .init(name: name, sentence: $0.summary + ".") }
    }
  }
}

extension LengthLimit {
  /// `at most 255 characters`.
  var words: String {
    switch unit {
    case .unicodeScalars: "at most \(count) characters"
    case .utf8Bytes: "at most \(count) bytes"
    }
  }
}

// MARK: - Modifiers

extension Binding {
  /// What the mapping says beyond its source and field, a sentence each.
  fileprivate var modifiersInWords: [String] {
    var sentences = failureInWords.map { [$0] } ?? []
    let cleared = [Policies.Situation.null, .empty].filter { policies[$0] == .clear }
    if !cleared.isEmpty { sentences.append("\(cleared.wordsAsSubject) empties the field.") }
    if policies[.overlong] == .truncate { sentences.append("A text that is too long is cut off.") }
    if onlyWhenBlank { sentences.append("It is written only if the field is empty now.") }
    if let effect = StandardField.named(field).flatMap({ LeadField($0).sideEffect }) {
      sentences.append(effect.words)
    }
    return sentences
  }

  private var failureInWords: String? {
    let failing = Policies.Situation.allCases.filter { policies[$0] == .fail }
    if failing.isEmpty { return nil }
    if failing.count == Policies.Situation.allCases.count {
      return "It is required: without a value that fits, nothing of the answer is written."
    }
    return "\(failing.wordsAsSubject) makes the whole answer a failure: nothing of it is written."
  }
}

extension [Policies.Situation] {
  /// `A missing or empty value`.
  fileprivate var wordsAsSubject: String {
    let words = map { situation in
      switch situation {
      case .missing: "missing"
      case .null: "null"
      case .empty: "empty"
      case .mismatch: "mismatched"
      case .overlong: "too long"
      }
    }
    let list = words.dropLast().joined(separator: ", ")
    let article = words.first == "empty" ? "An" : "A"
    return "\(article) \(list)\(list.isEmpty ? "" : " or ")\(words.last ?? "") value"
  }
}

extension SideEffect {
  /// What writing the field does, a sentence.
  var words: String {
    switch self {
    case .changesWholeCompany:
      "The field belongs to the company: everybody of the company gets the value."
    case .decidesAboutMail: "The field decides whether Marketo mails the person."
    }
  }
}
