internal import Diagnostics

extension XMLMalformation {
  var message: String {
    switch self {
    case .doctype(isHTML: true): "it is a page of HTML, by its `<!DOCTYPE html>`"
    case .doctype(isHTML: false):
      "it has a document type declaration, which is refused for what entities can do"
    case .truncated(let element?):
      "it is cut short: the element `\(element.printable)` does not end"
    case .truncated(nil): "it is cut short"
    case .noElement: "it has no element"
    case .textBeforeRoot: "something stands before the first element"
    case .json: "it begins like JSON; ask the service for XML, or write `response json`"
    case .contentBehindRoot: "something follows the end of the root element"
    case .mismatchedTags(let open?):
      "this is not the end tag of the open element `\(open.printable)`"
    case .mismatchedTags(nil): "this end tag belongs to no element"
    case .unfinishedTag: "a tag is not finished with `>`"
    case .invalidReference: "an `&` begins no reference; in a text it is written `&amp;`"
    case .undeclaredEntity:
      "an entity is not declared; without a document type there are `amp`, `lt`, `gt`, `apos`, `quot`"
    case .invalidCharacter: "a character stands here that XML does not allow"
    case .invalidAttribute: "an attribute has no value in quotes, or a `<` in it"
    case .repeatedAttribute: "an attribute is given more than once"
    case .missingSpace: "a space was expected"
    case .invalidName: "a name was expected"
    case .invalidComment: "a comment is not finished with `-->`, or has `--` in it"
    case .invalidInstruction: "a processing instruction has no name, or is not finished with `?>`"
    case .invalidMarkup:
      "a `<` begins no tag, comment or CDATA section; in a text it is written `&lt;`"
    case .endOfSectionInText: "the text has `]]>` in it, which is written `]]&gt;`"
    case .invalidDeclaration: "the XML declaration is not as it must be"
    case .misplacedDeclaration: "an XML declaration stands at the very beginning or nowhere"
    case .invalidNamespace: "a name or declaration breaks the rules of XML namespaces"
    case .undeclaredPrefix: "a prefix is not declared"
    case .noMemory: "there is no memory to read it"
    }
  }
}
