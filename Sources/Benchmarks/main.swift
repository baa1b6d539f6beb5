import Foundation

// Time per evaluation beside what people would use instead, in one run; figures hold as ratios.
//
//     swift run -c release Benchmarks [--all] [--workload NAME] [--format text|json|markdown]
//
// The other modes are listed when an option is not understood; the README says what each is for.

func fail(_ message: String) -> Never {
  FileHandle.standardError.write(Data((message + "\n").utf8))
  exit(2)
}

do {
  let options = try Options(Array(CommandLine.arguments.dropFirst()))
  exit(try BenchmarkRun(options: options).run())
} catch let problem as Options.Problem {
  fail("\(problem.message)\n\(Options.usage)")
} catch {
  fail("nothing is measured: \(error)")
}
