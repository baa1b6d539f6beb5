import ResponseMapping

let query = try ResponseQuery("$.offices[?@.staff > 10].city", format: .json)
let body = Array(#"{"offices": [{"city": "Bonn", "staff": 12}, {"city": "Ulm", "staff": 4}]}"#.utf8)
for node in try query.select(in: body) {
  print(node.path ?? "", node.text)
}
