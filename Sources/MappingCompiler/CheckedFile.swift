import Diagnostics
import LeadFields
import MappingPlan

/// A mapping file whose names are resolved: what lowering needs, and where each piece was written.
struct CheckedFile {
  let format: BodyFormat?
  let mappings: [CheckedMapping]
}

struct CheckedMapping {
  let path: [PathStep]
  let target: CheckedTarget
}

struct CheckedTarget {
  /// The SOAP API name where one is on record, else the name as written.
  let field: String
  let type: FieldType
  let range: SourceRange
}
