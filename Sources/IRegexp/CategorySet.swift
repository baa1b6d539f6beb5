/// A set of Unicode's general categories, by their names of two letters.
struct CategorySet: OptionSet, Sendable {
  let rawValue: UInt32

  /// The categories of a name such as `Lu`, or of a whole group such as `L` (RFC 9485 §4,
  /// `IsCategory`); nil if the grammar has no such name. `Cs` has none: no scalar is a surrogate.
  init?(name: String) {
    var found: UInt32 = 0
    for (bit, category) in CategorySet.names.enumerated()
    where category == name || (name.utf8.count == 1 && category.hasPrefix(name)) {
      found |= 1 << UInt32(bit)
    }
    guard found != 0 else { return nil }
    rawValue = found
  }

  init(rawValue: UInt32) { self.rawValue = rawValue }

  /// All categories that are not in the set.
  var complement: CategorySet {
    CategorySet(rawValue: ~rawValue & ((1 << UInt32(CategorySet.names.count)) - 1))
  }

  func contains(categoryOf scalar: Unicode.Scalar) -> Bool {
    rawValue & (1 << CategorySet.bit(scalar.properties.generalCategory)) != 0
  }

  /// In the order of their bits.
  private static let names = [
    "Lu", "Ll", "Lt", "Lm", "Lo", "Mn", "Mc", "Me", "Nd", "Nl", "No", "Pc", "Pd", "Ps", "Pe", "Pi",
    "Pf", "Po", "Sm", "Sc", "Sk", "So", "Zs", "Zl", "Zp", "Cc", "Cf", "Co", "Cn",
  ]

  private static func bit(_ category: Unicode.GeneralCategory) -> UInt32 {
    switch category {
    case .uppercaseLetter: 0
    case .lowercaseLetter: 1
    case .titlecaseLetter: 2
    case .modifierLetter: 3
    case .otherLetter: 4
    case .nonspacingMark: 5
    case .spacingMark: 6
    case .enclosingMark: 7
    case .decimalNumber: 8
    case .letterNumber: 9
    case .otherNumber: 10
    case .connectorPunctuation: 11
    case .dashPunctuation: 12
    case .openPunctuation: 13
    case .closePunctuation: 14
    case .initialPunctuation: 15
    case .finalPunctuation: 16
    case .otherPunctuation: 17
    case .mathSymbol: 18
    case .currencySymbol: 19
    case .modifierSymbol: 20
    case .otherSymbol: 21
    case .spaceSeparator: 22
    case .lineSeparator: 23
    case .paragraphSeparator: 24
    case .control: 25
    case .format: 26
    case .privateUse: 27
    case .unassigned, .surrogate: 28
    @unknown default: 28
    }
  }
}
