import Foundation
import LeadFields

/// The bytes of a file in `Catalogues`.
func export(_ name: String) throws -> [UInt8] {
  let folder = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Catalogues")
  return Array(try Data(contentsOf: folder.appending(path: name)))
}

func catalogue(_ name: String) throws -> LeadFieldCatalogue {
  try LeadFieldCatalogue(parsing: try export(name))
}

func catalogue(text: String) throws(CatalogueProblem) -> LeadFieldCatalogue {
  try LeadFieldCatalogue(parsing: Array(text.utf8))
}

/// A page of `describe.json` with these entries.
func page(_ entries: String...) -> String {
  #"{"requestId": "1#2", "success": true, "result": ["# + entries.joined(separator: ", ") + "]}"
}

/// An entry of `describe.json` for a custom field.
func entry(soap: String? = nil, rest: String? = nil, _ label: String, _ type: String = "string")
  -> String
{
  let soap = soap.map { #", "soap": {"name": "\#($0)", "readOnly": false}"# } ?? ""
  let rest = rest.map { #", "rest": {"name": "\#($0)", "readOnly": false}"# } ?? ""
  return #"{"id": 1, "displayName": "\#(label)", "dataType": "\#(type)"\#(rest)\#(soap)}"#
}

extension LeadFieldCatalogue {
  /// The field with that REST name.
  func field(_ restName: String) -> LeadField? { fields.first { $0.restName == restName } }
}
