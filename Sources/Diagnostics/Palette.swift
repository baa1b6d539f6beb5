/// The colours of diagnostics on a terminal, or none.
struct Palette: Sendable {
  /// Parameters of the control function SGR of ECMA-48.
  enum Color: String {
    case error = "1;31"
    case warning = "1;33"
    case note = "1;36"
    case margin = "1;34"

    init(_ severity: DiagnosticCode.Severity) {
      switch severity {
      case .error: self = .error
      case .warning: self = .warning
      }
    }
  }

  let isColored: Bool

  /// - Parameter text: holds no control characters.
  func paint(_ text: String, _ color: Color) -> String {
    isColored ? "\u{1B}[\(color.rawValue)m\(text)\u{1B}[0m" : text
  }
}
