internal import ArgumentParser

extension CompletionKind {
  /// Mapping files.
  static var mappings: CompletionKind { .file(extensions: ["respmap"]) }
}
