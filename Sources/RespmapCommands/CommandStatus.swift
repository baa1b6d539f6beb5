/// How the command ends; part of its contract with scripts.
package enum CommandStatus: Int32, CaseIterable, Sendable {
  case ok = 0
  /// Errors in a mapping file.
  case findings = 1
  case usage = 2
  /// A file cannot be read or written, or is no response.
  case unreadable = 3
  case notMapped = 4
  case internalError = 70

  /// What it tells a script.
  package var meaning: String {
    switch self {
    case .ok:
      "All is well, with warnings perhaps: no errors, or mapped, even with no field written."
    case .findings:
      "Errors in a mapping file or path, with --strict warnings, too; something to mend with --diff, or another "
        + "layout with fmt --check; no row to export; nothing known of what is to be explained."
    case .usage: "Wrong usage."
    case .unreadable: "A file cannot be read or written, or is no response or catalogue."
    case .notMapped:
      "A response is not mapped, or the payload of a query is not well-formed."
    case .internalError: "An internal error."
    }
  }

  /// Of several the gravest: what could not be read outweighs what was read with a bad result.
  package func graver(_ other: CommandStatus) -> CommandStatus {
    let order: [CommandStatus] = [.ok, .findings, .notMapped, .unreadable, .usage, .internalError]
    let rank = { (status: CommandStatus) in order.firstIndex(of: status) ?? 0 }
    return rank(self) >= rank(other) ? self : other
  }
}
