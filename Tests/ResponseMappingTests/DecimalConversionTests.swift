import ResponseMapping
import Testing

@Suite struct DecimalConversionTests {
  @Test(arguments: decimals)
  func `a float field takes numbers and their texts digit for digit`(
    _ row: Conversion
  ) throws { try row.check() }

  @Test(arguments: noDecimals)
  func `what is no number of JSON does not fit a float field`(
    _ row: Conversion
  ) throws { try row.check() }
}

extension Conversion {
  /// All rows of this file.
  static let ofDecimals = decimals + noDecimals
}

private let decimalTexts: [String] = [
  "0", "-0", "42", "42.0", "42.50", "-42.5", "0.1", "0.10", "4.2e1", "4.2E+1", "420e-1", "0e5",
  "1e400", "-1e400", "1e999999999", "1e-999999999", "9007199254740993", "9223372036854775808",
  "123456789012345678901234567890", "0.1234567890123456789012345678901234567890", "1e00005",
  "3.4028235e39", "4.9e-325",
]

private let decimals: [Conversion] =
  decimalTexts.flatMap { json in
    ["float", "currency"].flatMap { type in
      [json, "\"\(json)\"", escaped(json)].map { Conversion(type, $0, .written(.decimal(json))) }
    }
  }

private let noDecimals: [Conversion] =
  ["float", "currency"].flatMap { type in
    Conversion.mismatches(
      type,
      [
        "true", "false", #""abc""#, #""+5""#, #""+5.5""#, #"" 42 ""#, #""42.5 ""#, #""\n1""#,
        #""042""#, #""00.5""#, #"".5""#, #""5.""#, #""-.5""#, #""1e""#, #""1e5.5""#, #""0x1p3""#,
        #""NaN""#, #""nan""#, #""inf""#, #""-inf""#, #""Infinity""#, #""1,5""#, #""1.000,5""#,
        #""1,000.5""#, #""$400 Million""#, #""5€""#, #""1.5f""#, #""true""#, #""null""#, #""-""#,
        #""1.5\u0000""#, #""٤٫٢""#, #""1_0""#, #""1 0""#, #"" ""#,
      ])
  }
