import Diagnostics
import LeadFields
import MappingSyntax

extension Checker {
  /// `employees: integer -> Size` reads a member called `employees: integer`, since a key may hold
  /// colons and spaces; the type was probably meant for the field. Without a blank beside the colon
  /// it is a prefix, as in `og:url`.
  mutating func checkTypeInKey(of path: PathSyntax) {
    guard case .key(_, let token, let name?)? = path.steps.last, token.kind == .key,
      let colon = name.lastIndex(of: ":")
    else { return }
    let behind = name[name.index(after: colon)...]
    let word = behind.drop { $0 == " " || $0 == "\t" }
    guard word.count < behind.count || name[..<colon].last == " " else { return }
    guard let type = FieldType(rawValue: String(word)) ?? FieldType.synonyms[String(word)] else {
      return
    }
    report(.typeInKey(type), at: token.range)
  }
}
