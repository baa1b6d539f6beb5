import Glibc

/// Threads of the system, for work that blocks and that Swift's own threads should not be held by.
enum Threads {
  /// The processors that this process may run on, which may be fewer than the machine has.
  static var processorCount: Int {
    let status = (try? File.contents(of: "/proc/self/status")) ?? []
    return processorCount(status) ?? max(1, sysconf(Int32(_SC_NPROCESSORS_ONLN)))
  }

  /// The bits of the line `Cpus_allowed:	ff,ffffffff`.
  private static func processorCount(_ status: [UInt8]) -> Int? {
    let name = Array("Cpus_allowed:".utf8)
    let line = status.split(separator: 0x0A).first { $0.starts(with: name) }
    let count = line?.dropFirst(name.count)
      .compactMap { Character(Unicode.Scalar($0)).hexDigitValue }
      .reduce(0) { $0 + $1.nonzeroBitCount }
    return count.flatMap { $0 > 0 ? $0 : nil }
  }

  /// Runs the body on a thread of its own, which nobody has to wait for.
  static func start(_ body: @escaping @Sendable () -> Void) throws(FileProblem) {
    let start = unsafe Unmanaged.passRetained(Start(body))
    var thread = pthread_t()
    let code = unsafe pthread_create(
      &thread, nil,
      { argument in
        if let argument = unsafe argument {
          unsafe Unmanaged<Start>.fromOpaque(argument).takeRetainedValue().body()
        }
        return nil
      }, start.toOpaque())
    guard code == 0 else {
      unsafe start.release()
      throw FileProblem("start", "a thread", errno: code)
    }
    pthread_detach(thread)
  }

  /// Carries a closure through the system's call.
  private final class Start: Sendable {
    let body: @Sendable () -> Void

    init(_ body: @escaping @Sendable () -> Void) { self.body = body }
  }
}
