import CAllocationCount
import ResponseMapping
import Testing

/// What an evaluator takes: its memory once, and nothing for a response.
@Suite(.enabled(if: respmap_count_is_possible() != 0)) struct AllocationTests {
  private let mapping: Mapping
  private let bodies: [[UInt8]]
  private let head = ResponseHead(
    status: 200, headers: [ResponseHead.Header("Content-Type", "application/json")])

  init() throws {
    mapping = try Mapping(
      compiling: """
        response json
        company.name          -> Company
        company.employees     -> NumberOfEmployees
        company.revenue       -> Revenue : float
        company.isPublic      -> Is_Public : boolean
        company.founded       -> Founded : date
        updated               -> Updated : datetime
        people[2].email       -> Third_Email : email
        people[0].name        -> First_Name
        """)
    let person = #"{"name":"A\u0064a \"x\"","email":"ada@example.com","tags":["a",1.5,null,{}]}"#
    bodies = [1, 3, 40, 4_000].map { count in
      Array(
        #"{"company":{"name":"Exåmple","employees":40,"revenue":1.25e6,"isPublic":true,"#.utf8)
        + Array(#""founded":"2001-02-03"},"updated":"2026-01-02T03:04:05Z","people":["#.utf8)
        + Array(repeatElement(person, count: count).joined(separator: ",").utf8) + Array("]}".utf8)
    }
  }

  @Test func `a warm evaluator allocates nothing, whatever the length of the body`() {
    var evaluator = mapping.makeEvaluator()
    for body in bodies { _ = unsafe evaluator.fill(head, body: body.span.bytes) }
    var written = 0
    // Loops that in a debug build allocate nothing themselves.
    let count = bodies.count
    var number = 0
    respmap_count_begin()
    while number < count {
      let body = bodies[number]
      _ = unsafe evaluator.fill(head, body: body.span.bytes)
      var slot = 0
      while slot < evaluator.slotCount {
        if evaluator.slot(slot).value != nil { written += 1 }
        slot += 1
      }
      number += 1
    }
    respmap_count_end()
    #expect(respmap_count_allocations() == 0)
    #expect(written == 7 + 3 * 8)
  }

  @Test func `a new evaluator holds less than 128 KB beyond the body`() throws {
    let body = try #require(bodies.last)
    respmap_count_begin()
    var evaluator = mapping.makeEvaluator()
    _ = unsafe evaluator.fill(head, body: body.span.bytes)
    respmap_count_end()
    #expect(respmap_count_peak_bytes() < 128 << 10)
    #expect(evaluator.slotCount == 8)
  }
}
