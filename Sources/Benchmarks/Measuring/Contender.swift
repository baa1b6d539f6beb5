/// Something that reads a workload's body, with the means to show that it did.
struct Contender {
  enum Name: String, Encodable, CaseIterable {
    case fill = "respmap, Evaluator.fill"
    case fillByXPath = "respmap, Evaluator.fill, XPath notation"
    case evaluate = "respmap, Mapping.evaluate"
    case memcpy = "memcpy"
    case onDemand = "simdjson On-Demand"
    case simdjsonTree = "simdjson DOM + look-ups"
    case simdjsonTrie = "simdjson DOM + trie"
    case decoder = "JSONDecoder, typed"
    case serialization = "JSONSerialization + look-ups"
    case jq = "jq"
    case events = "libxml2 SAX2, empty handlers"
    case xmlTree = "libxml2 tree + compiled XPath"
    case lxml = "lxml + compiled XPath"
    case xmllint = "xmllint --xpath"
  }

  let name: Name
  /// Whether it looks the fields up; what does not is there as the least that can be paid.
  var looksUp = true
  /// Runs once; the result is the number of values that were found.
  let run: () -> Int
  /// The bytes of the texts that the last run found, unescaped; nil if it does not tell.
  var textBytes: (() -> Int)?
}
