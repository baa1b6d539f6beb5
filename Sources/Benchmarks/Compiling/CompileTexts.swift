/// Mapping files as they could be written, of any length.
enum CompileTexts {
  static func file(mappings: Int, number: Int = 0) -> [UInt8] {
    var text = "# File \(number)\nresponse json\non 404 skip\nreject when $.status == \"error\"\n\n"
    for index in 0..<mappings { text += mapping(index) + "\n" }
    return Array(text.utf8)
  }

  /// The kinds of mappings take turns.
  private static func mapping(_ index: Int) -> String {
    switch index % 10 {
    case 0: "company.metrics.employees\(index)  -> Employees_\(index) : integer"
    case 1: "company.phone\(index) ?? company.site.phone  -> Phone_\(index) : phone required"
    case 2: "person\(index).email |> trim |> lowercase  -> Email_\(index) : email"
    case 3: "$.tags\(index)[*] |> join(\";\")  -> Tags_\(index) : text on overlong truncate"
    case 4: "orders[\(index)].lines[0].price  -> Price_\(index)  # as the shop has it"
    case 5: "$.parts[?@.type == \"kind \(index)\"].name |> first  -> Part_\(index)"
    case 6: "\"{company.city}, {company.country\(index)}\"  -> Location_\(index)"
    case 7: "status\(index) |> lookup(\"Y\": true, \"N\": false)  -> Is_\(index) : boolean"
    case 8: "'odd.key \(index)'.name ?? \"none\"  -> Odd_\(index) on missing fail"
    default: "created\(index)\n    |> epoch\n    -> Created_\(index) : datetime when blank"
    }
  }
}
