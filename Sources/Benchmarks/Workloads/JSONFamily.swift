/// Generated answers in JSON of one kind: an object with a head, a company, records as long as there is
/// space, and a summary.
enum JSONFamily: String, CaseIterable {
  /// Records of contacts, compact, letters beyond ASCII escaped, as most services send them.
  case mixed
  /// The same with line breaks and indents.
  case indented
  case strings = "string-heavy"
  case numbers = "number-heavy"
  /// Records within each other, a hundred and twenty deep; jq 1.6 takes no more than 256 levels.
  case deep
  /// Names and texts of two to four bytes a character, raw.
  case nonASCII = "non-ASCII"

  /// A body of about that many bytes.
  ///
  /// - Parameter seed: another one gives other values, in the same form.
  func body(bytes: Int, seed: UInt64 = 1) -> JSONBodyWriter {
    var writer = JSONBodyWriter(
      isIndented: self == .indented, escapesNonASCII: self != .nonASCII,
      bytesBetweenLookups: bytes / 1024)
    var records = RecordWriter(
      vocabulary: vocabulary, numbers: SeededNumbers(seed: seed))
    writer.object { body in
      body.member("meta") { records.head(&$0) }
      body.member("company") { records.company(&$0) }
      body.member("records") { list in
        list.array(while: { body, _ in body.text.count < bytes - 150 }) { element, index in
          record(index, &element, &records)
        }
      }
      body.member("summary") { records.summary(&$0) }
    }
    return writer
  }

  private var vocabulary: Vocabulary {
    switch self {
    case .mixed, .indented, .deep: .western
    case .strings, .numbers: .ascii
    case .nonASCII: .international
    }
  }

  private func record(_ index: Int, _ body: inout JSONBodyWriter, _ records: inout RecordWriter) {
    switch self {
    case .mixed, .indented, .nonASCII: records.contact(index, &body)
    case .strings: records.article(index, &body)
    case .numbers: records.series(index, &body)
    case .deep: records.chain(index, depth: 120, &body)
    }
  }
}
