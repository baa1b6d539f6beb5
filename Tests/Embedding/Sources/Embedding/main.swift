import ResponseMapping

let source = """
  response json
  company.name              -> Company
  company.metrics.employees -> NumberOfEmployees
  """
let body = #"{"company": {"name": "Example Ltd", "metrics": {"employees": "about 40"}}}"#

do {
  let mapping = try Mapping(compiling: source)
  switch mapping.evaluate(Response(status: 200, body: body)) {
  case .mapped(let updates):
    print("write:", updates.values)
    for result in updates.results where result.code != nil {
      print("skip:", result.field, "-", result.message ?? "")
    }
  case .notMapped(let failure):
    print("nothing to write:", failure.message, failure.recovery)
  }
} catch {
  print(error)
}
