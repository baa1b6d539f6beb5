import Foundation

/// A program that is run to its end, its output kept and what it says about errors thrown away.
struct ChildProcess {
  /// The program's name, looked for where the shell looks, and its arguments.
  let arguments: [String]
  /// The file it reads as its standard input.
  var input = "/dev/null"

  struct Run {
    let nanoseconds: Double
    let status: Int32
    let output: String
  }

  /// The best of several runs by time, with the median of their times; nil if the program cannot be started.
  func best(of count: Int) -> (run: Run, median: Double)? {
    let runs = (0..<count).compactMap { _ in run() }.sorted { $0.nanoseconds < $1.nanoseconds }
    return runs.first.map { ($0, runs[runs.count / 2].nanoseconds) }
  }

  /// Runs it once, from its start to its end.
  ///
  /// Foundation's `Process` takes longer to start one than some of them run.
  func run() -> Run? {
    let output = TemporaryFile()
    var actions = unsafe posix_spawn_file_actions_t()
    unsafe posix_spawn_file_actions_init(&actions)
    defer { unsafe posix_spawn_file_actions_destroy(&actions) }
    unsafe posix_spawn_file_actions_addopen(&actions, 0, input, O_RDONLY, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 1, output.path, O_WRONLY | O_TRUNC, 0)
    unsafe posix_spawn_file_actions_addopen(&actions, 2, "/dev/null", O_WRONLY, 0)
    let words = unsafe arguments.map { unsafe strdup($0) } + [nil]
    defer { for index in unsafe words.indices { unsafe free(words[index]) } }
    var status: Int32 = -1
    let elapsed = ContinuousClock().measure {
      var process: pid_t = 0
      guard let program = arguments.first,
        unsafe posix_spawnp(&process, program, &actions, nil, words, environ) == 0
      else {
        return
      }
      unsafe waitpid(process, &status, 0)
    }
    // 127 in the second byte: the program was not found.
    guard status >= 0, status >> 8 != 127 else { return nil }
    return Run(nanoseconds: elapsed / .nanoseconds(1), status: status >> 8, output: output.text)
  }
}
