import Diagnostics
import Foundation
import LeadFields
import MappingPlan
import RespmapCommands
import ResponseMapping
import Testing
import Transforms

/// The tables of the language that `Grammar/` has are made of the code: codes, transforms and field types.
@Suite struct `The reference in Grammar` {
  private func expect(_ text: String, in file: String) throws {
    try expectGolden(text, at: packageRoot.appending(path: "Grammar/\(file)"))
  }

  @Test func `has every code as explain explains it`() throws {
    var text = """
      # Codes

      What respmap says has a code that stays. `respmap explain CODE` prints what stands here.

      | code | name | severity |
      | --- | --- | --- |

      """
    var sections = ""
    for code in DiagnosticCode.allCases {
      let explained = respmap("explain", code.rawValue).output
      let heading = explained.prefix { $0 != "\n" }
      let (anchor, severity) = (
        anchor(of: heading), code.isRetired ? "retired" : code.severity.rawValue
      )
      text += "| [`\(code.rawValue)`](#\(anchor)) | \(code.name) | \(severity) |\n"
      sections += "\n## \(explained)"
    }
    try expect(text + sections, in: "diagnostics.md")
  }

  /// What GitHub makes of a heading.
  private func anchor(of heading: Substring) -> String {
    heading.lowercased().filter { $0.isLetter || $0.isNumber || $0 == "-" || $0 == " " }
      .replacing(" ", with: "-")
  }

  @Test func `has every transform with its examples`() throws {
    var text = """
      # Transforms

      A value goes through transforms behind `|>`, from left to right. Null and missing pass through all but those
      that say otherwise. Where a transform takes a text, numbers, truth values and times are taken as their texts;
      where it takes a number, so is a text that is one; where it takes a list, one value is a list of one.

      A mismatch is handled as `on mismatch` says: unless that says otherwise, the field stays as it is. Every example
      here is one that is run.

      """
    for family in Transform.Family.allCases {
      text += "\n## \(family.heading)\n"
      for transform in Transform.all where transform.family == family {
        text += section(of: transform)
      }
    }
    try expect(text + PatternReference.section(), in: "transforms.md")
  }

  private func section(of transform: Transform) -> String {
    var text = "\n### `\(transform.usage)`\n\n\(transform.summary.capitalizedFirst).\n\n"
    let isAsked = transform.takesNothing ? "; it is asked where there is none, too" : ""
    text += "* value: \(transform.input.words)\(isAsked)\n* result: \(transform.output.words)\n"
    for parameter in transform.parameters {
      let mayLack = parameter.isOptional ? "; it may be left out" : ""
      text += "* argument `\(parameter.name)`: \(parameter.kind.words)\(mayLack)\n"
    }
    text += "\n| call | value | result |\n| --- | --- | --- |\n"
    for example in transform.examples {
      let value = example.input?.inTable ?? "missing"
      text +=
        "| `\(transform.call(of: example).text.cell)` | \(value.cell) | \(example.result.shown.cell) |\n"
    }
    return text
  }

  @Test func `has every type of fields`() throws {
    var text = """
      # Field types

      The types of Marketo's lead fields, and which values a mapping writes into them. A value that a field does not
      take leaves it as it is, and the result says why, unless `on mismatch` or `on overlong` says otherwise. Where a
      catalogue has a `length` for a field, that is its limit.

      | type | limit | takes |
      | --- | --- | --- |

      """
    for type in FieldType.allCases {
      let limit = type.lengthLimit.map { "\($0.count) \($0.unit.shown)" } ?? "-"
      text += "| `\(type.rawValue)` | \(limit) | \(type.takes) |\n"
    }
    text += try ConversionReference.section()
    text +=
      "\n## Other names\n\nWhere one of these is written as a type, the type that it means is suggested:\n\n"
    for type in FieldType.allCases {
      let names = FieldType.synonyms.filter { $0.value == type }.keys.sorted()
      if !names.isEmpty {
        text += "* `\(type.rawValue)`: \(names.map { "`\($0)`" }.joined(separator: ", "))\n"
      }
    }
    try expect(text, in: "field-types.md")
  }
}

extension Transform.Family {
  fileprivate var heading: String {
    self == .nestedDocuments ? "Nested documents" : rawValue.capitalizedFirst
  }
}

extension FieldType {
  fileprivate var takes: String {
    guard let words = conversion?.words else { return "nothing: no webhook can write it" }
    return String(words.trimmingPrefix("It takes "))
  }
}

extension Value {
  /// What has no text of its own is told in words.
  fileprivate var inTable: String {
    switch self {
    case .list(let values) where values.contains { $0.kinds == .structure }: "a list of such values"
    case _ where kinds == .structure: kinds.words
    default: "`\(shown)`"
    }
  }

  fileprivate var shown: String {
    switch self {
    case .null: "null"
    case .boolean(let value): "\(value)"
    case .number(let text): text
    case .text(let text): Literal.text(text).shown
    case .list(let values): "[" + values.map(\.shown).joined(separator: ", ") + "]"
    default: text ?? kinds.words
    }
  }
}

extension Literal {
  var shown: String {
    let call = TransformCall("x", [.literal(self)])
    return String(call.text.dropFirst(2).dropLast())
  }
}

extension Transform.Result {
  fileprivate var shown: String {
    switch self {
    case .value(let value): value.inTable
    case .missing: "missing"
    case .mismatch(let mismatch): "mismatch: \(mismatch.message)"
    }
  }
}

extension LengthLimit.Unit {
  fileprivate var shown: String {
    switch self {
    case .unicodeScalars: "characters"
    case .utf8Bytes: "bytes of UTF-8"
    }
  }
}

extension String {
  fileprivate var capitalizedFirst: String { prefix(1).uppercased() + dropFirst() }

  /// In a cell of a table a bar ends it.
  var cell: String { replacing("|", with: "\\|") }
}
