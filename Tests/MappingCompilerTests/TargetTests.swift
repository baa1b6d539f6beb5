import Diagnostics
import LeadFields
import MappingCompiler
import MappingPlan
import Testing
import TestSupport

@Suite struct TargetTests {
  @Test(arguments: StandardField.all)
  func `the SOAP and the REST name of a standard field give its type and length`(
    field: StandardField
  ) throws {
    for name in [field.restName, field.soapName].compactMap(\.self) {
      let compilation = compile("response json\na -> \"\(name)\"")
      let binding = try #require(compilation.plan?.bindings.first)
      #expect(binding.field == field.soapName ?? field.restName)
      #expect(binding.type == field.type)
      #expect(binding.lengthLimit == TargetTests.limit(of: field.type))
      let isLossy = field.type == .float || field.type == .currency
      let warnings: Set<DiagnosticCode> = Set(
        (isLossy ? [.lossyType] : []) + (field.soapName == nil ? [.noSOAPName] : [])
          + (LeadField(field).sideEffect == nil ? [] : [.sideEffects]))
      #expect(Set(compilation.diagnostics.map(\.code)) == warnings)
    }
  }

  @Test(arguments: FieldType.allCases)
  func `an annotation gives a custom field its type and length`(type: FieldType) {
    let compilation = compile("response json\na -> My_Field : \(type.rawValue)")
    switch type {
    case .reference, .formula:
      #expect(compilation.diagnostics.map(\.code) == [.notWritable])
      #expect(compilation.plan == nil)
    default:
      let isLossy = type == .float || type == .currency
      #expect(compilation.diagnostics.map(\.code) == (isLossy ? [.lossyType] : []))
      #expect(compilation.plan?.bindings.first?.type == type)
      #expect(compilation.plan?.bindings.first?.lengthLimit == TargetTests.limit(of: type))
    }
  }

  @Test func `a field that no list knows is a string`() {
    let bindings = compile("response json\na -> My_Field").plan?.bindings
    #expect(bindings?.map(\.type) == [.string])
    #expect(bindings?.map(\.field) == ["My_Field"])
  }

  @Test(arguments: [
    Finding("response json\na -> Phone\nb -> 1️⃣Phone1️⃣", .duplicateTarget),
    Finding("response json\na -> Phone\nb -> 1️⃣phone1️⃣", .duplicateTarget),
    Finding("response json\na -> phone\nb -> 1️⃣\"Phone\"1️⃣", .duplicateTarget),
    Finding("response json\na -> My_Field\nb -> 1️⃣\"My_Field\"1️⃣ : text", .duplicateTarget),
    Finding("response json\na -> My_Field : text\na -> 1️⃣My_Field1️⃣ : text", .duplicateTarget),
    Finding("response json\na -> My_Field\nb -> my_field"),
    Finding(
      "response json\na -> X\nb -> 1️⃣X1️⃣\nc -> Y\nd -> 2️⃣X2️⃣", .duplicateTarget,
      .duplicateTarget),
    Finding(
      "response json\na -> jigsawContactId\nb -> 1️⃣\"Marketo Jigsaw Contact Id\"1️⃣",
      .duplicateTarget),
    Finding("response json\na[1️⃣x1️⃣] -> X\nb -> 2️⃣X2️⃣", .invalidIndex, .duplicateTarget),
    Finding(
      "response json\na -> My 1️⃣One1️⃣\nb -> My 2️⃣Two2️⃣", .unexpectedText, .unexpectedText),
    Finding("response json\na -> dateOfBirth\nb -> 1️⃣DateofBirth1️⃣", .duplicateTarget),
  ])
  func `two mappings do not write one field, however it is spelled`(finding: Finding) {
    let compilation = expect(finding)
    let duplicates = compilation.diagnostics.filter { $0.code == .duplicateTarget }
    #expect(duplicates.allSatisfy { $0.related.count == 1 })
    let first = duplicates.first
    #expect(first.map { $0.related[0].range.lowerBound < $0.range.lowerBound } ?? true)
  }

  @Test func `the second of two targets is the place, the first is related`() {
    let marked = MarkedText("response json\na -> 1️⃣phone1️⃣ # x\nb -> 2️⃣Phone2️⃣")
    let found = compile(marked.text).diagnostics.first
    #expect(found?.range == marked.ranges[1])
    #expect(found?.related.map(\.range) == [marked.ranges[0]])
  }

