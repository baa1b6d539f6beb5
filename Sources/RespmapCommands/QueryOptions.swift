internal import ArgumentParser
internal import ResponseMapping

enum FormatOption: String, ExpressibleByArgument, CaseIterable {
  case json, xml

  var format: ResponseFormat {
    switch self {
    case .json: .json
    case .xml: .xml
    }
  }
}

/// `PREFIX=URI`; the prefix is an NCName (Namespaces in XML 1.0 §3), as far as its ASCII characters tell.
struct NamespaceOption: ExpressibleByArgument {
  let prefix: String
  let uri: String

  init?(argument: String) {
    guard let equals = argument.utf8.firstIndex(of: UInt8(ascii: "=")) else { return nil }
    prefix = String(argument[..<equals])
    uri = String(argument[argument.utf8.index(after: equals)...])
    guard !uri.isEmpty, let first = prefix.utf8.first, first.beginsName,
      prefix.utf8.allSatisfy(\.continuesName)
    else { return nil }
  }
}

extension UInt8 {
  fileprivate var beginsName: Bool {
    (0x61...0x7A).contains(self | 0x20) || self == UInt8(ascii: "_") || self >= 0x80
  }

  fileprivate var continuesName: Bool {
    beginsName || (0x30...0x39).contains(self) || self == UInt8(ascii: "-")
      || self == UInt8(ascii: ".")
  }
}
