internal import Diagnostics
internal import JSONText
internal import ResponseMapping

/// Writes what an evaluator has left in its slots as the outcome that it stands for, without making
/// the outcome: for values that are written, which are most, a batch takes no words and no tree.
///
/// What it writes is what ``JSONByteWriter/outcome(_:head:id:file:)`` writes of the outcome.
struct OutcomeWriter {
  private let columns: [Column]
  /// The results that are told with words, by slot, and the warnings about them.
  private var worded: [(slot: Int, result: MappingResult)] = []
  private var warnings: [OutcomeWarning] = []

  /// What is the same for each value of a field that is written.
  private struct Column {
    /// `"Phone":`
    let name: [UInt8]
    /// `{"field":"Phone","result":"written"}`, where no source is to be told.
    let written: [UInt8]?
    let slot: Evaluator.Column

    init(_ slot: Evaluator.Column) {
      self.slot = slot
      var writer = JSONByteWriter()
      writer.name(slot.field)
      name = writer.bytes
      writer.bytes = []
      writer.written(slot, source: 0)
      written = slot.hasSeveralSources ? nil : writer.bytes
    }
  }

  init(_ columns: [Evaluator.Column]) { self.columns = columns.map(Column.init) }

  /// Writes the outcome of a response that is mapped.
  mutating func writeMapped(
    _ evaluator: borrowing Evaluator, head: ResponseHead, body: RawSpan, id: JSONValue?,
    to writer: inout JSONByteWriter
  ) {
    findWords(evaluator, body)
    writer.mappedHeading(head, id: id)
    writeUpdates(evaluator, body, to: &writer)
    writeResults(evaluator, to: &writer)
    writer.warnings(warnings)
    writer.endObject()
  }

  private mutating func findWords(_ evaluator: borrowing Evaluator, _ body: RawSpan) {
    worded.removeAll(keepingCapacity: true)
    warnings = evaluator.responseWarnings
    var search = Evaluator.nameSearch
    for slot in columns.indices where !evaluator.isPlain(slot) {
      let (result, warnings) = evaluator.result(slot, body: body, &search)
      worded.append((slot, result))
      self.warnings += warnings
    }
  }

  private func writeUpdates(
    _ evaluator: borrowing Evaluator, _ body: RawSpan, to writer: inout JSONByteWriter
  ) {
    var words = worded[...]
    writer.name("updates")
    writer.beginObject()
    for (slot, column) in columns.enumerated() {
      if let next = words.first, next.slot == slot {
        words.removeFirst()
        writer.update(next.result)
      } else if let value = evaluator.plainValue(slot, body: body) {
        writer.fragment(column.name)
        writer.fieldValue(value)
      }
    }
    writer.endObject()
  }

  private func writeResults(_ evaluator: borrowing Evaluator, to writer: inout JSONByteWriter) {
    var words = worded[...]
    writer.name("results")
    writer.beginArray()
    for (slot, column) in columns.enumerated() {
      if let next = words.first, next.slot == slot {
        words.removeFirst()
        writer.result(next.result)
      } else if let written = column.written {
        writer.fragment(written)
      } else {
        writer.written(column.slot, source: evaluator.source(slot))
      }
    }
    writer.endArray()
  }
}

extension JSONByteWriter {
  /// The result of a value that is written as it came.
  fileprivate mutating func written(_ column: Evaluator.Column, source: Int) {
    beginObject()
    member("field", column.field)
    name("result")
    literal("\"written\"")
    if column.hasSeveralSources { member("source", source) }
    if let condition = column.condition { member("condition", condition.rawValue) }
    endObject()
  }
}
