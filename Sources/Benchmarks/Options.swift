/// What is asked for on the command line.
struct Options {
  enum Mode: Equatable {
    case tables, list
    case doubling(String)
    case profile(workload: String, contender: String, seconds: Double)
    case soak(Int)
    case compile(String)
  }

  /// What becomes of memory that contenders free: the process keeps it, or the C library decides.
  enum FreedMemory: String, Encodable, CaseIterable { case kept, managed }

  enum Format: String, CaseIterable { case text, json, markdown }

  var mode = Mode.tables
  var format = Format.text
  var freedMemory = FreedMemory.kept
  /// Whether what takes minutes is measured, too.
  var isAll = false
  /// Only workloads whose names hold this.
  var workload = ""

  static let usage = """
    usage: Benchmarks [--all] [--workload NAME] [--format text|json|markdown]
                      [--freed-memory kept|managed]
           Benchmarks --list
           Benchmarks --doubling [NAME] [--format text|json|markdown]
           Benchmarks --profile WORKLOAD CONTENDER SECONDS
           Benchmarks --soak [EVALUATIONS]
           Benchmarks --compile [NAME]
    """

  /// Why the arguments mean nothing.
  struct Problem: Error { let message: String }

  init(_ arguments: [String]) throws(Problem) {
    var rest = arguments[...]
    while let option = rest.popFirst() { try take(option, &rest) }
  }

  private mutating func take(_ option: String, _ rest: inout ArraySlice<String>) throws(Problem) {
    switch option {
    case "--all": isAll = true
    case "--list": mode = .list
    case "--workload": workload = try value(of: option, &rest)
    case "--format":
      format = try choice(of: option, &rest)
    case "--freed-memory":
      freedMemory = try choice(of: option, &rest)
    case "--doubling": mode = .doubling(optionalValue(&rest) ?? "")
    case "--compile": mode = .compile(optionalValue(&rest) ?? "")
    case "--soak": mode = .soak(Int(try number(optionalValue(&rest) ?? "100000", of: option)))
    case "--profile":
      mode = .profile(
        workload: try value(of: option, &rest), contender: try value(of: option, &rest),
        seconds: try number(value(of: option, &rest), of: option))
    default: throw Problem(message: "`\(option)` is no option")
    }
  }

  private func choice<Choice>(
    of option: String, _ rest: inout ArraySlice<String>
  ) throws(Problem) -> Choice
  where Choice: RawRepresentable<String> & CaseIterable {
    let name = try value(of: option, &rest)
    guard let choice = Choice(rawValue: name) else {
      let all = Choice.allCases.map(\.rawValue).joined(separator: ", ")
      throw Problem(message: "`\(name)` is nothing for \(option), which takes one of \(all)")
    }
    return choice
  }

  private func value(
    of option: String, _ rest: inout ArraySlice<String>
  ) throws(Problem) -> String {
    guard let value = optionalValue(&rest) else {
      throw Problem(message: "a value is missing behind \(option)")
    }
    return value
  }

  private func optionalValue(_ rest: inout ArraySlice<String>) -> String? {
    guard let value = rest.first, !value.hasPrefix("--") else { return nil }
    return rest.popFirst()
  }

  private func number(_ text: String, of option: String) throws(Problem) -> Double {
    guard let number = Double(text), number > 0, number < 1e12 else {
      throw Problem(message: "`\(text)` is no number for \(option)")
    }
    return number
  }
}
