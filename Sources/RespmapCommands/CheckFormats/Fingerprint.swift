internal import Diagnostics

/// Tells a finding from others across versions of a file: by its code and the text of its line, wherever
/// the line stands.
enum Fingerprint {
  /// One for each: a hash, and which of those with the same hash in its file it is.
  static func all(of findings: [Finding]) -> [String] {
    var counts: [String: Int] = [:]
    return findings.map { finding in
      let hash = hexadecimal(hash(of: finding))
      let count = counts[finding.fileName + "\n" + hash, default: 0] + 1
      counts[finding.fileName + "\n" + hash] = count
      return "\(hash):\(count)"
    }
  }

  /// FNV-1a with 64 bits. White space does not count: the layout may change.
  private static func hash(of finding: Finding) -> UInt64 {
    let line = finding.renderer.lineText(at: finding.diagnostic.range.lowerBound)
    let text = line.filter { $0 != 0x20 && $0 != 0x09 }
    return (Array(finding.diagnostic.code.rawValue.utf8) + text).reduce(0xCBF2_9CE4_8422_2325) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
  }

  private static func hexadecimal(_ hash: UInt64) -> String {
    let digits = String(hash, radix: 16)
    return String(repeating: "0", count: 16 - digits.count) + digits
  }
}
