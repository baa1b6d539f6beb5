import JSONText
import RespmapCommands
import ResponseMapping

// Any bytes as a line of records: what the fast reader takes, the slow one takes for the same. One
// reader reads all lines, so that nothing of one may get into the next.

nonisolated(unsafe) private var reader = RecordReader()

@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzRecord(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  let line = unsafe Array(UnsafeBufferPointer(start: start, count: count))
  guard unsafe reader.read(line.span) else { return 0 }
  guard case .success(let slow) = RecordCapture.response(of: line[...]) else {
    fatalError("a record that is none")
  }
  let body = unsafe reader.body
  guard unsafe reader.id == slow.id, unsafe reader.head == slow.response.head,
    body.storage.prefix(body.count).elementsEqual(slow.response.body)
  else { fatalError("two readings of one record") }
  return 0
}
