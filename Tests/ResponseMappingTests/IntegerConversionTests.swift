import ResponseMapping
import Testing

@Suite struct IntegerConversionTests {
  @Test(arguments: integers)
  func `an integer field takes numbers whose value is whole, and their texts`(
    _ row: Conversion
  ) throws { try row.check() }

  @Test(arguments: integersBeyond32Bits)
  func `an integer beyond 32 bits is written exactly, with a warning`(
    _ row: Conversion
  ) throws { try row.check() }

  @Test(arguments: noIntegers)
  func `what is no whole number of 64 bits does not fit an integer field`(
    _ row: Conversion
  ) throws { try row.check() }
}

extension Conversion {
  /// All rows of this file.
  static let ofIntegers = integers + integersBeyond32Bits + noIntegers
}

private let smallIntegers: [(String, Int64)] = [
  ("0", 0), ("-0", 0), ("0.0", 0), ("-0.0", 0), ("0e5", 0), ("0e0", 0), ("0E-5", 0), ("1", 1),
  ("-1", -1), ("42", 42), ("42.0", 42), ("42.000", 42), ("4.2e1", 42), ("4.2E+1", 42),
  ("420e-1", 42), ("0.42e2", 42), ("42000e-3", 42), ("-4.2e1", -42), ("1e0", 1), ("1e00", 1),
  ("1e+0", 1), ("1e-0", 1), ("10e-1", 1), ("0.0000001e7", 1), ("1.5e1", 15),
  ("2147483647", 2_147_483_647),
  ("-2147483648", -2_147_483_648), ("1e9", 1_000_000_000), ("0e999999999", 0),
  ("0.0e-999999999", 0), ("0e99999999999999999999999999", 0), ("-0e-99999999999999999999", 0),
  ("1000000000000000000000e-21", 1), ("12.\(repeated("0", 400))", 12),
  ("1\(repeated("0", 400))e-400", 1), ("0.\(repeated("0", 399))1e400", 1),
  ("1e\(repeated("0", 400))1", 10),
]

private let integers: [Conversion] =
  smallIntegers.flatMap { (json: String, value: Int64) in
    ["integer", "score", "percent"].flatMap { type in
      [json, "\"\(json)\"", escaped(json)].map { Conversion(type, $0, .written(.integer(value))) }
    }
  }

private let largeIntegers: [(String, Int64)] = [
  ("2147483648", 2_147_483_648), ("-2147483649", -2_147_483_649), ("1e10", 10_000_000_000),
  ("9007199254740992", 9_007_199_254_740_992), ("9007199254740993", 9_007_199_254_740_993),
  ("-9007199254740993", -9_007_199_254_740_993), ("9007199254740993.0", 9_007_199_254_740_993),
  ("900719925474099.3e1", 9_007_199_254_740_993), ("9223372036854775807", Int64.max),
  ("9223372036854775807.0", Int64.max), ("922337203685477580.7e1", Int64.max),
  ("92233720368547758070e-1", Int64.max), ("-9223372036854775808", Int64.min),
  ("-9223372036854775808.00", Int64.min), ("-9.223372036854775808e18", Int64.min),
  ("1e18", 1_000_000_000_000_000_000), ("9e18", 9_000_000_000_000_000_000),
]

private let integersBeyond32Bits: [Conversion] =
  largeIntegers.flatMap { (json: String, value: Int64) in
    [json, "\"\(json)\""].map {
      Conversion("integer", $0, .written(.integer(value)), [.largeInteger])
    }
  }

private let noIntegers: [Conversion] =
  Conversion.mismatches(
    "integer",
    [
      "42.5", "0.1", "-0.5", "1e-1", "15e-1", "1e-999999999", "1e400", "1e999999999", "-1e400",
      "1e19", "9223372036854775808", "-9223372036854775809", "9223372036854775807.5",
      "9223372036854775808e0", "18446744073709551616", "36893488147419103232",
      "92233720368547758070", "100000000000000000000000000000", "1e18446744073709551616",
      "1e9223372036854775808", "1e-9223372036854775809", "1\(repeated("0", 400))",
      "12.\(repeated("0", 400))1", "true", "false",
      #""42.5""#, #""abc""#, #""+5""#, #"" 42 ""#, #"" 42""#, #""42 ""#, #""\t42""#, #""42\n""#,
      "\"\u{A0}42\"", #""042""#, #""00""#, #""-042""#, #""-""#, #""--5""#, #""-+5""#, #""5.""#,
      #"".5""#, #""1e""#, #""1e+""#, #""e5""#, #""1e5.0""#, #""1.0.0""#, #""0x10""#, #""0b1""#,
      #""1_000""#, #""1,000""#, #""1 000""#, #""٤٢""#, #""４２""#, #""$42""#, #""42%""#, #""NaN""#,
      #""nan""#, #""inf""#, #""Infinity""#, #""-Infinity""#, #""true""#, #""null""#,
      #""1e400""#, #""1e999999999""#, #""9223372036854775808""#, #""−5""#, #""5-""#, #""12abc""#,
      #""\ufeff42""#, #"" ""#, #""+""#, #""+ 5""#, #""+-5""#, #""4\u00002""#,
    ])
  + Conversion.mismatches("score", ["42.5", #""+5""#, #""-5.5""#, "true"])
  + Conversion.mismatches("percent", ["0.5", #""50%""#, "1e400", "false"])
