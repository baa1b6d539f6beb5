import Foundation

/// A file that goes when nobody needs it any longer.
final class TemporaryFile {
  let path: String

  /// - Parameter contents: what it holds.
  init(_ contents: [UInt8] = []) {
    let folder = FileManager.default.temporaryDirectory
    path = folder.appending(path: "respmap-benchmark-\(UUID().uuidString)").path
    _ = FileManager.default.createFile(atPath: path, contents: Data(contents))
  }

  deinit { try? FileManager.default.removeItem(atPath: path) }

  var text: String { (try? String(contentsOfFile: path, encoding: .utf8)) ?? "" }
}
