internal import ArgumentParser

/// Who a command prints for: people or programs.
enum OutputFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json
}
