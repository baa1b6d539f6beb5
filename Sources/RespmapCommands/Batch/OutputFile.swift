import Glibc
internal import JSONText

/// A file that outcomes are written to: complete or not there under its name, and until then under
/// another, where a later run can go on.
struct OutputFile: ~Copyable {
  /// As the user named it.
  let name: String
  /// The file that a link leads to.
  private let path: String
  /// The permissions of the file that is replaced.
  private let mode: mode_t?
  private let descriptor: Int32
  private(set) var length = 0

  private var partialPath: String { path + ".partial" }
  private var checkpointPath: String { path + ".resume" }
  private var newCheckpointPath: String { path + ".resume.new" }

  /// Opens what is there of the output, or begins it, and keeps other runs from writing there.
  ///
  /// - Returns: nil if there is something of that name that is no file.
  static func open(_ name: String) throws -> OutputFile? {
    var facts = stat()
    let exists = unsafe stat(name, &facts) == 0
    guard exists || errno == ENOENT else { throw FileProblem("write", name, errno: errno) }
    if exists, facts.st_mode & S_IFMT != S_IFREG { return nil }
    if exists, unsafe access(name, W_OK) != 0 {
      throw FileProblem("write", name, errno: errno)
    }
    let file = try OutputFile(
      name, at: exists ? File.resolved(name) : name, exists ? facts.st_mode & 0o7777 : nil)
    guard flock(file.descriptor, LOCK_EX | LOCK_NB) == 0, file.isStillNamed else {
      throw ResumeProblem.outputInUse(name)
    }
    return file
  }

  private init(_ name: String, at path: String, _ mode: mode_t?) throws(FileProblem) {
    let descriptor = unsafe Glibc.open(path + ".partial", O_RDWR | O_CREAT | O_CLOEXEC, 0o666)
    guard descriptor >= 0 else { throw FileProblem("write", name, errno: errno) }
    self.name = name
    self.path = path
    self.mode = mode
    self.descriptor = descriptor
  }

  deinit { close(descriptor) }

  /// Whether the file that is locked is the one of that name: a run that has just ended has renamed it.
  private var isStillNamed: Bool {
    var named = stat()
    var locked = stat()
    return unsafe (stat(partialPath, &named) == 0 && fstat(descriptor, &locked) == 0)
      && named.st_ino == locked.st_ino && named.st_dev == locked.st_dev
  }

  /// Whether an interrupted run has left a checkpoint.
  var hasCheckpoint: Bool { File.exists(checkpointPath) }

  /// The checkpoint that an interrupted run has left; nil if there is none.
  func checkpoint() throws -> Checkpoint? {
    guard hasCheckpoint else { return nil }
    let text = try File.contents(of: checkpointPath)
    guard let checkpoint = Checkpoint(text) else {
      throw ResumeProblem.malformedCheckpoint(checkpointPath)
    }
    return checkpoint
  }

  /// Begins anew, whatever is there.
  mutating func begin() throws(FileProblem) {
    removeCheckpoint()
    try cut(to: 0)
  }

  /// Goes on behind what belongs to a checkpoint.
  mutating func resume(at length: Int) throws {
    var facts = stat()
    guard unsafe fstat(descriptor, &facts) == 0 else {
      throw FileProblem("read", partialPath, errno: errno)
    }
    guard facts.st_size >= length else {
      throw ResumeProblem.outputShorter(partialPath, wanted: length)
    }
    try cut(to: length)
  }

  private mutating func cut(to length: Int) throws(FileProblem) {
    guard ftruncate(descriptor, length) == 0, lseek(descriptor, length, SEEK_SET) >= 0 else {
      throw FileProblem("write", partialPath, errno: errno)
    }
    self.length = length
  }

  mutating func write(_ bytes: [UInt8]) throws(FileProblem) {
    try File.write(bytes, toDescriptor: descriptor, name: partialPath)
    length += bytes.count
  }

  /// Leaves a checkpoint: first what it speaks of is on the disk, then the checkpoint, under another
  /// name until it is whole.
  func write(_ checkpoint: Checkpoint) throws(FileProblem) {
    guard fdatasync(descriptor) == 0 else {
      throw FileProblem("write", partialPath, errno: errno)
    }
    let flags = O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC
    let file = unsafe Glibc.open(newCheckpointPath, flags, 0o666)
    guard file >= 0 else { throw FileProblem("write", checkpointPath, errno: errno) }
    defer { close(file) }
    try File.write(
      Array((checkpoint.json.text + "\n").utf8), toDescriptor: file, name: checkpointPath)
    guard fdatasync(file) == 0, unsafe rename(newCheckpointPath, checkpointPath) == 0 else {
      throw FileProblem("write", checkpointPath, errno: errno)
    }
  }

  /// The output is complete: it gets its name. The checkpoint goes first, since with the output's last
  /// line it would no longer be right.
  func finish() throws(FileProblem) {
    if let mode { fchmod(descriptor, mode) }
    guard fsync(descriptor) == 0 else { throw FileProblem("write", name, errno: errno) }
    removeCheckpoint()
    guard unsafe rename(partialPath, path) == 0 else {
      throw FileProblem("write", name, errno: errno)
    }
    syncFolder()
  }

  /// Removes the checkpoint for good, so that none comes back with a machine that has failed, and
  /// speaks of an output that is another one by then.
  private func removeCheckpoint() {
    unsafe unlink(newCheckpointPath)
    if unsafe unlink(checkpointPath) == 0 { syncFolder() }
  }

  /// Has the names of files on the disk. Where a file system does not do that, nothing can be done.
  private func syncFolder() {
    let slash = path.lastIndex(of: "/")
    let folder = slash.map { String(path[...$0]) } ?? "."
    let descriptor = unsafe Glibc.open(folder, O_RDONLY | O_DIRECTORY | O_CLOEXEC)
    guard descriptor >= 0 else { return }
    fsync(descriptor)
    close(descriptor)
  }

  /// Leaves nothing of an output that nobody can go on with.
  func discard() { unsafe unlink(partialPath) }
}
