/// How far an interrupted run came, beside its output: what `--resume` continues from.
///
///     out.ndjson.partial   the outcomes so far; becomes out.ndjson when the run is complete
///     out.ndjson.resume    the checkpoint: so much of the input, so much of the output belong together
///
/// The output may be longer than the checkpoint says, since it is written before; never shorter. A
/// run that continues cuts it back and evaluates again what was cut off, so it does not matter where
/// the run before was killed.
struct Checkpoint: Hashable {
  let recipe: BatchRecipe
  let input: InputMark
  let outputLength: Int
  /// What became of the records so far.
  let tally: Tally
}

/// What the outcomes depend on, beside the input.
struct BatchRecipe: Hashable {
  var version = Respmap.version
  let planHash: String
  let context: String
}
