package import Diagnostics
internal import ResponseMapping

/// What respmap says of an example of an explanation: it is run, not quoted.
package struct ExampleRun {
  /// The codes that are given.
  package private(set) var codes: Set<DiagnosticCode> = []
  /// What is printed.
  package private(set) var output = ""

  package init(_ example: Explanation.Example) {
    switch example {
    case .mapping(let text, let catalogue):
      compile(Array(text.utf8), catalogue)
    case .bytes(let bytes): compile(bytes, nil)
    case .plan(let text): load(text)
    case .response(let answer, let mapping): evaluate(answer, with: mapping)
    case .capture(let text): read(Array(text.utf8))
    }
  }

  private mutating func say(_ diagnostics: [Diagnostic], in source: [UInt8], of file: String) {
    let renderer = DiagnosticRenderer(fileName: file, text: source)
    codes.formUnion(diagnostics.map(\.code))
    output += diagnostics.map(renderer.text).joined(separator: "\n")
  }

  private mutating func compile(_ source: [UInt8], _ catalogue: Explanation.Example.Catalogue?) {
    let file = "example.respmap"
    do {
      let mapping = try Mapping(compiling: source) { path throws(CatalogueProblem) in
        guard let catalogue, path == catalogue.path else { return nil }
        return try LeadFieldCatalogue(parsing: Array(catalogue.export.utf8))
      }
      say(mapping.warnings, in: source, of: file)
    } catch {
      say(error.diagnostics, in: source, of: file)
    }
  }

  private mutating func load(_ plan: String) {
    let source = Array(plan.utf8)
    do {
      _ = try Mapping(plan: source)
    } catch {
      say(error.diagnostics, in: source, of: "example.plan")
    }
  }

  private mutating func evaluate(_ answer: Explanation.Example.Answer, with text: String) {
    let source = Array(text.utf8)
    var limits = Limits()
    if let depth = answer.depthLimit { limits.depth = depth }
    do {
      let mapping = try Mapping(compiling: source, limits: limits)
      let head = ResponseHead(
        status: answer.status, headers: answer.headers.compactMap(HTTPCapture.header),
        context: answer.isTimeout ? .timeout : .trigger)
      let outcome = mapping.evaluate(Response(head, body: answer.body))
      codes.formUnion(outcome.codes)
      output += OutcomeText.text(outcome, name: "", head: head)
    } catch {
      say(error.diagnostics, in: source, of: "example.respmap")
    }
  }

  private mutating func read(_ file: [UInt8]) {
    do {
      for case .failure(let problem) in try CaptureReader.read(file) { say(problem, in: file) }
    } catch {
      say(error, in: file)
    }
  }

  private mutating func say(_ problem: CaptureProblem, in file: [UInt8]) {
    let diagnostic = problem.diagnostic
    codes.insert(diagnostic.code)
    output += DiagnosticRenderer(fileName: "example.http", text: file)
      .textWithoutSource(diagnostic)
  }
}

extension Outcome {
  /// The codes of the failure, of the results and of the warnings.
  fileprivate var codes: [DiagnosticCode] {
    switch self {
    case .mapped(let updates): updates.results.compactMap(\.code) + updates.warnings.map(\.code)
    case .notMapped(let failure):
      [DiagnosticCode(rawValue: failure.code)].compactMap(\.self)
        + failure.results.compactMap(\.code) + failure.warnings.map(\.code)
    }
  }
}
