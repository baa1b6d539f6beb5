internal import Diagnostics
internal import ResponseMapping

extension Console {
  /// Compiles a mapping file that a command needs, or loads a plan. If it has errors they go to standard
  /// error and nil comes back; warnings are for `check` to give.
  ///
  /// - Parameter note: is given the catalogues that the file names.
  func mapping(
    from file: String, noting note: @escaping (String, LeadFieldCatalogue) -> Void = { _, _ in }
  ) throws(FileProblem) -> Mapping? {
    mapping(in: try contents(of: file), from: file, noting: note)
  }

  /// The same of a file that is read already.
  func mapping(
    in source: [UInt8], from file: String,
    noting note: @escaping (String, LeadFieldCatalogue) -> Void = { _, _ in }
  ) -> Mapping? {
    do {
      if Mapping.isPlan(source) { return try Mapping(plan: source) }
      return try compile(source, from: file, noting: note)
    } catch {
      writeError(error.text(fileName: file))
      return nil
    }
  }

  /// Compiles a mapping file with the catalogues that it names, which are relative to it.
  func compile(
    _ source: [UInt8], from file: String,
    noting note: @escaping (String, LeadFieldCatalogue) -> Void = { _, _ in }
  ) throws(MappingDiagnostics) -> Mapping {
    try Mapping(compiling: source, resolver: catalogues(besideFile: file, noting: note))
  }

  /// Mends a mapping file; see ``compile(_:from:noting:)``.
  func fix(
    _ source: [UInt8], _ selection: FixIt.Selection, from file: String
  ) -> FixedMapping {
    Mapping.fixing(source, selection, resolver: catalogues(besideFile: file))
  }

  /// Reads the catalogues that a mapping file names, which are relative to it.
  func catalogues(
    besideFile file: String,
    noting note: @escaping (String, LeadFieldCatalogue) -> Void = { _, _ in }
  ) -> Mapping.CatalogueResolver {
    { name throws(CatalogueProblem) in
      guard let export = try? File.contents(of: name.path(besideFile: file)) else { return nil }
      let catalogue = try LeadFieldCatalogue(parsing: export)
      note(name, catalogue)
      return catalogue
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
