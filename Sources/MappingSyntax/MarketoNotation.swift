/// How keys are written in Marketo's path notation, extended by quoted keys.
package enum MarketoNotation {
  /// Letters (with their marks), digits, `-`, `_`, `:` and inner white space make a bare key.
  ///
  /// Source: Adobe's documentation of response mappings; which letters it means is left open there.
  ///
  /// Grammar: keyCharacter.
  static func isKeyScalar(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "-", "_", ":", " ", "\t", "0"..."9", "a"..."z", "A"..."Z": true
    default:
      switch scalar.properties.generalCategory {
      case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter,
        .nonspacingMark, .spacingMark, .decimalNumber:
        true
      default: false
      }
    }
  }

  /// What a source that is wholly this text gives, if it is a literal: a JSON number, `true` or
  /// `false`. (`null` is a key.)
  static func literal(_ text: ArraySlice<UInt8>) -> LiteralSyntax.Value? {
    guard let first = text.first else { return nil }
    switch first {
    case UInt8(ascii: "t"): return text.elementsEqual("true".utf8) ? .boolean(true) : nil
    case UInt8(ascii: "f"): return text.elementsEqual("false".utf8) ? .boolean(false) : nil
    case UInt8(ascii: "-"), UInt8(ascii: "0")...UInt8(ascii: "9"):
      return isJSONNumber(text) ? .number(String(decoding: text, as: UTF8.self)) : nil
    default: return nil
    }
  }

  /// number = [ "-" ] int [ frac ] [ exp ]     (RFC 8259 §6)
  ///
  /// Grammar: int, frac, exp.
  private static func isJSONNumber(_ text: ArraySlice<UInt8>) -> Bool {
    var rest = text
    func take(_ characters: StaticString) -> Bool {
      guard let first = rest.first, characters.description.utf8.contains(first) else {
        return false
      }
      rest.removeFirst()
      return true
    }
    func digits() -> Bool {
      let count = rest.prefix(while: \.isDigit).count
      rest.removeFirst(count)
      return count > 0
    }
    _ = take("-")
    if !take("0"), !digits() { return false }
    if take("."), !digits() { return false }
    if take("eE") {
      _ = take("+-")
      if !digits() { return false }
    }
    return rest.isEmpty
  }

  /// The key as a path holds it: bare where it can be, else in single quotes.
  package static func spelling(ofKey key: String) -> String {
    let isBare =
      !key.isEmpty && key.unicodeScalars.allSatisfy(isKeyScalar)
      && literal(Array(key.utf8)[...]) == nil
      && key.first?.isWhitespace == false && key.last?.isWhitespace == false
    return isBare ? key : quoted(key)
  }

  /// The key in single quotes, with the escapes of RFC 9535 §2.3.1.1.
  static func quoted(_ key: String) -> String {
    var quoted = "'"
    for scalar in key.unicodeScalars {
      switch scalar {
      case "'", "\\": quoted += "\\" + String(scalar)
      case "\n": quoted += "\\n"
      case "\r": quoted += "\\r"
      case "\t": quoted += "\\t"
      case "\u{0}"..<"\u{20}":
        quoted += "\\u00" + (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
      default: quoted.unicodeScalars.append(scalar)
      }
    }
    return quoted + "'"
  }
}
