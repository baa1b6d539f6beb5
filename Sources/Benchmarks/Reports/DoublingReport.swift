/// What one shape took with 1, 2, 4, 8 and 16 MB.
struct DoublingReport: Encodable {
  let shape: String
  let nanoseconds: [Double]
  /// Why a body was not read, or was, against what its shape says.
  let problem: String?

  private enum CodingKeys: String, CodingKey { case shape, nanoseconds, ratios, problem }

  /// What each doubling takes over the one before.
  var ratios: [Double] { zip(nanoseconds.dropFirst(), nanoseconds).map { $0 / $1 } }
  var worst: Double { ratios.max() ?? 0 }
  var isLinear: Bool { problem == nil && worst <= Doubling.largestRatio }

  var text: String {
    let ratios = ratios.map { $0.rounded(places: 2).padded(6) }.joined()
    let verdict = problem.map { "FAILED: \($0)" } ?? (isLinear ? "linear" : "MORE THAN LINEAR")
    return "  " + shape.padded(42) + (nanoseconds.first?.duration ?? "").padded(10) + "a MB  ×"
      + ratios + verdict + "\n"
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(shape, forKey: .shape)
    try values.encode(nanoseconds, forKey: .nanoseconds)
    try values.encode(ratios, forKey: .ratios)
    try values.encodeIfPresent(problem, forKey: .problem)
  }
}
