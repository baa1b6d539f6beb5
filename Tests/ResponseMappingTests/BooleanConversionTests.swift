import ResponseMapping
import Testing

@Suite struct BooleanConversionTests {
  @Test(arguments: truths)
  func `true and 1 are true, as texts in any case`(
    _ row: Conversion
  ) throws { try row.check() }

  @Test(arguments: falsehoods)
  func `false and 0 are false, as texts in any case`(
    _ row: Conversion
  ) throws { try row.check() }

  @Test(arguments: noBooleans)
  func `what is neither true nor false, 1 nor 0 does not fit a boolean field`(
    _ row: Conversion
  ) throws { try row.check() }
}

extension Conversion {
  /// All rows of this file.
  static let ofBooleans = truths + falsehoods + noBooleans
}

private let truths: [Conversion] =
  [
    "true", #""true""#, #""TRUE""#, #""True""#, #""tRuE""#, #""1""#, "1", "1.0", "1e0", "10e-1",
    #""\u0074rue""#, #""\u0031""#,
  ].map { Conversion("boolean", $0, .written(.boolean(true))) }

private let falsehoods: [Conversion] =
  [
    "false", #""false""#, #""FALSE""#, #""False""#, #""fALSe""#, #""0""#, "0", "0.0", "-0", "0e9",
    #""\u0066alse""#, #""\u0030""#,
  ].map { Conversion("boolean", $0, .written(.boolean(false))) }

private let noBooleans: [Conversion] = Conversion.mismatches(
  "boolean",
  [
    "2", "-1", "0.5", "1.1", "10", "1e1", "1e400", "1e-400", "1e999999999", #""yes""#, #""no""#,
    #""Y""#, #""on""#, #""off""#, #""t""#, #""f""#, #"" true""#, #""true ""#, #""true\n""#,
    #""2""#, #""01""#, #""00""#, #""+1""#, #""-1""#, #""-0""#, #""null""#, #""truе""#,
    #""ｔｒｕｅ""#, #""\u0014rue""#, #""falſe""#, #""truefalse""#, #""tru""#, #""Uncertain""#,
    #"" ""#,
  ])
