internal import ArgumentParser
internal import ResponseMapping

/// `run --ndjson`: a file of one record a line, however long.
extension RunCommand {
  /// Of the responses of a batch there is one file.
  var records: String { responses.first ?? "-" }

  func validateBatch() throws {
    guard ndjson else {
      guard output == "-", !resume else {
        throw ValidationError("-o and --resume are for a file of JSON lines: add --ndjson")
      }
      return
    }
    if status != nil { throw ValidationError("--status describes a raw body, not JSON lines") }
    if format == .text { throw ValidationError("--ndjson prints JSON: leave `--format text` out") }
    if responses.count > 1 { throw ValidationError("--ndjson takes one file") }
    if resume, output == "-" {
      throw ValidationError("--resume needs the output of the interrupted run: name it with -o")
    }
    if resume, records == "-" {
      throw ValidationError("--resume needs a file of records: standard input is gone")
    }
  }

  func batch(_ mapping: Mapping, _ console: Console) -> Batch {
    Batch(
      mapping: mapping, context: context, input: records, output: output, resumes: resume,
      console: console)
  }
}
