import Foundation

extension Contender {
  /// Copies the body: to read every byte costs about as much.
  static func memcpy(_ workload: Workload) -> Contender {
    var copy = workload.body
    return Contender(name: .memcpy, looksUp: false) {
      unsafe copy.withUnsafeMutableBytes { copy in
        unsafe workload.body.withUnsafeBytes { unsafe copy.copyMemory(from: $0) }
      }
      return Int(copy[copy.count / 2])
    }
  }
}
