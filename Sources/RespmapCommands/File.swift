internal import Diagnostics
import Glibc

/// Why a file cannot be read or written.
package struct FileProblem: Error, Hashable, Sendable {
  package let message: String
  /// Whether it is a pipe whose reader has gone.
  let isClosedPipe: Bool

  package init(_ action: String, _ name: String, errno code: Int32) {
    let reason = unsafe strerror(code).map { unsafe String(cString: $0) }
    isClosedPipe = code == EPIPE
    message = "cannot \(action) `\(name.asFileName)`: \(reason ?? "error \(code)")"
  }
}

/// Whole files by the calls of the system: nothing of Foundation is needed.
enum File {
  /// Whether there is something of that name.
  static func exists(_ path: String) -> Bool { unsafe access(path, F_OK) == 0 }

  /// Whether two names are of one file.
  static func areSame(_ one: String, _ other: String) -> Bool {
    var left = stat()
    var right = stat()
    return unsafe (stat(one, &left) == 0 && stat(other, &right) == 0)
      && left.st_ino == right.st_ino && left.st_dev == right.st_dev
  }

  static func contents(of path: String) throws(FileProblem) -> [UInt8] {
    let descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem("read", path, errno: errno) }
    defer { close(descriptor) }
    return try contents(ofDescriptor: descriptor, name: path)
  }

  static func contents(ofDescriptor descriptor: Int32, name: String) throws(FileProblem) -> [UInt8]
  {
    let length = length(of: descriptor)
    var contents: [UInt8] = []
    // Growing as it is read, it would take twice its length for a while.
    contents.reserveCapacity(min(length, largestReserved))
    var buffer = [UInt8](repeating: 0, count: pieceLength(for: length))
    while true {
      let count = unsafe buffer.withUnsafeMutableBytes {
        unsafe read(descriptor, $0.baseAddress, $0.count)
      }
      if count == 0 { return contents }
      if count > 0 {
        contents += buffer[..<count]
      } else if errno != EINTR {
        throw FileProblem("read", name, errno: errno)
      }
    }
  }

  /// A file may say that it is longer than memory.
  private static let largestReserved = 1 << 29

  /// 0 where it is not known.
  private static func length(of descriptor: Int32) -> Int {
    var facts = stat()
    return unsafe fstat(descriptor, &facts) == 0 ? max(0, Int(facts.st_size)) : 0
  }

  /// How much to read at a time: the whole of a small file and what tells its end.
  private static func pieceLength(for length: Int) -> Int {
    let longest = 1 << 18
    return length > 0 ? min(length, longest - 1) + 1 : longest
  }

  static func write(
    _ contents: [UInt8], toDescriptor descriptor: Int32, name: String
  ) throws(FileProblem) {
    var rest = contents[...]
    while !rest.isEmpty {
      let count = unsafe rest.withUnsafeBytes {
        unsafe Glibc.write(descriptor, $0.baseAddress, $0.count)
      }
      if count >= 0 {
        rest = rest.dropFirst(count)
      } else if errno != EINTR {
        throw FileProblem("write", name, errno: errno)
      }
    }
  }
}
