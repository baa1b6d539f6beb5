/// A source with fixes of its diagnostics applied.
public struct FixedText: Hashable, Sendable {
  /// The source after the changes.
  public let text: [UInt8]
  /// How many diagnostics are mended.
  public let applied: Int
  /// How many could be mended as well, but for a change beside theirs: a further round may do it.
  public let skipped: Int

  /// Applies the first fix of each diagnostic that the selection takes, in the order of the
  /// diagnostics.
  ///
  /// A fix is applied as a whole or not at all: where one of its edits overlaps or touches an edit
  /// of an earlier fix, which of the two is meant cannot be told. What is inserted breaks its lines
  /// as the source does, and nothing is put before a byte order mark.
  ///
  /// - Parameters:
  ///   - source: the bytes that the ranges of the diagnostics count in.
  ///   - diagnostics: whose fixes they are.
  ///   - selection: which fixes are applied.
  /// - Complexity: O(*n* + *f*²) for *n* bytes and *f* fixes.
  public init(
    _ source: [UInt8], fixing diagnostics: [Diagnostic], _ selection: FixIt.Selection = .safe
  ) {
    var edits = EditList(source)
    var applied = 0
    var skipped = 0
    for fix in diagnostics.compactMap({ $0.fix(selection) }) {
      if edits.insert(fix.edits) { applied += 1 } else { skipped += 1 }
    }
    text = edits.applied(to: source)
    self.applied = applied
    self.skipped = skipped
  }
}

extension FixIt {
  /// Which fixes are applied.
  public enum Selection: Hashable, Sendable {
    /// Those that do what the author meant beyond doubt.
    case safe
    /// Also those that a person looks at first.
    case all
  }
}

extension Diagnostic {
  /// The likeliest fix of those that the selection takes.
  public func fix(_ selection: FixIt.Selection) -> FixIt? {
    fixes.first { $0.isSafe || selection == .all }
  }
}

/// Edits of one source in their order, all apart from each other.
private struct EditList {
  private var edits: [FixIt.Edit] = []
  private let lowest: Int
  private let highest: Int
  private let lineBreak: String

  init(_ source: [UInt8]) {
    let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
    lowest = source.starts(with: mark) ? mark.count : 0
    highest = source.count
    lineBreak = EditList.lineBreak(of: source)
  }

  /// How the first line of the text ends: LF where there is no second one.
  private static func lineBreak(of source: [UInt8]) -> String {
    guard let end = source.firstIndex(where: { $0 == 0x0A || $0 == 0x0D }), source[end] == 0x0D
    else { return "\n" }
    return end + 1 < source.count && source[end + 1] == 0x0A ? "\r\n" : "\r"
  }

  /// Takes the edits of one fix, or none of them where one would meet another.
  ///
  /// - Returns: Whether they are taken.
  mutating func insert(_ new: [FixIt.Edit]) -> Bool {
    guard !new.isEmpty else { return false }
    var merged = edits
    for edit in new {
      guard let edit = fitted(edit) else { return false }
      let place = merged.firstIndex { $0.range.lowerBound >= edit.range.lowerBound }
      let index = place ?? merged.endIndex
      let meetsNext = index < merged.endIndex && merged[index].meets(edit)
      let meetsPrevious = index > 0 && merged[index - 1].meets(edit)
      guard !meetsNext, !meetsPrevious else { return false }
      merged.insert(edit, at: index)
    }
    edits = merged
    return true
  }

  /// The edit behind the byte order mark and with the line breaks of the source; nil where it is of
  /// another source.
  private func fitted(_ edit: FixIt.Edit) -> FixIt.Edit? {
    let range = SourceRange(
      max(edit.range.lowerBound, lowest), max(edit.range.upperBound, lowest))
    guard edit.range.lowerBound >= 0, range.upperBound <= highest else { return nil }
    return FixIt.Edit(range, edit.text.brokenInto(lineBreak))
  }

  func applied(to source: [UInt8]) -> [UInt8] {
    var text: [UInt8] = []
    text.reserveCapacity(source.count)
    var end = 0
    for edit in edits {
      text += source[end..<edit.range.lowerBound]
      text += edit.text.utf8
      end = edit.range.upperBound
    }
    return text + source[end...]
  }
}

extension FixIt.Edit {
  /// Whether the two overlap or touch.
  fileprivate func meets(_ other: FixIt.Edit) -> Bool {
    range.lowerBound <= other.range.upperBound && other.range.lowerBound <= range.upperBound
  }
}

extension String {
  /// The text with its line feeds as that line break.
  fileprivate func brokenInto(_ lineBreak: String) -> String {
    guard lineBreak != "\n" else { return self }
    return unicodeScalars.reduce(into: "") { text, scalar in
      if scalar == "\n" { text += lineBreak } else { text.unicodeScalars.append(scalar) }
    }
  }
}
