import TestSupport

extension SeededGenerator {
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(bound)) }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[below(elements.count)] }

  /// True once in that many times.
  mutating func once(in times: Int) -> Bool { below(times) == 0 }
}
