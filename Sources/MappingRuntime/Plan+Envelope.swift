internal import MappingPlan

extension Plan {
  /// Why a response of that status writes nothing; nil for a success.
  ///
  /// No rule makes a status other than 2xx a success.
  func failure(forStatus status: Int) -> EvaluationFailure? {
    let action = action(forStatus: status)
    guard (200...299).contains(status) else { return .status(status, action) }
    guard let action else { return nil }
    return action == .pending ? .pending(guard: nil) : .status(status, action)
  }

  /// An exact status goes before its class.
  private func action(forStatus status: Int) -> StatusRule.Action? {
    if statusRules.isEmpty { return nil }
    let exact = statusRules.first { $0.pattern == .exact(status) }
    return (exact ?? statusRules.first { $0.pattern == .hundreds(status / 100) })?.action
  }

  /// Why the body of a 2xx response is no success.
  func failure(
    ofGuardsWith reader: any BodyReader
  ) throws(BodyProblem) -> EvaluationFailure? {
    if guards.isEmpty { return nil }
    for kind in Guard.Kind.inOrderOfDecision {
      for (index, rule) in guards.enumerated() where rule.kind == kind {
        let holds = try reader.holds(guard: index)
        switch kind {
        case .pending where holds: return .pending(guard: index)
        case .reject where holds, .accept where !holds: return .rejected(guard: index)
        case .pending, .reject, .accept: break
        }
      }
    }
    return nil
  }
}
