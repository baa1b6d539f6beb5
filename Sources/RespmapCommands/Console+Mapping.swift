internal import ResponseMapping

extension Console {
  /// Compiles a mapping file that a command needs, or loads a plan. If it has errors they go to standard
  /// error and nil comes back; warnings are for `check` to give.
  func mapping(from file: String) throws(FileProblem) -> Mapping? {
    let source = try contents(of: file)
    do {
      if Mapping.isPlan(source) { return try Mapping(plan: source) }
      return try compile(source, from: file)
    } catch {
      writeError(error.text(fileName: file))
      return nil
    }
  }

  /// Compiles a mapping file with the catalogues that it names, which are relative to it.
  func compile(_ source: [UInt8], from file: String) throws(MappingDiagnostics) -> Mapping {
    try Mapping(compiling: source, resolver: catalogues(besideFile: file))
  }

  /// Mends a mapping file; see ``compile(_:from:)``.
  func fix(
    _ source: [UInt8], _ selection: FixIt.Selection, from file: String
  ) -> FixedMapping {
    Mapping.fixing(source, selection, resolver: catalogues(besideFile: file))
  }

  /// Reads the catalogues that a mapping file names, which are relative to it.
  func catalogues(besideFile file: String) -> Mapping.CatalogueResolver {
    { name throws(CatalogueProblem) in
      guard let export = try? File.contents(of: name.path(besideFile: file)) else { return nil }
      return try LeadFieldCatalogue(parsing: export)
    }
  }
}

extension String {
  /// The path of a file that is named relative to the folder of another.
  fileprivate func path(besideFile file: String) -> String {
    guard !hasPrefix("/"), file != "-", let slash = file.lastIndex(of: "/") else { return self }
    return file[...slash] + self
  }
}
