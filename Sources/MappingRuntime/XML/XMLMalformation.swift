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
}
