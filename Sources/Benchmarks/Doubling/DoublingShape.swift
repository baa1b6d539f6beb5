/// A body of any length that is made of one thing, with a mapping to read it.
struct DoublingShape {
  let name: String
  let mapping: String
  let beginning: String
  /// Goes between beginning and end as often as there is space, with its number in place of `#`.
  let unit: String
  let end: String
  /// Whether the body cannot be read.
  var isMalformed = false

  static var all: [DoublingShape] { json + xml }

  /// A body of about that many bytes.
  func body(bytes: Int) -> [UInt8] {
    let parts = unit.split(separator: "#", omittingEmptySubsequences: false).map { Array($0.utf8) }
    var text = Array(beginning.utf8)
    text.reserveCapacity(bytes + 256)
    var number = 0
    while text.count < bytes - unit.utf8.count {
      text += parts[0]
      for part in parts.dropFirst() {
        text += String(number).utf8
        text += part
      }
      number += 1
    }
    return text + Array(end.utf8)
  }
}
