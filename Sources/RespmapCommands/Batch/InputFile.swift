import Glibc

/// A file that records are read from, open until nobody reads it any more.
final class InputFile: Sendable {
  private let descriptor: Int32
  let name: String
  /// How long the file is; nil if it is none that can be read twice, such as a pipe.
  let length: Int?

  init(_ path: String) throws(FileProblem) {
    name = path
    descriptor = unsafe open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { throw FileProblem("read", path, errno: errno) }
    var facts = stat()
    let isRegular =
      unsafe fstat(descriptor, &facts) == 0 && facts.st_mode & S_IFMT == S_IFREG
    length = isRegular ? Int(facts.st_size) : nil
  }

  deinit { close(descriptor) }

  /// Reads on from where the file is; several that do share the place.
  var source: ByteSource {
    let source = ByteSource(descriptor: descriptor, name: name)
    return unsafe ByteSource { [self] memory throws(FileProblem) in
      try withExtendedLifetime(self) { () throws(FileProblem) in try unsafe source.read(memory) }
    }
  }

  /// Reads the beginning of the file and hashes it; the hash of less if the file is shorter.
  func skip(_ length: Int) throws(FileProblem) -> XXHash64 {
    var hash = XXHash64()
    var rest = length
    var buffer = [UInt8](repeating: 0, count: Block.length)
    let source = source
    while rest > 0 {
      let count = try source.read(into: &buffer, at: 0..<min(rest, buffer.count))
      if count == 0 { break }
      hash.update(buffer.span.extracting(first: count))
      rest -= count
    }
    return hash
  }
}
