import ResponseMapping

/// Queries that go through a whole body, beside jq and Python.
struct QueryBenchmark {
  let path: String
  /// A filter of jq that counts the same.
  let filter: String

  static let all = [
    QueryBenchmark(
      path: "$..city", filter: "[.. | objects | select(has(\"city\")) | .city] | length"),
    QueryBenchmark(
      path: "$..[?@.lat > 45].lon",
      filter: """
        [.. | objects, arrays | .[] | objects | select((.lat | type) == "number" and .lat > 45)
        | .lon] | length
        """),
  ]

  func run(on body: [UInt8]) throws -> QueryReport {
    let query = try ResponseQuery(path, format: .json)
    var problem: String?
    let contender = Contender(name: .fill) {
      do throws(BodyFailure) {
        return try query.select(in: body).count
      } catch {
        problem = error.message
        return -1
      }
    }
    let own = Harness().measure([contender])[0]
    let jq = JqRival(filter: filter).measure(body)
    let python = PythonRival.jsonpath(path).measure(body)
    let counts = Set([own.found, jq?.found, python?.found].compactMap { $0 })
    return QueryReport(
      path: path, bytes: body.count, found: own.found ?? -1, respmap: own.minimum,
      jq: jq?.minimum, python: python?.minimum, agrees: counts.count == 1, problem: problem)
  }
}
