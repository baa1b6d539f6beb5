import Glibc

/// Bytes that are read piece by piece, since there may be more of them than memory.
///
/// Safety: the memory that a piece is read into is the caller's, for the time of the call.
@safe
package struct ByteSource: Sendable {
  /// Reads what is there into the memory, once there is something: how many bytes, 0 at the end.
  package let read: @Sendable (_ memory: UnsafeMutableRawBufferPointer) throws(FileProblem) -> Int

  package init(
    read: @escaping @Sendable (_ memory: UnsafeMutableRawBufferPointer) throws(FileProblem) -> Int
  ) {
    unsafe self.read = read
  }

  /// Reads into a part of an array: how many bytes, 0 at the end.
  func read(into array: inout [UInt8], at range: Range<Int>) throws(FileProblem) -> Int {
    let result: Result<Int, FileProblem> = unsafe array.withUnsafeMutableBytes { bytes in
      do throws(FileProblem) {
        return .success(
          try unsafe read(UnsafeMutableRawBufferPointer(rebasing: bytes[range])))
      } catch {
        return .failure(error)
      }
    }
    return try result.get()
  }

  /// What a descriptor gives that stays open.
  init(descriptor: Int32, name: String) {
    unsafe self.init { memory throws(FileProblem) in
      while true {
        let count = unsafe Glibc.read(descriptor, memory.baseAddress, memory.count)
        if count >= 0 { return count }
        guard errno == EINTR else { throw FileProblem("read", name, errno: errno) }
      }
    }
  }

  /// Bytes that are in memory already.
  package init(_ bytes: [UInt8], pieceLength: Int = .max) {
    let rest = Monitor(bytes[...])
    unsafe self.init { memory throws(FileProblem) in
      rest.withState { rest in
        let piece = rest.prefix(min(memory.count, pieceLength))
        unsafe memory.copyBytes(from: piece)
        rest = rest.dropFirst(piece.count)
        return piece.count
      }
    }
  }
}
