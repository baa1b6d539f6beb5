import Foundation

/// What something took: elapsed and user time, and the most memory that was resident meanwhile, the
/// program's own and what earlier work has left included.
struct ResourceUse {
  let seconds: Double
  let userSeconds: Double
  let peakKilobytes: Int

  /// Whose time is counted.
  enum Process { case this, children }

  /// Runs the work once.
  static func measure(
    of process: Process = .this, _ work: () throws -> Void
  ) rethrows -> ResourceUse {
    // Sets the peak of the process back to what it has now.
    try? "5".write(toFile: "/proc/self/clear_refs", atomically: false, encoding: .utf8)
    let userBefore = userSeconds(of: process)
    let elapsed = try ContinuousClock().measure(work)
    return ResourceUse(
      seconds: elapsed / .seconds(1), userSeconds: userSeconds(of: process) - userBefore,
      peakKilobytes: kilobytes("VmHWM:"))
  }

  /// A line of the process's status.
  static func kilobytes(_ name: String) -> Int {
    let status = (try? String(contentsOfFile: "/proc/self/status", encoding: .utf8)) ?? ""
    let line = status.split(separator: "\n").first { $0.hasPrefix(name) }
    return line.flatMap { Int($0.filter(\.isNumber)) } ?? 0
  }

  private static func userSeconds(of process: Process) -> Double {
    var usage = rusage()
    let who = process == .this ? RUSAGE_SELF : RUSAGE_CHILDREN
    _ = unsafe getrusage(numericCast(who.rawValue), &usage)
    return Double(usage.ru_utime.tv_sec) + Double(usage.ru_utime.tv_usec) / 1e6
  }
}
