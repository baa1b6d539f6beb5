import Diagnostics
import MappingSyntax

extension Checker {
  /// Directives stand before the first mapping: whoever reads a mapping has read what it depends on.
  mutating func checkPlacement(of directives: [DirectiveSyntax], in file: MappingFileSyntax) {
    guard let mapping = file.firstMapping else { return }
    var once: Set<DirectiveWord> = []
    for directive in directives {
      // One too many is told as that.
      let isOnce = directive.word == .response || directive.word == .profile
      guard !isOnce || once.insert(directive.word).inserted,
        directive.range.lowerBound > mapping.range.lowerBound,
        let keyword = directive.tokens.first
      else { continue }
      report(
        .misplacedDirective(directive.word, firstMapping: mapping.range), at: keyword.range)
    }
  }
}

extension DirectiveSyntax {
  var word: DirectiveWord {
    switch self {
    case .response: .response
    case .fields: .fields
    case .profile: .profile
    case .namespace: .namespace
    case .guard(let directive): DirectiveWord(directive.word)
    case .statusRule, .policy: .on
    }
  }
}

extension DirectiveWord {
  fileprivate init(_ word: GuardWord) {
    switch word {
    case .accept: self = .accept
    case .reject: self = .reject
    case .pending: self = .pending
    }
  }
}
