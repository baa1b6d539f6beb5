/// What `fmt` says of all files in the end.
struct FormatReport {
  var status = CommandStatus.ok
  private var changed = 0
  private var unchanged = 0
  private var refused = 0

  mutating func count(isChanged: Bool) {
    if isChanged { changed += 1 } else { unchanged += 1 }
  }

  /// A file with errors, which is left as it is.
  mutating func countRefused() {
    refused += 1
    status = status.graver(.findings)
  }

  /// - Parameter isDone: whether the files are written, too.
  func summary(isDone: Bool) -> String {
    var parts = [
      "\(files(changed)) \(isDone ? "formatted" : "would be formatted")",
      "\(unchanged) unchanged",
    ]
    if refused > 0 {
      parts.append("\(refused) left alone for \(refused == 1 ? "its" : "their") errors")
    }
    return parts.joined(separator: ", ") + "\n"
  }

  private func files(_ count: Int) -> String { "\(count) \(count == 1 ? "file" : "files")" }
}
