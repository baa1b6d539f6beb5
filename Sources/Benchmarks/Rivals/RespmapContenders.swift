import ResponseMapping

extension Contender {
  /// The evaluator's slots, filled and read: what respmap promises to be fast.
  static func fill(_ workload: Workload, with mapping: Mapping? = nil) -> Contender {
    var evaluator = (mapping ?? workload.mapping).makeEvaluator()
    return Contender(name: mapping == nil ? .fill : .fillByXPath) {
      let span = workload.body.span
      guard unsafe evaluator.fill(workload.head, body: span.bytes) == nil else { return -1 }
      return (0..<evaluator.slotCount).count { evaluator.slot($0).value != nil }
    } textBytes: {
      let span = workload.body.span
      return (0..<evaluator.slotCount).reduce(0) { sum, slot in
        guard case .text(let text) = evaluator.slot(slot).value else { return sum }
        return unsafe sum + evaluator.string(text, body: span.bytes).utf8.count
      }
    }
  }

  /// The convenient form: an outcome with its values, and with the reason for each that is missing.
  static func evaluate(_ workload: Workload) -> Contender {
    let response = Response(workload.head, body: workload.body)
    return Contender(name: .evaluate) {
      guard case .mapped(let updates) = workload.mapping.evaluate(response) else { return -1 }
      return updates.results.count { $0.code == nil }
    } textBytes: {
      guard case .mapped(let updates) = workload.mapping.evaluate(response) else { return -1 }
      return updates.results.reduce(0) { sum, result in
        guard case .string(let text) = result.result.value else { return sum }
        return sum + text.utf8.count
      }
    }
  }
}
