/// A figure to reach, and what was measured of it.
struct Target: Encodable {
  enum Verdict: String, Encodable { case met, missed, unknown = "not measured" }

  let name: String
  let isAtLeast: Bool
  let required: Double
  let measured: Double?
  var unit = "×"

  static func atLeast(_ required: Double, _ name: String, _ measured: Double?) -> Target {
    Target(name: name, isAtLeast: true, required: required, measured: measured)
  }

  static func atMost(
    _ required: Double, _ name: String, _ measured: Double?, unit: String = "×"
  ) -> Target {
    Target(name: name, isAtLeast: false, required: required, measured: measured, unit: unit)
  }

  var verdict: Verdict {
    guard let measured else { return .unknown }
    return (isAtLeast ? measured >= required : measured <= required) ? .met : .missed
  }

  private enum CodingKeys: String, CodingKey {
    case name, isAtLeast, required, measured, unit, verdict
  }

  func encode(to encoder: any Encoder) throws {
    var values = encoder.container(keyedBy: CodingKeys.self)
    try values.encode(name, forKey: .name)
    try values.encode(isAtLeast, forKey: .isAtLeast)
    try values.encode(required, forKey: .required)
    try values.encode(measured, forKey: .measured)
    try values.encode(unit, forKey: .unit)
    try values.encode(verdict, forKey: .verdict)
  }
}
