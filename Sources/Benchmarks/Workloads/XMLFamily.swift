/// Generated answers in XML.
enum XMLFamily {
  /// A company and its contacts, indented, of about that many bytes.
  static func contacts(bytes: Int, seed: UInt64 = 1) -> XMLBodyWriter {
    var writer = XMLBodyWriter(bytesBetweenLookups: bytes / 1024)
    var numbers = SeededNumbers(seed: seed)
    writer.element("answer") { answer in
      answer.leaf("status", "ok")
      answer.element("company", id: 4711) {
        $0.leaf("name", "Example & Sons Ltd")
        $0.leaf("employees", String(numbers.next(below: 100_000)))
      }
      answer.element("contacts") { list in
        var count = 0
        while list.text.count < bytes - 80 {
          list.element("contact", position: count, id: 1000 + count) { contact(&$0, &numbers) }
          count += 1
        }
      }
      answer.leaf("total", String(numbers.next(below: 1000)))
    }
    return writer
  }

  private static func contact(_ body: inout XMLBodyWriter, _ numbers: inout SeededNumbers) {
    let vocabulary = Vocabulary.western
    body.leaf("name", numbers.one(of: vocabulary.names))
    body.leaf("email", "person.\(numbers.next(below: 10_000))@example.com", kind: "work")
    body.leaf("score", "\(numbers.next(below: 100)).\(numbers.next(below: 10))")
    body.element("address") {
      $0.leaf("street", "\(numbers.next(below: 200)) \(numbers.one(of: vocabulary.streets))")
      $0.leaf("city", numbers.one(of: vocabulary.cities))
    }
    body.leaf("note", vocabulary.sentence(of: 6, &numbers))
  }
}
