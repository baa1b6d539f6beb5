/// Why a run cannot be continued, or its output not be written where it should; names are of files.
enum ResumeProblem: Error, Hashable {
  /// The input is none that can be read again.
  case inputIsNoFile(String)
  /// The output is a device or pipe, of which nothing can be cut off.
  case outputIsNoFile(String)
  case outputIsInput(String)
  /// Another run is writing there.
  case outputInUse(String)
  case malformedCheckpoint(String)
  /// The run was one of another version of respmap.
  case otherVersion(String)
  case otherMapping
  case otherContext(String)
  case inputShorter(String, wanted: Int)
  case inputChanged(String, length: Int)
  case outputShorter(String, wanted: Int)
}
