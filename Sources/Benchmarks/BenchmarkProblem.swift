/// Why nothing can be measured.
enum BenchmarkProblem: Error {
  case tooFewValues(family: String, wanted: Int, there: Int)
  case noSuchWorkload(String)
  case noSuchShape(String)
  case noSuchContender(String, workload: String, known: [String])
}

extension BenchmarkProblem: CustomStringConvertible {
  var description: String {
    switch self {
    case .tooFewValues(let family, let wanted, let there):
      "a body of \(family) has \(there) values, \(wanted) fields are wanted: ask for a larger body"
    case .noSuchWorkload(let name):
      "no workload's name holds `\(name)`: `Benchmarks --list` names all"
    case .noSuchShape(let name):
      "no shape's name holds `\(name)`; there are: "
        + DoublingShape.all.map(\.name).joined(separator: "; ")
    case .noSuchContender(let name, let workload, let known):
      "no contender for \(workload) has `\(name)` in its name; there are: "
        + known.joined(separator: ", ")
    }
  }
}
