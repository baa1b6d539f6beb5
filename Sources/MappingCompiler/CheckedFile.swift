import Diagnostics
import JSONPath
import LeadFields
import MappingPlan
import Transforms
import XPath

// A mapping file whose names are resolved and whose paths are parsed: what lowering needs, and where
// each piece was written.

struct CheckedFile {
  var format: BodyFormat?
  var namespaces: [Namespace] = []
  var statusRules: [StatusRule] = []
  var guards: [Guard] = []
  var mappings: [CheckedMapping] = []
}

struct CheckedMapping {
  let source: CheckedExpression
  let target: CheckedTarget
  let policies: Policies
  let onlyWhenBlank: Bool
  /// The whole statement.
  let range: SourceRange
}

struct CheckedTarget {
  /// The SOAP API name where one is on record, else the name as written.
  let field: String
  let type: FieldType
  let lengthLimit: LengthLimit?
  let sideEffect: SideEffect?
  /// The name as it is written.
  let range: SourceRange
}

struct CheckedExpression {
  let first: CheckedOperand
  let stages: [CheckedStage]
  /// What its value may be.
  let kinds: Kinds
  /// The pieces of it that give a list whenever they give anything.
  let lists: [SourceRange]
  /// Where it ends in the source.
  let end: Int
}

enum CheckedStage {
  case fallback(CheckedOperand)
  case transform(TransformCall)
}

/// An operand and what its value may be.
struct CheckedOperand {
  enum Content {
    case path(CheckedPath)
    case literal(Literal)
    case template([CheckedPart])
  }

  let content: Content
  let kinds: Kinds
  let range: SourceRange
}

enum CheckedPart {
  case text(String)
  case path(CheckedPath)
}

enum CheckedPath {
  /// Steps that are streamed: Marketo's notation, and what means the same in JSONPath.
  case steps([PathStep])
  /// A JSONPath or XPath in its canonical form.
  case query(String)
}
