internal import Diagnostics
internal import LeadFields
internal import MappingCompiler
internal import MappingPlan
internal import XPath

extension Mapping {
  /// The rows to enter in Marketo's Response Mappings pane, and what cannot be.
  ///
  /// - Complexity: O(*n* · *d*) in the size of the plan and the length of its longest path.
  public func export() -> MarketoExport {
    let plan = program.plan
    var rows: [MarketoExport.Row] = []
    var omissions: [MarketoExport.Omission] = []
    for (index, binding) in plan.bindings.enumerated() {
      let range = mappingRanges.indices.contains(index) ? mappingRanges[index] : nil
      let source = PortableSource(binding.source, in: plan)
      if let attribute = source.attribute {
        rows.append(
          MarketoExport.Row(
            attribute: attribute, field: binding.field, losses: source.losses + binding.losses,
            range: range))
      } else {
        omissions.append(
          MarketoExport.Omission(
            field: binding.field, source: plan.notation(binding.source),
            obstacles: source.obstacles, range: range))
      }
    }
    return MarketoExport(
      rows: rows, omissions: omissions, losses: rows.isEmpty ? [] : plan.losses)
  }
}

/// A source as Marketo writes it, or what keeps it from being written there.
private struct PortableSource {
  private(set) var attribute: String?
  private(set) var obstacles: [MarketoExport.Obstacle] = []
  private(set) var losses: [MarketoExport.Loss] = []

  init(_ source: Expression, in plan: Plan) {
    var spelling: String?
    switch source.first {
    case .literal: obstacles.append(.literal)
    case .template: obstacles.append(.template)
    case .path(.state(let state)): spelling = self.spelling(of: plan.trie.path(to: state))
    case .path(.query(let query)):
      spelling = self.spelling(of: plan.queries[query.number], plan.format)
    }
    for stage in source.stages {
      switch stage {
      case .fallback: note(.fallback)
      case .transform(let call): note(.transform(call.name))
      }
    }
    attribute = obstacles.isEmpty ? spelling : nil
  }

  private mutating func note(_ obstacle: MarketoExport.Obstacle) {
    if !obstacles.contains(obstacle) { obstacles.append(obstacle) }
  }

  private mutating func spelling(of steps: [PathStep]) -> String? {
    switch steps.first {
    case nil: note(.wholeResponse)
    case .index: note(.topLevelArray)
    case .key, .attribute: break
    }
    for step in steps {
      switch step {
      case .key(let name): if let obstacle = Portability.keyObstacle(name) { note(obstacle) }
      case .attribute(let name): note(.attribute(name))
      case .index: break
      }
    }
    return Portability.spelling(of: steps)
  }

  private mutating func spelling(of query: String, _ format: BodyFormat) -> String? {
    guard query != "$", query != "/" else {
      note(.wholeResponse)
      return nil
    }
    guard format == .xml else {
      note(.jsonPath)
      return nil
    }
    guard let steps = (try? XPathExpression.parse(query))?.simpleSteps,
      let spelling = Portability.spelling(of: steps)
    else {
      note(obstacle(ofXPath: query))
      return nil
    }
    for step in steps {
      guard case .element(let name) = step.target, let prefix = name.prefix?.string else {
        continue
      }
      if !losses.contains(.prefix(prefix)) { losses.append(.prefix(prefix)) }
    }
    return spelling
  }

  private func obstacle(ofXPath query: String) -> MarketoExport.Obstacle {
    guard let steps = (try? XPathExpression.parse(query))?.simpleSteps, let last = steps.last else {
      return .xPath
    }
    if case .attribute(let name) = last.target { return .attribute(name.text) }
    for case .element(let name) in steps.map(\.target) {
      if let obstacle = Portability.keyObstacle(name.text) { return obstacle }
    }
    return .xPath
  }
}

extension Portability {
  fileprivate static func keyObstacle(_ name: String) -> MarketoExport.Obstacle? {
    if spelling(of: [PathStep.key(name)]) != nil { return nil }
    let odd = name.unicodeScalars.contains { !$0.isASCII }
    return odd ? .nonASCIIKey(name) : .quotedKey(name)
  }
}

extension Binding {
  fileprivate var losses: [MarketoExport.Loss] {
    var losses: [MarketoExport.Loss] = []
    let situations = Policies.Situation.allCases
    if situations.allSatisfy({ policies[$0] == .fail }) {
      losses.append(.required)
    } else {
      losses += situations.filter { policies[$0] != .skip }.map {
        .policy(situation: $0.rawValue, action: policies[$0].rawValue)
      }
    }
    if onlyWhenBlank { losses.append(.whenBlank) }
    if type.conversion == .integer { losses.append(.textIntoNumber(type)) }
    return losses
  }
}

extension Plan {
  fileprivate var losses: [MarketoExport.FileLoss] {
    let conditions = guards.map { rule in
      MarketoExport.FileLoss.condition("\(rule.kind.rawValue) when \(rule.condition)")
    }
    let rules = statusRules.map { rule in
      MarketoExport.FileLoss.statusRule(
        "on \(rule.pattern.words) \(rule.action.rawValue)", isSuccess: rule.pattern.isSuccess)
    }
    return conditions + rules + [.conversions]
  }
}

extension StatusRule.Pattern {
  fileprivate var isSuccess: Bool {
    switch self {
    case .exact(let status): (200...299).contains(status)
    case .hundreds(let digit): digit == 2
    }
  }
}
