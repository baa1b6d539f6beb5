/// What differs between two versions of a file, in the form that `patch` and `git apply` read.
///
/// ```
/// --- lead.respmap
/// +++ lead.respmap
/// @@ -1,2 +1,2 @@
///  response json
/// -company.name => Company
/// +company.name -> Company
/// ```
package enum UnifiedDiff {
  /// How many lines are shown around a change.
  private static let context = 3

  /// The difference; empty where there is none.
  ///
  /// - Parameters:
  ///   - old: UTF-8, and so is `new`.
  ///   - name: stands in both head lines.
  package static func text(from old: [UInt8], to new: [UInt8], name: String) -> String {
    let old = old.lines
    let new = new.lines
    let changes = LineDifference.changes(from: old, to: new)
    guard !changes.isEmpty else { return "" }
    let hunks = hunks(of: changes).map { text(of: $0, old, new) }
    return "--- \(name.asDiffName)\n+++ \(name.asDiffName)\n" + hunks.joined()
  }

  /// The changes in groups whose contexts neither overlap nor touch.
  private static func hunks(of changes: [LineChange]) -> [[LineChange]] {
    var hunks: [[LineChange]] = []
    for change in changes {
      if let last = hunks.last?.last,
        change.old.lowerBound - last.old.upperBound <= 2 * context
      {
        hunks[hunks.count - 1].append(change)
      } else {
        hunks.append([change])
      }
    }
    return hunks
  }

  private static func text(
    of changes: [LineChange], _ old: [ArraySlice<UInt8>], _ new: [ArraySlice<UInt8>]
  ) -> String {
    guard let first = changes.first, let last = changes.last else { return "" }
    let before = min(context, first.old.lowerBound)
    let after = min(context, old.count - last.old.upperBound)
    let oldLines = (first.old.lowerBound - before)..<(last.old.upperBound + after)
    let newLines = (first.new.lowerBound - before)..<(last.new.upperBound + after)
    var text = "@@ -\(position(of: oldLines)) +\(position(of: newLines)) @@\n"
    var next = oldLines.lowerBound
    for change in changes {
      for line in old[next..<change.old.lowerBound] { text += " " + line.asDiffLine }
      for line in old[change.old] { text += "-" + line.asDiffLine }
      for line in new[change.new] { text += "+" + line.asDiffLine }
      next = change.old.upperBound
    }
    for line in old[next..<oldLines.upperBound] { text += " " + line.asDiffLine }
    return text
  }

  /// First line, counted from 1, and number of lines; of none the line before them.
  private static func position(of lines: Range<Int>) -> String {
    "\(lines.isEmpty ? lines.lowerBound : lines.lowerBound + 1),\(lines.count)"
  }
}

extension [UInt8] {
  /// The lines with their line feeds; the last one may have none.
  fileprivate var lines: [ArraySlice<UInt8>] {
    var lines: [ArraySlice<UInt8>] = []
    var start = startIndex
    for index in indices where self[index] == UInt8(ascii: "\n") {
      lines.append(self[start...index])
      start = index + 1
    }
    return start == endIndex ? lines : lines + [self[start...]]
  }
}

extension ArraySlice<UInt8> {
  fileprivate var asDiffLine: String {
    let text = String(decoding: self, as: UTF8.self)
    return last == UInt8(ascii: "\n") ? text : text + "\n\\ No newline at end of file\n"
  }
}

extension String {
  /// The name as a head line holds it: where characters would end the line or the name, in quotes with
  /// escapes, as `git` and `patch` read it.
  fileprivate var asDiffName: String {
    let isPlain = utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F && $0 != 0x22 && $0 != 0x5C }
    // Behind a tab stands the time of a version, so a tab ends a name that holds spaces.
    if isPlain { return utf8.contains(0x20) ? self + "\t" : self }
    let escaped = utf8.reduce(into: "") { text, byte in
      switch byte {
      case 0x22, 0x5C: text += "\\" + String(Unicode.Scalar(byte))
      case 0x20...0x7E: text += String(Unicode.Scalar(byte))
      default:
        let digits = String(byte, radix: 8)
        text += "\\" + String(repeating: "0", count: 3 - digits.count) + digits
      }
    }
    return "\"\(escaped)\""
  }
}
