import ResponseMapping

let mapping = try Mapping(
  compiling: """
    response json
    company.name              -> Company
    company.metrics.employees -> NumberOfEmployees
    """)
var evaluator = mapping.makeEvaluator()
for (name, employees) in [("Example Ltd", "40"), ("Pellworm GmbH", "none")] {
  let company = #"{"name": "\#(name)", "metrics": {"employees": \#(employees)}}"#
  let body = Array(#"{"company": \#(company)}"#.utf8)
  let head = ResponseHead(status: 200)
  if let failure = evaluator.fill(head, body: body.span.bytes) {
    print(failure.code, failure.recovery.name)
    continue
  }
  for index in 0..<evaluator.slotCount {
    switch evaluator.slot(index).value {
    case .text(let text): print(evaluator.string(text, body: body.span.bytes))
    case .integer(let number): print(number)
    default: print("nothing")
    }
  }
}
