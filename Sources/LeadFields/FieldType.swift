/// The data types of Marketo lead fields.
///
/// Source: the `dataType` values of Marketo's REST API and of its field-type documentation
/// (experienceleague.adobe.com, "Field types").
public enum FieldType: String, CaseIterable, Hashable, Sendable {
  case string, text, email, phone, url
  case integer, score, percent
  case float, currency
  case boolean
  case date, datetime
  case reference, formula

  /// How a value is brought into the type. Types of one conversion differ in Marketo's screens,
  /// not in what they hold.
  package enum Conversion: Hashable, Sendable, BitwiseCopyable {
    case text, email, integer, decimal, boolean, date, dateTime
  }

  /// The conversion, or nil for a type that nothing can write: Marketo computes it.
  package var conversion: Conversion? {
    switch self {
    case .string, .text, .phone, .url: .text
    case .email: .email
    case .integer, .score, .percent: .integer
    case .float, .currency: .decimal
    case .boolean: .boolean
    case .date: .date
    case .datetime: .dateTime
    case .reference, .formula: nil
    }
  }

  /// How long a text the field holds, where the type limits it.
  package var lengthLimit: LengthLimit? {
    switch self {
    case .string, .email, .phone, .url: LengthLimit(255, .unicodeScalars)
    case .text: LengthLimit(30_000, .utf8Bytes)
    case .integer, .score, .percent, .float, .currency, .boolean, .date, .datetime, .reference,
      .formula:
      nil
    }
  }

  /// The type that a common name of other systems stands for.
  package static let synonyms: [String: FieldType] = [
    "int": .integer, "number": .float, "decimal": .float, "double": .float, "money": .currency,
    "bool": .boolean, "textarea": .text, "str": .string, "varchar": .string, "timestamp": .datetime,
    "time": .datetime, "picklist": .string, "select": .string, "link": .url, "percentage": .percent,
  ]
}

/// The longest text a field holds.
package struct LengthLimit: Hashable, Sendable, BitwiseCopyable {
  package enum Unit: String, CaseIterable, Hashable, Sendable, BitwiseCopyable {
    case unicodeScalars = "scalars"
    case utf8Bytes = "bytes"
  }

  package let count: Int
  package let unit: Unit

  package init(_ count: Int, _ unit: Unit) {
    self.count = count
    self.unit = unit
  }
}
