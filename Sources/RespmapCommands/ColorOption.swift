internal import ArgumentParser

/// Whether text for people is coloured.
enum ColorOption: String, ExpressibleByArgument, CaseIterable {
  case auto, always, never

  /// The environment is asked as https://no-color.org has it: `NO_COLOR` counts first, then `FORCE_COLOR`
  /// (`0` is no force), then whether the stream leads to a terminal that knows colours.
  ///
  /// - Parameter isTerminal: of the stream that is written to.
  func isColored(
    isTerminal: Bool, environment: (String) -> String?
  ) -> Bool {
    switch self {
    case .always: return true
    case .never: return false
    case .auto:
      if environment("NO_COLOR")?.isEmpty == false { return false }
      if let force = environment("FORCE_COLOR"), !force.isEmpty { return force != "0" }
      return isTerminal && environment("TERM") != "dumb"
    }
  }
}
