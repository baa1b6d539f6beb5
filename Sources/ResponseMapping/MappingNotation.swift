internal import JSONText
internal import MappingPlan
internal import MappingSyntax
internal import Transforms

// Pieces of a plan as a mapping file writes them.

extension Plan {
  /// `company.name`, `$..name`.
  func notation(_ path: Path) -> String {
    switch path {
    case .state(let state): trie.path(to: state).marketoNotation
    case .query(let query): queries[query.number]
    }
  }

  /// `company.name`, `"{city}, {country}"`, `42`.
  func notation(_ operand: Operand) -> String {
    switch operand {
    case .path(let path): notation(path)
    case .literal(let literal): literal.text
    case .template(let parts): "\"" + parts.map(notation).joined() + "\""
    }
  }

  /// `company.phone ?? $..phone |> first`.
  func notation(_ expression: Expression) -> String {
    expression.stages.reduce(notation(expression.first)) { text, stage in
      switch stage {
      case .fallback(let operand): text + " ?? " + notation(operand)
      case .transform(let call): text + " |> " + call.text
      }
    }
  }

  private func notation(_ part: TemplatePart) -> String {
    switch part {
    case .path(let path): "{" + notation(path) + "}"
    case .text(let text):
      String(text.jsonQuoted.dropFirst().dropLast()).reduce(into: "") {
        $0 += $1 == "{" || $1 == "}" ? "\($1)\($1)" : "\($1)"
      }
    }
  }
}

extension [PathStep] {
  /// The path in Marketo's notation, as far as that has a spelling for it.
  var marketoNotation: String {
    reduce(into: "") { path, step in
      let dot = path.isEmpty ? "" : "."
      switch step {
      case .key(let name): path += dot + MarketoNotation.spelling(ofKey: name)
      case .index(let index): path += "[\(index)]"
      case .attribute(let name): path += dot + "@" + name
      }
    }
  }
}
