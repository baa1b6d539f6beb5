import Diagnostics
import LeadFields
import MappingSyntax

extension Checker {
  /// `employees: integer -> Size` reads a member called `employees: integer`, since a key may hold
  /// colons and spaces; the type was probably meant for the field.
  mutating func checkTypeInKey(of path: PathSyntax) {
    guard case .key(_, let token, let name?)? = path.steps.last, token.kind == .key,
      let colon = name.lastIndex(of: ":")
    else { return }
    let word = name[name.index(after: colon)...].drop { $0 == " " || $0 == "\t" }
    guard let type = FieldType(rawValue: String(word)) ?? FieldType.synonyms[String(word)] else {
      return
    }
    report(.typeInKey(type), at: token.range)
  }
}
