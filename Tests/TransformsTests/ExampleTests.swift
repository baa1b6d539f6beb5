import MappingPlan
import Testing
import Transforms

@Suite struct ExampleTests {
  @Test(arguments: Transform.all)
  func `every example of a transform gives its result`(_ transform: Transform) throws {
    for example in transform.examples {
      let result = try transform.prepare(example.arguments)(example.input)
      let call = transform.call(of: example).text
      #expect(result == example.result, "\(String(describing: example.input)) |> \(call)")
    }
  }

  @Test(arguments: Transform.all)
  func `a transform has examples of what it takes and of what it does not`(
    _ transform: Transform
  ) {
    #expect(transform.examples.count >= 4)
    let takesValue = transform.examples.contains { $0.input != nil && $0.input != .null }
    let takesNone = transform.examples.contains { example in
      if case .mismatch = example.result { return true }
      return example.input == nil || example.input == .null
    }
    #expect(takesValue && takesNone)
  }

  @Test(arguments: Transform.all)
  func `the examples keep to the kinds of the signature`(_ transform: Transform) {
    for example in transform.examples {
      guard case .value(let result) = example.result, result != .null else { continue }
      #expect(transform.output.contains(result.kinds), "\(result)")
    }
  }

  @Test(arguments: Transform.all)
  func `null and missing pass through a transform that is not asked about them`(
    _ transform: Transform
  ) throws {
    let prepared = try transform.prepare(try #require(transform.examples.first).arguments)
    let passes = prepared(nil) == .missing && prepared(.null) == .value(.null)
    #expect(passes || transform.takesNothing)
  }

  @Test func `every transform of the language is there, by its name`() {
    let names = """
      trim lowercase uppercase replace prefix before after split extract digits
      number integer round floor ceiling abs add subtract multiply divide
      boolean not equals contains exists matches date datetime epoch epoch_ms format
      first last only nth join count unique sort lookup json
      """
    let words = names.split { $0 == " " || $0 == "\n" }.map(String.init)
    #expect(Transform.all.map(\.name) == words)
    for name in words { #expect(Transform.named(name)?.name == name) }
    #expect(Transform.named("Trim") == nil)
  }

  @Test(arguments: Transform.all)
  func `a summary is one sentence without a period`(_ transform: Transform) {
    #expect(transform.summary.first?.isUppercase == true)
    #expect(!transform.summary.hasSuffix("."))
    #expect((20...100).contains(transform.summary.count))
  }
}