  @Test(arguments: [
    ("integr", "integer"), ("Integer", "integer"), ("INTEGER", "integer"), ("int", "integer"),
    ("Int", "integer"), ("bool", "boolean"), ("Boolean", "boolean"), ("number", "float"),
    ("decimal", "float"), ("double", "float"), ("money", "currency"), ("timestamp", "datetime"),
    ("dateTime", "datetime"), ("str", "string"), ("strng", "string"), ("textarea", "text"),
    ("link", "url"), ("URL", "url"), ("percentage", "percent"), ("emial", "email"),
    ("phnoe", "phone"), ("curency", "currency"), ("varchar", "string"), ("picklist", "string"),
  ])
  func `an unknown type suggests the one that was meant`(name: String, meant: String) {
    let compilation = expect(
      Finding("response json\na -> X : 1️⃣\(name)1️⃣\nb -> Y", .unknownType))
    #expect(compilation.diagnostics.first?.help == "did you mean `\(meant)`?")
  }

  @Test(arguments: ["list", "object", "uuid", "json", "string(255)", "?"])
  func `a type unlike all others lists what there is`(name: String) throws {
    let compilation = expect(Finding("response json\na -> X : 1️⃣\(name)1️⃣", .unknownType))
    let found = try #require(compilation.diagnostics.first)
    #expect(found.help == nil)
    let listed = found.notes.joined()
    for type in FieldType.allCases where type.conversion != nil {
      #expect(listed.contains(type.rawValue))
    }
  }

  @Test(arguments: [
    Finding("response json\na -> 1️⃣X1️⃣ : reference", .notWritable),
    Finding("response json\na -> 1️⃣X1️⃣ : formula", .notWritable),
    Finding(
      "response json\na -> 1️⃣Company1️⃣ : formula", .notWritable),
    Finding("response json\na -> Title : 1️⃣integer1️⃣", .typeContradiction),
    Finding("response json\na -> LeadScore : 1️⃣string1️⃣", .typeContradiction),
    Finding("response json\na -> email : 1️⃣text1️⃣", .typeContradiction),
    Finding(
      "response json\na -> 1️⃣AnnualRevenue1️⃣ : 2️⃣integer2️⃣", .sideEffects, .typeContradiction),
    Finding("response json\na -> Title : string"),
    Finding("response json\na -> 1️⃣X1️⃣ : float", .lossyType),
    Finding("response json\na -> 1️⃣X1️⃣ : currency", .lossyType),
    Finding(
      "response json\na -> sf:1️⃣Name1️⃣ : text", .unknownType),
    Finding(
      "response json\na -> X : 1️⃣varchar1️⃣ 255", .unknownType),
    Finding(
      "response json\na -> X : 1️⃣:1️⃣ integer", .unexpectedText),
  ])
  func `a type fits its field and can be written`(finding: Finding) {
    expect(finding)
  }

  @Test func `the type of an annotation holds, though it contradicts the standard one`() {
    let bindings = compile("response json\na -> Company : integer").plan?.bindings
    #expect(bindings?.map(\.type) == [.integer])
    #expect(bindings?.map(\.lengthLimit) == [nil])
  }

  @Test(arguments: StandardField.all.filter { ![$0.restName, $0.soapName].contains($0.label) })
  func `the label of a standard field is not its name`(field: StandardField) {
    let compilation = expect(
      Finding("response json\na -> 1️⃣\"\(field.label)\"1️⃣", .labelAsField))
    let help = compilation.diagnostics.first?.help ?? ""
    #expect(help.contains("`\(field.soapName ?? field.restName)`"))
  }

  @Test(arguments: StandardField.all.filter { $0.soapName == nil })
  func `a standard field without a SOAP name on record is warned about`(field: StandardField) {
    let compilation = compile("response json\na -> \(field.restName)")
    #expect(compilation.diagnostics.contains { $0.code == .noSOAPName })
    #expect(compilation.plan?.bindings.map(\.field) == [field.restName])
  }

  @Test(arguments: [
    Finding("response json\n1️⃣employees: integer1️⃣ -> X", .typeInKey),
    Finding("response json\na.1️⃣employees : integer1️⃣ -> X", .typeInKey),
    Finding("response json\na.1️⃣when:\tdate1️⃣ -> X : date", .typeInKey),
    Finding("response json\n1️⃣size: int1️⃣ -> X", .typeInKey),
    Finding("response json\n'employees: integer' -> X"),
    Finding("response json\na: integer.b -> X"),
    Finding("response json\ncrm:ref-no -> X"),
    Finding("response json\ninteger -> X"),
    Finding("response json\na: list -> X"),
    Finding("response json\nog:url -> X"),
    Finding("response json\ndc:date -> X"),
  ])
  func `a type before the arrow is part of the key, and is warned about`(finding: Finding) {
    expect(finding)
  }

  private static func limit(of type: FieldType) -> LengthLimit? {
    switch type {
    case .string, .email, .phone, .url: LengthLimit(255, .unicodeScalars)
    case .text: LengthLimit(30_000, .utf8Bytes)
    default: nil
    }
  }
}
