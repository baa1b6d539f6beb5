import Glibc

/// The name of a file as a URI reference (RFC 3986): relative to the working directory where the file lies
/// in it, so that a report means the same on another machine.
struct FileURI {
  let text: String

  init(of path: String, in workingDirectory: String? = FileURI.workingDirectory) {
    var path = path[...]
    if let folder = workingDirectory, path.hasPrefix(folder + "/") {
      path = path.dropFirst(folder.utf8.count + 1)
    }
    while path.hasPrefix("./") { path = path.dropFirst(2) }
    let encoded = path.utf8.reduce(into: "") { $0 += FileURI.encoded($1) }
    text = path.hasPrefix("/") ? "file://" + encoded : encoded
  }

  /// A colon is written with a percent sign, too: a first name with one would look like a scheme.
  private static func encoded(_ byte: UInt8) -> String {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "-"), UInt8(ascii: "."),
      UInt8(ascii: "_"), UInt8(ascii: "~"), UInt8(ascii: "/"):
      return String(Unicode.Scalar(byte))
    default:
      let digits = String(byte, radix: 16, uppercase: true)
      return "%" + (digits.count == 1 ? "0" : "") + digits
    }
  }

  private static var workingDirectory: String? {
    let path = File.resolved(".")
    return path.hasPrefix("/") ? path : nil
  }
}
