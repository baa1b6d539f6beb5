import LeadFields
import Testing

@Suite struct FieldTypeTests {
  @Test func `the types are those of the language, in its order`() {
    #expect(
      FieldType.allCases.map(\.rawValue) == [
        "string", "text", "email", "phone", "url", "integer", "score", "percent", "float",
        "currency", "boolean", "date", "datetime", "reference", "formula",
      ])
  }

  @Test(arguments: [
    (FieldType.string, FieldType.Conversion.text), (.text, .text), (.phone, .text), (.url, .text),
    (.email, .email), (.integer, .integer), (.score, .integer), (.percent, .integer),
    (.float, .decimal), (.currency, .decimal), (.boolean, .boolean), (.date, .date),
    (.datetime, .dateTime),
  ])
  func `a type says how values are brought into it`(
    type: FieldType, conversion: FieldType.Conversion
  ) {
    #expect(type.conversion == conversion)
  }

  @Test(arguments: [FieldType.reference, .formula])
  func `nothing is brought into what Marketo computes`(type: FieldType) {
    #expect(type.conversion == nil)
    #expect(type.lengthLimit == nil)
  }

  @Test func `texts are limited in scalars, long texts in bytes, other values not at all`() {
    for type in FieldType.allCases {
      switch type {
      case .string, .email, .phone, .url:
        #expect(type.lengthLimit == LengthLimit(255, .unicodeScalars))
      case .text: #expect(type.lengthLimit == LengthLimit(30_000, .utf8Bytes))
      default: #expect(type.lengthLimit == nil)
      }
    }
  }

  @Test func `a synonym is no type itself, is in small letters, and stands for one to be written`()
  {
    for (name, type) in FieldType.synonyms {
      #expect(FieldType(rawValue: name) == nil)
      #expect(name == name.lowercased())
      #expect(type.conversion != nil)
    }
  }
}
