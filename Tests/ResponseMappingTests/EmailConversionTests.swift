import ResponseMapping
import Testing

@Suite struct EmailConversionTests {
  @Test(arguments: emails)
  func `an email field takes ASCII with one at sign and text on both sides`(
    _ row: Conversion
  ) throws { try row.check() }
}

extension Conversion {
  /// All rows of this file.
  static let ofEmails = emails
}

private let emails: [Conversion] =
  [
    Conversion("email", #""a@b""#, .string("a@b")),
    Conversion("email", #""ada@mail.example""#, .string("ada@mail.example")),
    Conversion("email", #""first.last+tag@sub.example""#, .string("first.last+tag@sub.example")),
    Conversion("email", #""a\u0040b.example""#, .string("a@b.example")),
    Conversion("email", #""!#$%&'*/=?^_`{|}~-@b""#, .string("!#$%&'*/=?^_`{|}~-@b")),
    Conversion("email", #""ada@[192.0.2.1]""#, .string("ada@[192.0.2.1]")),
    Conversion("email", #""ADA@B.EXAMPLE""#, .string("ADA@B.EXAMPLE")),
    Conversion(
      "email", "\"\(repeated("a", 253))@b\"", .string(repeated("a", 253) + "@b")),
    Conversion("email", "\"\(repeated("a", 254))@b\"", .overlong),
  ]
  + Conversion.mismatches(
    "email",
    [
      #""ada""#, #""@""#, #""@b.example""#, #""ada@""#, #""a@b@c""#, #""a@@b""#, #""@a@b""#,
      #""zoë@b.example""#, #""ada@zürich.example""#, #""a\u00e9@b""#, #""😀@b""#, "42", "true",
      "false", "-1e5", #""null""#, #""a＠b""#, #"" ""#,
    ])
