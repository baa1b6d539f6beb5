import Foundation

extension Contender {
  /// `JSONSerialization`, then each field by casting from container to container.
  static func serialization(_ workload: Workload) -> Contender {
    let data = Data(workload.body)
    var textBytes = 0
    return Contender(name: .serialization) {
      textBytes = 0
      guard let document = try? JSONSerialization.jsonObject(with: data) else { return -1 }
      return workload.lookups.count { lookup in
        guard let value = Contender.value(at: lookup, in: document) else { return false }
        if let text = value as? String { textBytes += text.utf8.count }
        return !(value is NSNull)
      }
    } textBytes: {
      textBytes
    }
  }

  private static func value(at lookup: Lookup, in document: Any) -> Any? {
    var value: Any? = document
    for step in lookup.steps {
      switch step {
      case .key(let key): value = (value as? [String: Any])?[key]
      case .index(let index):
        let array = value as? [Any]
        value = array.flatMap { $0.indices.contains(index) ? $0[index] : nil }
      }
    }
    return value
  }
}
