import Diagnostics
import JSONPath
import MappingPlan
import MappingSyntax
import Transforms

extension Checker {
  /// Checks a transform: that it exists, takes the arguments, and may take what flows into it.
  ///
  /// - Parameter end: where the expression before the transform ends.
  mutating func checkTransform(
    _ syntax: TransformCallSyntax, _ flow: KindFlow, before end: Int
  ) -> CheckedCall? {
    guard let name = syntax.name else { return nil }
    guard let transform = Transform.named(name) else {
      report(
        .unknownTransform(name, suggestion: suggestion(forTransform: name)),
        at: syntax.nameToken.range)
      return nil
    }
    guard let arguments = arguments(of: syntax) else { return nil }
    let call = TransformCall(name, arguments)
    let prepared: Transform.Prepared
    do {
      prepared = try transform.prepare(arguments)
    } catch {
      report(.transformArguments(call, error), at: syntax.range(ofArgument: error.argument))
      return nil
    }
    var isRefused = flow.kinds.areRefused(by: transform)
    if isRefused {
      reportInput(of: transform, flow, at: syntax.nameToken.range, before: end)
    } else if let list = flow.lists.first, !transform.accepted.contains(.list) {
      report(.listIntoTransform(name, insertAt: list.upperBound), at: list)
      isRefused = true
    }
    return CheckedCall(call: call, output: isRefused ? .any : prepared.output)
  }

  private mutating func reportInput(
    of transform: Transform, _ flow: KindFlow, at range: SourceRange, before end: Int
  ) {
    if flow.kinds.subtracting(.null) == .list {
      report(.listIntoTransform(transform.name, insertAt: end), at: range)
    } else {
      report(
        .transformInput(transform.name, takes: transform.input, given: flow.kinds), at: range)
    }
  }

  private mutating func suggestion(forTransform name: String) -> String? {
    TransformNames.synonyms[name.lowercased()]
      ?? search.nearest(to: name, among: Transform.all.map(\.name))
  }

  /// Nil if one of them has a mistake, which is reported here or was by the parser.
  private mutating func arguments(of syntax: TransformCallSyntax) -> [Argument]? {
    var arguments: [Argument] = []
    var isWhole = true
    for argument in syntax.arguments?.arguments ?? [] {
      if let argument = self.argument(argument.value) {
        arguments.append(argument)
      } else {
        isWhole = false
      }
    }
    return isWhole ? arguments : nil
  }

  private mutating func argument(_ syntax: ArgumentSyntax.Value) -> Argument? {
    switch syntax {
    case .literal(let literal): return literal.value.map { .literal(Literal($0)) }
    case .entry(let key, _, _, let value):
      guard let value = value.value.map(Literal.init) else { return nil }
      guard let key else { return .entry(key: nil, value: value) }
      return key.value.map { .entry(key: Literal($0), value: value) }
    case .jsonPath(let token):
      do {
        let query = try JSONPathQuery.parse(text.bytes, in: token.range)
        for trap in query.traps { report(.trap(trap)) }
        return .jsonPath(query.canonicalText)
      } catch {
        report(.jsonPath(error))
        return nil
      }
    case .unreadable: return nil
    }
  }
}

extension TransformCallSyntax {
  /// The argument of that number; the whole call where there is none.
  fileprivate func range(ofArgument number: Int?) -> SourceRange {
    guard let number, let list = arguments?.arguments, list.indices.contains(number) else {
      return range
    }
    return list[number].value.range
  }
}

/// What transforms are called elsewhere.
enum TransformNames {
  static let synonyms: [String: String] = [
    "lower": "lowercase", "tolower": "lowercase", "downcase": "lowercase",
    "tolowercase": "lowercase", "lower-case": "lowercase", "upper": "uppercase",
    "toupper": "uppercase", "upcase": "uppercase", "touppercase": "uppercase",
    "strip": "trim", "trimmed": "trim", "substring": "prefix", "truncate": "prefix",
    "left": "prefix", "substr": "prefix", "gsub": "replace", "replaceall": "replace",
    "regex": "extract", "regexp": "extract", "capture": "extract", "match": "matches",
    "test": "matches", "tonumber": "number", "parsefloat": "number", "float": "number",
    "decimal": "number", "int": "integer", "tointeger": "integer", "parseint": "integer",
    "ceil": "ceiling", "plus": "add", "minus": "subtract", "sub": "subtract",
    "times": "multiply", "mul": "multiply", "div": "divide", "bool": "boolean",
    "toboolean": "boolean", "eq": "equals", "equal": "equals", "is": "equals",
    "includes": "contains", "has": "exists", "present": "exists", "length": "count",
    "len": "count", "size": "count", "head": "first", "tail": "last", "at": "nth",
    "single": "only", "concat": "join", "implode": "join", "explode": "split",
    "uniq": "unique", "distinct": "unique", "sorted": "sort", "map": "lookup",
    "switch": "lookup", "case": "lookup", "parsedate": "date", "timestamp": "epoch",
    "unix": "epoch", "fromjson": "json", "parsejson": "json", "strftime": "format",
    "dateformat": "format",
  ]
}
