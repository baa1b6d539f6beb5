import CXMLRivals

extension Contender {
  /// libxml2's events, thrown away: the least that reading a document can cost.
  static func events(_ workload: Workload) -> Contender {
    let rival = EventsRival()
    return Contender(name: .events, looksUp: false) { rival.read(workload.body) }
  }

  /// libxml2's tree, then each field by an XPath that was compiled before.
  static func xmlTree(_ workload: Workload) -> Contender {
    let rival = TreeRival(workload.lookups)
    return Contender(name: .xmlTree) { rival.read(workload.body) }
  }
}

@safe private final class EventsRival {
  private let rival = unsafe respmap_rival_sax_create()

  deinit { unsafe respmap_rival_sax_destroy(rival) }

  func read(_ body: [UInt8]) -> Int {
    unsafe body.withUnsafeBufferPointer {
      unsafe respmap_rival_sax_read(rival, $0.baseAddress, $0.count)
    }
  }
}

@safe private final class TreeRival {
  private let rival = unsafe respmap_rival_xpath_create()

  init(_ lookups: [Lookup]) {
    for lookup in lookups { _ = unsafe respmap_rival_xpath_add(rival, lookup.xpath) }
  }

  deinit { unsafe respmap_rival_xpath_destroy(rival) }

  func read(_ body: [UInt8]) -> Int {
    unsafe body.withUnsafeBufferPointer {
      unsafe respmap_rival_xpath_read(rival, $0.baseAddress, $0.count)
    }
  }
}
