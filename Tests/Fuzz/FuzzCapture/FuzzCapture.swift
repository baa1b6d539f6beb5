import Foundation
import RespmapCommands

// Any bytes as a capture on standard input of `respmap run`: nothing traps, and the command ends in
// one of the ways that are documented for it.

private let mapping: String = {
  let file = FileManager.default.temporaryDirectory.appending(path: "respmap-fuzz.respmap")
  try? Data("response json\nid -> ExternalId\n".utf8).write(to: file)
  return file.path
}()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCapture(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let capture = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let console = Console(readInput: { capture }, writeOutput: { _ in }, writeError: { _ in })
  let status = Respmap.run(["run", "--format", "json", mapping, "-"], console: console)
  guard [.ok, .unreadable, .notMapped].contains(status) else {
    fatalError("`run` ended with \(status)")
  }
  return 0
}
