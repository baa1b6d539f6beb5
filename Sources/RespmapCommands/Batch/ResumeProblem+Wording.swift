internal import Diagnostics

extension ResumeProblem {
  /// What is wrong, in one sentence without a period.
  var message: String {
    switch self {
    case .inputIsNoFile(let name):
      "`\(name.asFileName)` is no file that can be read again, so no run over it can be continued"
    case .outputIsNoFile(let name):
      "`\(name.asFileName)` is no file, so no run that writes there can be continued"
    case .outputIsInput(let name): "`\(name.asFileName)` is both input and output"
    case .outputInUse(let name): "another run is writing `\(name.asFileName)`"
    case .malformedCheckpoint(let name): "`\(name.asFileName)` is no checkpoint of a run"
    case .otherVersion(let version):
      "the run was begun by respmap \(version.asFileName), and this is \(Respmap.version)"
    case .otherMapping: "the mapping does something else than when the run was begun"
    case .otherContext(let context): "the run was begun with `--context \(context.asFileName)`"
    case .inputShorter(let name, let wanted):
      "`\(name.asFileName)` is shorter than the \(wanted) bytes that the run has read of it"
    case .inputChanged(let name, let length):
      "`\(name.asFileName)` has changed within the \(length) bytes that the run has read of it"
    case .outputShorter(let name, let wanted):
      "`\(name.asFileName)` is shorter than the \(wanted) bytes that the run has written"
    }
  }

  /// What to do about it.
  var help: String {
    switch self {
    case .inputIsNoFile: "write the records to a file first, or leave --resume out"
    case .outputIsNoFile: "name a file with -o, or leave --resume out"
    case .outputIsInput: "name another file with -o"
    case .outputInUse: "wait until it ends, or name another file with -o"
    case .otherContext: "give the same --context, or leave --resume out to begin anew"
    case .malformedCheckpoint, .otherVersion, .otherMapping, .inputShorter, .inputChanged,
      .outputShorter:
      "leave --resume out to begin anew"
    }
  }
}
