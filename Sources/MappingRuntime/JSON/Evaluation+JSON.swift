internal import LeadFields
internal import MappingPlan

extension Evaluation {
  /// Walks a JSON body and converts what the paths lead to.
  ///
  /// - Parameter start: where the document begins: behind a byte order mark.
  mutating func readJSON(
    _ body: UnsafePointer<UInt8>, count: Int, from start: Int
  ) throws(BodyProblem) {
    let bytes = unsafe Span(_unsafeStart: body, count: count)
    if let problem = JSONEncodingCheck.problem(in: bytes) { throw .encoding(problem, offset: 0) }
    unsafe captures.initialize(repeating: Capture(), count: stateCount)
    var walk = unsafe JSONWalk(
      body, count: count, from: start, program: program, captures: captures, frames: frames,
      offsets: offsets, nameBuffer: nameBuffer,
      depthLimit: min(limits.depth, Evaluation.deepestLimit))
    try walk.run()
    if walk.hasRepeatedKeys { settleRepeatedKeys() }
    convert(bytes)
  }

  /// Drops captures made within an earlier value of a repeated key, and marks what stands below a
  /// repeated key as repeated. Parents come before their children.
  private func settleRepeatedKeys() {
    for state in 1..<max(1, stateCount) {
      let parent = unsafe Int(program.states.start[state].parent)
      let isStale = unsafe captures[state].start <= captures[parent].start
      if unsafe isStale || captures[parent].start < 0 { unsafe captures[state].start = -1 }
      if unsafe captures[parent].isRepeated { unsafe captures[state].isRepeated = true }
    }
  }

  private mutating func convert(_ body: Span<UInt8>) {
    for index in program.bindings.indices {
      let binding = program.bindings[index]
      let capture = unsafe captures[Int(binding.state.number)]
      var result = convert(capture, for: binding, in: body)
      if capture.isRepeated { result.warnings.insert(.repeatedKey) }
      results[index] = result
    }
  }

  private mutating func convert(
    _ capture: Capture, for binding: Binding, in body: Span<UInt8>
  ) -> SlotResult {
    guard capture.start >= 0 else { return SlotResult(.missing) }
    switch body[capture.start] {
    case UInt8(ascii: "n"): return SlotResult(.null)
    case UInt8(ascii: "{"): return SlotResult(.mismatch(.object))
    case UInt8(ascii: "["): return SlotResult(.mismatch(.array))
    case UInt8(ascii: "\""):
      return convert(string: capture.start + 1..<capture.end - 1, for: binding, in: body)
    case UInt8(ascii: "t"), UInt8(ascii: "f"):
      return convert(.boolean, BodyText(capture), body, for: binding)
    default: return convert(.number, BodyText(capture), body, for: binding)
    }
  }

  private mutating func convert(
    string range: Range<Int>, for binding: Binding, in body: Span<UInt8>
  ) -> SlotResult {
    if range.isEmpty { return SlotResult(.empty) }
    let limit = binding.lengthLimit
    if range.count > limit?.longestJSONContent ?? 6 * FieldType.Conversion.longestPlainText {
      return SlotResult(limit == nil ? .mismatch(.oversized) : .overlong)
    }
    let bytes = body.extracting(range)
    guard bytes.contains(UInt8(ascii: "\\")) else {
      return convert(.string, BodyText(range: range, isEscaped: false), body, for: binding)
    }
    guard let conversion = binding.type.conversion else { return SlotResult(.missing) }
    let isText = decode(bytes)
    let place = BodyText(range: range, isEscaped: true)
    let result = conversion.convert(
      scratch.span, of: Scalar(kind: .string, place: place), longest: limit)
    return isText || result.situation == .overlong ? result : SlotResult(.mismatch(.loneSurrogate))
  }

  private func convert(
    _ kind: Scalar.Kind, _ place: BodyText, _ body: Span<UInt8>, for binding: Binding
  ) -> SlotResult {
    guard let conversion = binding.type.conversion else { return SlotResult(.missing) }
    return conversion.convert(
      body.extracting(place.range), of: Scalar(kind: kind, place: place),
      longest: binding.lengthLimit)
  }

  /// Resolves the escapes of a string into the scratch buffer; false if it holds half of a surrogate
  /// pair, in whose place U+FFFD stands then.
  private mutating func decode(_ bytes: Span<UInt8>) -> Bool {
    scratch.removeAll(keepingCapacity: true)
    return unsafe bytes.withUnsafeBufferPointer { bytes in
      var scalars = unsafe JSONStringScalars(bytes)
      var isText = true
      while let value = scalars.next() {
        let scalar = Unicode.Scalar(value)
        if scalar == nil { isText = false }
        scratch.append(contentsOf: UTF8.encode(scalar ?? "\u{FFFD}") ?? .init())
      }
      return isText
    }
  }
}

extension BodyText {
  fileprivate init(_ capture: Capture) {
    self.init(range: capture.start..<capture.end, isEscaped: false)
  }
}

extension Span<UInt8> {
  fileprivate func contains(_ byte: UInt8) -> Bool {
    for index in indices where self[index] == byte { return true }
    return false
  }
}
