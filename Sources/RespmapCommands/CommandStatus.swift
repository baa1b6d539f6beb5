/// How the command ends; part of its contract with scripts.
package enum CommandStatus: Int32, Sendable {
  case ok = 0
  /// Errors in a mapping file.
  case findings = 1
  case usage = 2
  /// A file cannot be read or written, or is no response.
  case unreadable = 3
  case notMapped = 4
  case internalError = 70

  /// Of several the gravest: what could not be read outweighs what was read with a bad result.
  package func graver(_ other: CommandStatus) -> CommandStatus {
    let order: [CommandStatus] = [.ok, .findings, .notMapped, .unreadable, .usage, .internalError]
    let rank = { (status: CommandStatus) in order.firstIndex(of: status) ?? 0 }
    return rank(self) >= rank(other) ? self : other
  }
}
