internal import CXMLPush

/// What is wrong with a body, and where: the parser says where it noticed, a person looks for where the
/// piece of markup begins that is wrong.
struct XMLDiagnosis {
  private(set) var malformation: XMLMalformation
  /// In bytes of the body.
  private(set) var offset: Int

  init(_ outcome: respmap_xml_outcome, in text: XMLText) {
    offset = text.bodyOffset(ofTextByte: outcome.offset)
    if Int(outcome.reason) == RESPMAP_XML_DOCTYPE {
      malformation = .doctype(isHTML: outcome.is_html != 0)
    } else if outcome.is_truncated != 0 {
      malformation = .truncated(within: outcome.openElement)
    } else {
      malformation = XMLMalformation(
        parserCode: outcome.parser_code, open: outcome.openElement,
        isAtEnd: unsafe offset >= text.body.count)
    }
    locate(in: text)
  }

  private mutating func locate(in text: XMLText) {
    switch malformation {
    case .doctype: offset = XMLDiagnosis.doctype(before: offset, in: text) ?? offset
    case .mismatchedTags, .repeatedAttribute, .invalidNamespace, .undeclaredPrefix,
      .misplacedDeclaration:
      offset = text.lastOffset(of: "<", before: offset) ?? offset
    case .invalidReference, .undeclaredEntity:
      offset = text.lastOffset(of: "&", before: offset) ?? offset
    case .endOfSectionInText:
      let rest = unsafe offset..<max(offset, text.body.count)
      offset = text.firstOffset(of: "]]>", in: rest) ?? offset
    case .invalidCharacter:
      // Where it does not stand itself, a reference to it has been passed.
      if text.isForbidden(at: offset) { return }
      offset = text.lastOffset(of: "&", before: offset) ?? offset
    case .invalidName: locateInvalidName(in: text)
    case .textBeforeRoot where text.stands("{", at: offset) || text.stands("[", at: offset):
      malformation = .json
    default: break
    }
  }

  /// No name where one must be: behind an `&` or a `<` that is meant as a character, or in
  /// `<!doctype html>`, which is HTML's spelling and none of XML's.
  private mutating func locateInvalidName(in text: XMLText) {
    if let reference = text.offset(of: "&", rightBefore: offset) {
      malformation = .invalidReference
      offset = reference
    } else if let tag = text.lastOffset(of: "<", before: offset),
      text.stands("<!doctype html", at: tag, ignoringCase: true)
    {
      malformation = .doctype(isHTML: true)
      offset = tag
    } else if let character = text.offset(of: "<", rightBefore: offset) {
      malformation = .invalidMarkup
      offset = character
    }
  }

  /// The beginning of a document type declaration, in whose literals the same word may stand: there
  /// no comment or instruction ends between the two.
  private static func doctype(before offset: Int, in text: XMLText) -> Int? {
    guard var found = text.lastOffset(of: "<!DOCTYPE", before: offset) else { return nil }
    while let earlier = text.lastOffset(of: "<!DOCTYPE", before: found) {
      let between = earlier..<found
      let isElsewhere =
        text.firstOffset(of: "-->", in: between) != nil
        || text.firstOffset(of: "?>", in: between) != nil
      if isElsewhere { return found }
      found = earlier
    }
    return found
  }
}

extension respmap_xml_outcome {
  fileprivate var openElement: String? {
    var name = open_element
    let text = unsafe withUnsafeBytes(of: &name) { bytes in
      unsafe String(decoding: bytes.prefix { $0 != 0 }, as: UTF8.self)
    }
    return text.isEmpty ? nil : text
  }
}
