internal import ArgumentParser

/// Who outcomes are printed for. `ndjson` is what others call one object a line.
enum RunFormat: String, ExpressibleByArgument, CaseIterable {
  case text, json, ndjson
}
