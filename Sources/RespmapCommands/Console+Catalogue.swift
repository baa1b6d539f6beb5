internal import Diagnostics
internal import ResponseMapping

extension Console {
  /// The exports as one catalogue, or the standard fields if there are none. Of each file that is none the
  /// user is told, and nil comes back.
  func catalogue(of files: [String]) -> LeadFieldCatalogue? {
    if files.isEmpty { return .standard }
    let catalogues = files.map(catalogue)
    let whole = catalogues.compactMap(\.self)
    guard whole.count == files.count, let first = whole.first else { return nil }
    return whole.dropFirst().reduce(first) { $0.merging($1) }
  }

  private func catalogue(of file: String) -> LeadFieldCatalogue? {
    let export: [UInt8]
    do {
      export = try contents(of: file)
    } catch {
      report(error)
      return nil
    }
    do {
      let catalogue = try LeadFieldCatalogue(parsing: export)
      for note in catalogue.notes {
        writeError("\(file.asFileName): note: \(note.message)\n")
      }
      return catalogue
    } catch {
      let renderer = DiagnosticRenderer(fileName: file, text: export)
      writeError(renderer.text(error.diagnostic))
      return nil
    }
  }
}
