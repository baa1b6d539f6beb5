internal import ArgumentParser

/// How findings are printed: for whom, and in whose conventions.
enum CheckFormat: String, ExpressibleByArgument, CaseIterable {
  /// For people: with source lines, carets, notes and help.
  case text
  /// One line a finding, as editors and problem matchers read it.
  case concise
  /// One JSON object.
  case json
  /// One JSON object a line, a finding each.
  case jsonLines = "json-lines"
  /// SARIF 2.1.0, for code scanning.
  case sarif
  /// Workflow commands of GitHub Actions, which become annotations.
  case github
  /// JUnit XML, for build servers.
  case junit
}
