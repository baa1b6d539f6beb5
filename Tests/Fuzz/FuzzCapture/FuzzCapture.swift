import Diagnostics
import RespmapCommands

// Any bytes as a capture file: nothing traps; what is no capture, or no record of one, is refused at a
// place within the file, in words.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCapture(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let capture = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  let renderer = DiagnosticRenderer(fileName: "capture", text: capture)
  do {
    let records = try CaptureReader.read(capture)
    guard !records.isEmpty else { fatalError("no response, no problem") }
    for case .failure(let problem) in records { check(problem, count, renderer) }
  } catch {
    check(error, count, renderer)
  }
  return 0
}

private func check(_ problem: CaptureProblem, _ count: Int, _ renderer: DiagnosticRenderer) {
  guard (0...count).contains(problem.offset) else { fatalError("a problem outside the file") }
  guard renderer.textWithoutSource(problem.diagnostic).contains("= help: ") else {
    fatalError("a refused capture gets no help")
  }
}
