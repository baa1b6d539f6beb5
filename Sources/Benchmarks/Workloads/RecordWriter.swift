/// Writes the parts of generated answers.
struct RecordWriter {
  let vocabulary: Vocabulary
  var numbers: SeededNumbers

  // MARK: - Around the records

  mutating func head(_ body: inout JSONBodyWriter) {
    body.object {
      $0.member("requestId") { $0.string("5b1d-\(numbers.next(below: 1_000_000))") }
      $0.member("status") { $0.string("ok") }
      $0.member("took") { $0.decimal(decimal(below: 100)) }
      $0.member("cached") { $0.boolean(false) }
      $0.member("next") { $0.null() }
    }
  }

  mutating func company(_ body: inout JSONBodyWriter) {
    body.object {
      $0.member("name") { $0.string("Example Ltd") }
      $0.member("domain") { $0.string("example.com") }
      $0.member("founded") { $0.integer(1900 + numbers.next(below: 120)) }
      $0.member("metrics") {
        $0.object {
          $0.member("employees") { $0.integer(numbers.next(below: 100_000)) }
          $0.member("revenue") { $0.decimal(decimal(below: 10_000_000)) }
          $0.member("isPublic") { $0.boolean(true) }
        }
      }
      $0.member("address") { address(&$0) }
    }
  }

  mutating func summary(_ body: inout JSONBodyWriter) {
    body.object {
      $0.member("total") { $0.integer(numbers.next(below: 1_000_000)) }
      $0.member("score") { $0.decimal(decimal(below: 100)) }
      $0.member("isComplete") { $0.boolean(true) }
    }
  }

  // MARK: - Records

  mutating func contact(_ index: Int, _ body: inout JSONBodyWriter) {
    body.object {
      $0.member("id") { $0.integer(1_000_000 + index) }
      $0.member("name") { $0.string(numbers.one(of: vocabulary.names)) }
      $0.member("email") { $0.string("person.\(index)@example.com") }
      $0.member("phone") { $0.string("+44 20 7946 0\(100 + numbers.next(below: 900))") }
      $0.member("score") { $0.decimal(decimal(below: 100)) }
      $0.member("isActive") { $0.boolean(numbers.next(below: 2) == 0) }
      $0.member("note") {
        if numbers.next(below: 3) == 0 {
          $0.null()
        } else {
          $0.string(vocabulary.sentence(of: 6, &numbers))
        }
      }
      $0.member("address") { address(&$0) }
      $0.member("tags") {
        $0.array(count: 3) { body, _ in body.string(numbers.one(of: vocabulary.words)) }
      }
      $0.member("updatedAt") { $0.string("2026-0\(1 + numbers.next(below: 9))-17T09:30:00Z") }
    }
  }

  /// Texts of some hundred bytes.
  mutating func article(_ index: Int, _ body: inout JSONBodyWriter) {
    body.object {
      $0.member("slug") { $0.string("article-\(index)") }
      $0.member("title") { $0.string(vocabulary.sentence(of: 8, &numbers)) }
      $0.member("text") {
        $0.string(vocabulary.sentence(of: 60 + numbers.next(below: 60), &numbers))
      }
      $0.member("author") { $0.string(numbers.one(of: vocabulary.names)) }
      $0.member("url") { $0.string("https://www.example.com/articles/2026/\(index)?lang=en") }
    }
  }

  /// Numbers of all lengths, in arrays of arrays.
  mutating func series(_ index: Int, _ body: inout JSONBodyWriter) {
    body.object {
      $0.member("id") { $0.integer(index) }
      $0.member("points") {
        $0.array(count: 8) { point, _ in
          point.array(count: 2) { $0.decimal(decimal(below: $1 == 0 ? 180 : 90)) }
        }
      }
      $0.member("counts") {
        $0.array(count: 16) { $0.integer(numbers.next(below: $1 % 4 == 0 ? 1_000_000_000 : 100)) }
      }
      $0.member("mean") { $0.decimal(decimal(below: 1000)) }
    }
  }

  /// Objects and arrays within each other.
  ///
  /// Recursive: the depth is a constant of this program.
  mutating func chain(_ index: Int, depth: Int, _ body: inout JSONBodyWriter) {
    body.object {
      $0.member("level") { $0.integer(depth) }
      $0.member("name") { $0.string(numbers.one(of: vocabulary.words)) }
      guard depth > 2 else { return }
      $0.member("next") {
        $0.array(count: 1) { body, _ in chain(index, depth: depth - 2, &body) }
      }
    }
  }

  // MARK: - Pieces

  private mutating func address(_ body: inout JSONBodyWriter) {
    body.object {
      $0.member("street") {
        $0.string("\(1 + numbers.next(below: 200)) \(numbers.one(of: vocabulary.streets))")
      }
      $0.member("city") { $0.string(numbers.one(of: vocabulary.cities)) }
      $0.member("zip") { $0.string(String(10_000 + numbers.next(below: 90_000))) }
      $0.member("geo") {
        $0.object {
          $0.member("lat") { $0.decimal(decimal(below: 90)) }
          $0.member("lon") { $0.decimal("-" + decimal(below: 180)) }
        }
      }
    }
  }

  private mutating func decimal(below limit: Int) -> String {
    "\(numbers.next(below: limit)).\(1000 + numbers.next(below: 9000))"
  }
}
