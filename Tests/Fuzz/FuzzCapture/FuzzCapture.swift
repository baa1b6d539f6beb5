import Diagnostics
import RespmapCommands

// Any bytes as a capture file: nothing traps; what is no capture is refused at a place within the file,
// in words.

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzCapture(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let capture = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  do {
    guard try !CaptureReader.read(capture).isEmpty else { fatalError("no response, no problem") }
  } catch {
    guard (0...count).contains(error.offset) else { fatalError("a problem outside the file") }
    let renderer = DiagnosticRenderer(fileName: "capture", text: capture)
    guard renderer.textWithoutSource(error.diagnostic).contains("= help: ") else {
      fatalError("a refused capture gets no help")
    }
  }
  return 0
}
