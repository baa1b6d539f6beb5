/// The words that begin a directive.
package enum DirectiveWord: String, CaseIterable, Hashable, Sendable {
  case response, fields, profile, namespace, accept, reject, pending, on
}

package enum DirectiveSyntax: SyntaxNode {
  case response(ResponseDirectiveSyntax)
  case fields(FieldsDirectiveSyntax)
  case profile(ProfileDirectiveSyntax)
  case namespace(NamespaceDirectiveSyntax)
  case `guard`(GuardDirectiveSyntax)
  case statusRule(StatusRuleDirectiveSyntax)
  case policy(PolicyDirectiveSyntax)

  package var tokens: [Token] {
    switch self {
    case .response(let directive): directive.tokens
    case .fields(let directive): directive.tokens
    case .profile(let directive): directive.tokens
    case .namespace(let directive): directive.tokens
    case .guard(let directive): directive.tokens
    case .statusRule(let directive): directive.tokens
    case .policy(let directive): directive.tokens
    }
  }
}

/// The formats of a response body that a mapping file may name.
package enum BodyFormatWord: String, CaseIterable, Hashable, Sendable {
  case json, xml
}

/// `response json`
package struct ResponseDirectiveSyntax: SyntaxNode {
  package let keyword: Token
  package let formatToken: Token
  package let format: BodyFormatWord?
  package let unexpected: [Token]

  package var tokens: [Token] { [keyword, formatToken] + unexpected }
}

/// `fields "lead-fields.json"`
package struct FieldsDirectiveSyntax: SyntaxNode {
  package let keyword: Token
  package let fileToken: Token
  /// As it is written: relative to the mapping file, if it is relative.
  package let file: String?
  package let unexpected: [Token]

  package var tokens: [Token] { [keyword, fileToken] + unexpected }
}

package enum ProfileWord: String, CaseIterable, Hashable, Sendable {
  case extended, marketo
}

/// `profile marketo`
package struct ProfileDirectiveSyntax: SyntaxNode {
  package let keyword: Token
  package let profileToken: Token
  package let profile: ProfileWord?
  package let unexpected: [Token]

  package var tokens: [Token] { [keyword, profileToken] + unexpected }
}

/// `namespace p = "urn:example"`
package struct NamespaceDirectiveSyntax: SyntaxNode {
  package let keyword: Token
  package let prefixToken: Token
  package let prefix: String?
  package let equals: Token
  package let uriToken: Token
  package let uri: String?
  package let unexpected: [Token]

  package var tokens: [Token] { [keyword, prefixToken, equals, uriToken] + unexpected }
}

package enum GuardWord: String, CaseIterable, Hashable, Sendable {
  case accept, reject, pending
}

/// `reject when $.error because "vendor error"`
package struct GuardDirectiveSyntax: SyntaxNode {
  package struct Because: SyntaxNode {
    package let keyword: Token
    package let textToken: Token
    package let text: String?

    package var tokens: [Token] { [keyword, textToken] }
  }

  package let keyword: Token
  package let word: GuardWord
  package let when: Token
  /// A logical expression of JSONPath, or an XPath expression.
  package let condition: Token
  package let because: Because?
  package let unexpected: [Token]

  package var tokens: [Token] {
    [keyword, when, condition] + (because?.tokens ?? []) + unexpected
  }
}

package enum StatusActionWord: String, CaseIterable, Hashable, Sendable {
  case skip, retry, pending, alert, fail
}

/// `on 404, 5xx retry`
package struct StatusRuleDirectiveSyntax: SyntaxNode {
  package enum Pattern: Hashable, Sendable {
    /// 100...599
    case exact(Int)
    /// 1...5
    case hundreds(Int)
  }

  package struct Status: Sendable {
    package let token: Token
    package let pattern: Pattern?
    /// The comma behind it.
    package let comma: Token?
  }

  package let keyword: Token
  package let statuses: [Status]
  package let actionToken: Token
  package let action: StatusActionWord?
  package let unexpected: [Token]

  package var tokens: [Token] {
    [keyword] + statuses.flatMap { [$0.token] + ($0.comma.map { [$0] } ?? []) } + [actionToken]
      + unexpected
  }
}

package enum SituationWord: String, CaseIterable, Hashable, Sendable {
  case missing, null, empty, mismatch, overlong
}

package enum PolicyActionWord: String, CaseIterable, Hashable, Sendable {
  case skip, clear, truncate, fail
}

/// `missing fail`: a situation and what is done then.
package struct PolicySyntax: SyntaxNode {
  package let situationToken: Token
  package let situation: SituationWord?
  package let actionToken: Token
  package let action: PolicyActionWord?

  package var tokens: [Token] { [situationToken, actionToken] }
}

/// `on missing fail`, for all mappings of the file.
package struct PolicyDirectiveSyntax: SyntaxNode {
  package let keyword: Token
  package let policy: PolicySyntax
  package let unexpected: [Token]

  package var tokens: [Token] { [keyword] + policy.tokens + unexpected }
}
