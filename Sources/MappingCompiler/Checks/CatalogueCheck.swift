import Diagnostics
import LeadFields
import MappingSyntax

extension Checker {
  /// Reads the catalogues that the file names; with that of the caller they are one.
  mutating func checkCatalogues(_ directives: [DirectiveSyntax]) {
    scope.catalogue = context.catalogue
    for case .fields(let directive) in directives {
      guard let file = directive.file else { continue }
      guard let catalogue = catalogue(file, at: directive.fileToken.range) else {
        scope.lacksCatalogue = true
        continue
      }
      let keepingRESTName = catalogue.fields.count {
        $0.soapName == nil && $0.isWebhookTarget && !$0.isStandard
      }
      if keepingRESTName > 0 {
        report(.restNamesKept(count: keepingRESTName), at: directive.fileToken.range)
      }
      scope.catalogue = scope.catalogue?.merging(catalogue) ?? catalogue
    }
  }

  private mutating func catalogue(_ file: String, at range: SourceRange) -> LeadFieldCatalogue? {
    do {
      if let catalogue = try context.resolver?(file) { return catalogue }
      report(.unavailableCatalogue(file), at: range)
    } catch {
      report(.malformedCatalogue(file, error), at: range)
    }
    return nil
  }
}
