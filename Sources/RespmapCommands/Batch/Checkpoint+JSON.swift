internal import JSONText

extension Checkpoint {
  /// The checkpoint as its file holds it.
  var json: JSONValue {
    .object([
      JSONMember("version", .integer(1)),
      JSONMember("respmap", .string(recipe.version)),
      JSONMember("plan", .string(recipe.planHash)),
      JSONMember("context", .string(recipe.context)),
      JSONMember("inputLength", .integer(input.length)),
      JSONMember("inputXXH64", .string(String(input.digest, radix: 16))),
      JSONMember("outputLength", .integer(outputLength)),
      JSONMember("lines", .integer(tally.lines)),
      JSONMember("mapped", .integer(tally.mapped)),
      JSONMember("notMapped", .integer(tally.notMapped)),
      JSONMember("unreadable", .integer(tally.unreadable)),
    ])
  }

  /// - Returns: nil if the text is no checkpoint.
  init?(_ text: [UInt8]) {
    guard let json = try? JSONReader.read(text), json["version"]?.integer == 1,
      let version = json["respmap"]?.string, let plan = json["plan"]?.string,
      let context = json["context"]?.string, let inputLength = json.count("inputLength"),
      let digest = json["inputXXH64"]?.string.flatMap({ UInt64($0, radix: 16) }),
      let outputLength = json.count("outputLength"), let tally = Tally(json)
    else { return nil }
    self.init(
      recipe: BatchRecipe(version: version, planHash: plan, context: context),
      input: InputMark(length: inputLength, digest: digest), outputLength: outputLength,
      tally: tally)
  }
}

extension Tally {
  fileprivate init?(_ json: JSONValue) {
    guard let lines = json.count("lines"), let mapped = json.count("mapped"),
      let notMapped = json.count("notMapped"), let unreadable = json.count("unreadable")
    else { return nil }
    self.init(lines: lines, mapped: mapped, notMapped: notMapped, unreadable: unreadable)
  }
}

extension JSONValue {
  /// A member that counts something; of no file are there more than fit half of the bits.
  fileprivate func count(_ name: String) -> Int? {
    self[name]?.integer.flatMap { (0...(1 << 62)).contains($0) ? $0 : nil }
  }
}
