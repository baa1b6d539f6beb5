import IRegexp

// Any bytes as a pattern, NUL, and a text: nothing traps, the three questions are answered alike, and the
// time is linear in the text for a given pattern.

/// What a scalar of the text costs at most for each state, by far; in nanoseconds.
private let dearestStep = 1_000
/// Longer work says no more and takes longer than an input may.
private let mostSteps = 20_000_000
/// Texts of which all parts are tried.
private let shortText = 12

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzIRegexp(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let input = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard let end = input.firstIndex(of: 0) else { return 0 }
  let pattern = String(decoding: input[..<end], as: UTF8.self)
  let text = String(decoding: input[(end + 1)...], as: UTF8.self)
  guard let regexp = try? IRegexp(pattern) else { return 0 }
  let steps = (text.unicodeScalars.count + 1) * (regexp.stateCount + 1)
  guard steps <= mostSteps else { return 0 }
  let limit = Duration.seconds(1) + .nanoseconds(steps * dearestStep)
  let time = ContinuousClock().measure { checkAnswers(of: regexp, for: text) }
  guard time <= limit else { fatalError("\(time) for \(steps) steps") }
  if text.unicodeScalars.count <= shortText { checkParts(of: text, regexp) }
  return 0
}

private func checkAnswers(of regexp: IRegexp, for text: String) {
  let matches = regexp.matches(text)
  let part = regexp.leftmostLongest(in: text)
  guard regexp.isFound(in: text) == (part != nil) else {
    fatalError("found, but without a part, or the other way round")
  }
  if matches {
    guard let part, part.utf8.elementsEqual(text.utf8) else {
      fatalError("the text matches, but not as its own leftmost longest part")
    }
  }
  if let part, !regexp.matches(part) { fatalError("the part found does not match") }
}

/// The leftmost longest part by its definition.
private func checkParts(of text: String, _ regexp: IRegexp) {
  let scalars = Array(text.unicodeScalars)
  var expected: String?
  search: for lower in 0...scalars.count {
    for upper in (lower...scalars.count).reversed() {
      var part = String.UnicodeScalarView()
      part.append(contentsOf: scalars[lower..<upper])
      if regexp.matches(String(part)) {
        expected = String(part)
        break search
      }
    }
  }
  let found = regexp.leftmostLongest(in: text)
  guard found.map({ Array($0.utf8) }) == expected.map({ Array($0.utf8) }) else {
    fatalError("another part is the leftmost longest")
  }
}
