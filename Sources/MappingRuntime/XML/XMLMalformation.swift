/// How a body breaks the rules of XML 1.0 and Namespaces in XML 1.0, or of what is read of them here.
package enum XMLMalformation: Hashable, Sendable {
  case doctype(isHTML: Bool)
  /// The body ends within that element; nil if it is outside of any.
  case truncated(within: String?)
  case noElement
  case textBeforeRoot
  /// It begins as JSON does.
  case json
  case contentBehindRoot
  /// An end tag that is not that of the open element.
  case mismatchedTags(open: String?)
  case unfinishedTag
  /// An `&` that begins no reference.
  case invalidReference
  case undeclaredEntity
  case invalidCharacter
  case invalidAttribute
  case repeatedAttribute
  case missingSpace
  case invalidName
  case invalidComment
  case invalidInstruction
  /// A `<` that begins nothing of XML.
  case invalidMarkup
  case endOfSectionInText
  case invalidDeclaration
  case misplacedDeclaration
  case invalidNamespace
  case undeclaredPrefix
  case noMemory
  /// Another rule, by libxml2's number for it.
  case other(Int32)

  /// - Parameters:
  ///   - parserCode: a number of libxml2's `xmlParserErrors`, which are stable.
  ///   - open: the innermost element that is open at the place.
  ///   - isAtEnd: whether the place is the end of the body.
  init(parserCode: Int32, open: String?, isAtEnd: Bool) {
    switch parserCode {
    case 1: self = .invalidMarkup
    case 2: self = .noMemory
    case 4: self = .textBeforeRoot
    case -1, 5: self = isAtEnd ? .noElement : .contentBehindRoot
    case 6, 7, 22, 23: self = .invalidReference
    case 8, 9, 10: self = .invalidCharacter
    case 26, 27: self = .undeclaredEntity
    case 38, 39, 40, 41: self = .invalidAttribute
    case 42, 203: self = .repeatedAttribute
    case 45, 80: self = .invalidComment
    case 46, 47: self = .invalidInstruction
    case 33, 34, 56, 57, 78, 96, 101, 108: self = .invalidDeclaration
    case 62: self = .endOfSectionInText
    case 64: self = .misplacedDeclaration
    case 65: self = .missingSpace
    case 68: self = .invalidName
    case 73, 75: self = .unfinishedTag
    case 76, 77: self = .mismatchedTags(open: open)
    case 35, 200, 202, 204, 205: self = .invalidNamespace
    case 201: self = .undeclaredPrefix
    default: self = .other(parserCode)
    }
  }
}
