/// The number of a state, or ``none`` for a place that no path enters.
typealias ProgramState = Int32

extension ProgramState {
  static var root: ProgramState { 0 }
  static var none: ProgramState { -1 }
}
