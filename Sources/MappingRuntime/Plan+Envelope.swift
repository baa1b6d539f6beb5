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
    let exact = statusRules.first { $0.pattern == .exact(status) }
    return (exact ?? statusRules.first { $0.pattern == .hundreds(status / 100) })?.action
  }

  /// Why the body of a 2xx response is no success: `pending` goes before `reject`, and that before
  /// `accept`, each in the order of the file.
  func failure(
    ofGuardsWith reader: any BodyReader
  ) throws(BodyProblem) -> EvaluationFailure? {
    if let index = try firstGuard(.pending, holding: true, reader) {
      return .pending(guard: index)
    }
    if let index = try firstGuard(.reject, holding: true, reader) {
      return .rejected(guard: index)
    }
    if let index = try firstGuard(.accept, holding: false, reader) {
      return .rejected(guard: index)
    }
    return nil
  }

  private func firstGuard(
    _ kind: Guard.Kind, holding: Bool, _ reader: any BodyReader
  ) throws(BodyProblem) -> Int? {
    for (index, rule) in guards.enumerated() where rule.kind == kind {
      if try reader.holds(guard: index) == holding { return index }
    }
    return nil
  }
}
