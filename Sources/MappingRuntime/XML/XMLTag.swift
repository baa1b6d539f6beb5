internal import CXMLPush

/// The beginning of an element, as the parser gives it.
///
/// Safety: it points into the parser, and is good until the handler that has been given it returns.
@safe
struct XMLTag {
  private let tag: UnsafePointer<respmap_xml_tag>

  @unsafe
  init(_ tag: UnsafePointer<respmap_xml_tag>) { unsafe self.tag = tag }

  @unsafe var prefix: UnsafePointer<CChar>? { unsafe tag.pointee.prefix }
  @unsafe var name: UnsafePointer<CChar>? { unsafe tag.pointee.name }
  @unsafe var uri: UnsafePointer<CChar>? { unsafe tag.pointee.uri }
  /// Whether its attribute `xsi:nil` is true.
  var isNil: Bool { unsafe tag.pointee.is_nil != 0 }
  var declarationCount: Int { unsafe Int(tag.pointee.declaration_count) }
  /// Two pointers each: prefix and namespace.
  @unsafe var declarations: UnsafePointer<UnsafePointer<CChar>?>? {
    unsafe tag.pointee.declarations
  }
  var attributeCount: Int { unsafe Int(tag.pointee.attribute_count) }
  /// Five pointers each: name, prefix, namespace, and the value's beginning and end.
  @unsafe var attributes: UnsafePointer<UnsafePointer<CChar>?>? { unsafe tag.pointee.attributes }
}
