extension Workload {
  /// Everyone in this program who reads its body, respmap first.
  func contenders() -> [Contender] {
    let own = [Contender.fill(self), .evaluate(self)]
    let all = isXML ? own + xmlRivals : own + jsonRivals
    return all + [.memcpy(self)]
  }

  private var jsonRivals: [Contender] {
    var rivals: [Contender] = []
    #if HAS_SIMDJSON
      rivals += SimdjsonRival(self).contenders
    #endif
    // The types of a sample's values are not known.
    if isExact { rivals.append(.decoder(self)) }
    return rivals + [.serialization(self)]
  }

  private var xmlRivals: [Contender] {
    var rivals = [Contender.events(self), .xmlTree(self)]
    if isExact, let mapping = try? mappingInXPath() { rivals.append(.fill(self, with: mapping)) }
    return rivals
  }
}
