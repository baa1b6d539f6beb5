import Diagnostics
import MappingPlan
import MappingSyntax

extension Checker {
  /// Each prefix stands for one name. Only XPath has prefixes.
  mutating func checkNamespaces(_ directives: [DirectiveSyntax]) {
    var first: [String: SourceRange] = [:]
    var namespaces: [Namespace] = []
    for case .namespace(let directive) in directives {
      guard let prefix = directive.prefix, let uri = directive.uri else { continue }
      if scope.format == .json {
        report(.namespaceInJSON, at: directive.range)
      } else if let earlier = first[prefix] {
        report(.repeatedPrefix(prefix, first: earlier), at: directive.prefixToken.range)
      } else {
        first[prefix] = directive.prefixToken.range
        namespaces.append(Namespace(prefix: prefix, uri: uri))
      }
    }
    scope.namespaces = namespaces
  }
}
