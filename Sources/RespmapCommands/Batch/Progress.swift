/// The line on a terminal that says how far a run is, once it takes more than a second; where outcomes
/// are printed on the same terminal, they say it themselves.
struct Progress {
  private let console: Console
  /// How long the input is, where that is known.
  private let inputLength: Int?
  private let isWanted: Bool
  private let clock = ContinuousClock()
  private var next: ContinuousClock.Instant
  private var isShown = false

  init(_ console: Console, besideOutput: Bool, inputLength: Int?) {
    self.console = console
    isWanted = console.errorIsTerminal && !(besideOutput && console.outputIsTerminal)
    self.inputLength = inputLength
    next = clock.now + .seconds(1)
  }

  mutating func show(_ place: BatchPlace) {
    guard isWanted, clock.now >= next else { return }
    next = clock.now + .milliseconds(200)
    isShown = true
    console.writeError("\r" + Progress.text(place, of: inputLength) + "\u{1B}[K")
  }

  /// Takes the line away, before anything else is said.
  func erase() {
    if isShown { console.writeError("\r\u{1B}[K") }
  }

  /// `45 %, 120000 records`, or the bytes read where the end is not known.
  static func text(_ place: BatchPlace, of inputLength: Int?) -> String {
    let share =
      inputLength.flatMap { $0 > 0 ? "\(min(100, place.inputLength / max(1, $0 / 100))) %" : nil }
      ?? "\(place.inputLength >> 20) MiB"
    return "respmap: \(share), \(place.tally.records) records"
  }
}
