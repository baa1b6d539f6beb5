internal import Diagnostics
internal import LeadFields
internal import MappingPlan
internal import MappingRuntime

extension BodyFormat {
  /// Why a null is not written.
  var nullMessage: String {
    switch self {
    case .json: "the value is null"
    case .xml: "the element is null, by its attribute `xsi:nil`"
    }
  }

  /// Why an empty text is not written.
  var emptyMessage: String {
    switch self {
    case .json: "the value is an empty text"
    case .xml: "the element holds no text but white space"
    }
  }
}

extension Binding {
  /// Why a text that is too long is not written.
  var overlongMessage: String {
    let limit = lengthLimit.map {
      switch $0.unit {
      case .unicodeScalars: "\($0.count) characters"
      case .utf8Bytes: "\($0.count) bytes"
      }
    }
    return "the text is longer than the \(limit ?? "length") that the field holds"
  }
}

extension PipelineReason {
  /// Why a transform gives nothing.
  var noResultMessage: String { "`\(transform ?? "")` finds nothing in the value" }
}

extension SlotResult {
  var isTruncated: Bool { if case .truncated = situation { true } else { false } }

  /// The code and the words of each warning.
  var messages: [(DiagnosticCode, String)] {
    let cut = "the text is longer than the field holds and is cut off"
    return warnings.messages + (isTruncated ? [(.truncated, cut)] : [])
  }
}

extension ValueWarnings {
  /// The code and the words of each warning.
  fileprivate var messages: [(DiagnosticCode, String)] {
    let all: [(ValueWarnings, DiagnosticCode, String)] = [
      (.repeatedKey, .duplicateKey, "the key is given more than once; the last value counts"),
      (
        .severalSiblings, .severalSiblings,
        "several elements have the same name, and the path has no index: the first one "
          + "counts; if that is meant, write `[0]`"
      ),
      (
        .severalNodes, .severalSiblings,
        "the path selects several nodes, and the first one counts; if that is meant, write `[1]`"
      ),
      (.nullText, .nullText, "the text `null` is written; the service may mean no value"),
      (.lineBreak, .lineBreak, "the text has line breaks; tokens in e-mails show spaces for them"),
      (
        .supplementaryCharacter, .supplementaryCharacter,
        "the text has an emoji or other character beyond U+FFFF; Marketo may cut the text there"
      ),
      (.beyond32Bits, .largeInteger, "the number is beyond 32 bits; synchronised systems may fail"),
      (.assumedUTC, .assumedUTC, "the time has no offset and is taken as UTC"),
      (.fractionDropped, .fractionDropped, "the fraction of a second is dropped"),
    ]
    return all.filter { contains($0.0) }.map { ($0.1, $0.2) }
  }
}
