internal import ArgumentParser
internal import JSONText
internal import ResponseMapping

struct RunCommand: ConsoleCommand {
  static let configuration = CommandConfiguration(
    commandName: "run",
    abstract: "Says what captured responses would write.",
    discussion: """
      A response is a capture of `curl -i` (.http), a file of one JSON object a line (status, \
      reason, headers, body or body_base64), or a HAR file. With --status each response is a raw \
      body instead.

      With --ndjson a file of one JSON object a line, or standard input, is evaluated however long it \
      is: one outcome a line comes out, in the same order, also for a line that is no response.

      Exit status: 0 mapped (perhaps with no field written), 1 errors in the mapping file, 2 wrong \
      usage, 3 a file cannot be read or is no response, 4 a response is not mapped.
      """)

  @Argument(help: "A mapping file.", completion: .mappings)
  var mapping: String

  @Argument(help: "Captured responses; - is standard input.", completion: .file())
  var responses: [String] = []

  @Option(
    help: ArgumentHelp(
      "How outcomes are printed: text, or json (ndjson is the same) with one object a line.",
      valueName: "format"))
  var format: RunFormat?

  @Flag(help: "Evaluate one file of JSON lines, however long, on all processors.")
  var ndjson = false

  @Option(
    name: .shortAndLong,
    help: ArgumentHelp(
      "With --ndjson: write to this file, as a whole or not at all; - is standard output.",
      valueName: "file"),
    completion: .file())
  var output = "-"

  @Flag(help: "With --ndjson and -o: go on where an interrupted run has stopped.")
  var resume = false

  @Option(help: "The responses are raw bodies that came with this status.")
  var status: Int?

  @Option(help: "With --status: the reason phrase.")
  var reason: String?

  @Option(help: "With --status: a header, `Name: value`; may be repeated.")
  var header: [String] = []

  @Option(help: "How the webhook was called: trigger, batch or timeout.")
  var context: ContextOption = .trigger

  func validate() throws {
    if status == nil, reason != nil || !header.isEmpty {
      throw ValidationError("--reason and --header describe a raw body: add --status")
    }
    if let status, !(100...999).contains(status) {
      throw ValidationError("--status takes a number of three digits, such as 200")
    }
    try validateBatch()
    if responses.isEmpty, context == .trigger, !ndjson {
      throw ValidationError("name at least one captured response, or - for standard input")
    }
    try Console.validate([mapping] + (ndjson ? [records] : responses))
    for text in header where HTTPCapture.header(text) == nil {
      throw ValidationError("--header takes `Name: value`, not `\(text)`")
    }
  }

  func run(_ console: Console) throws -> CommandStatus {
    guard let mapping = try console.mapping(from: mapping) else { return .findings }
    if ndjson { return try batch(mapping, console).run() }
    if responses.isEmpty {
      let unanswered = Response(
        ResponseHead(status: 0, context: context.context), body: [])
      let record = CapturedResponse(response: unanswered)
      return try report([.success(record)], Input(name: nil), mapping, console)
    }
    var worst = CommandStatus.ok
    for file in responses {
      worst = worst.graver(try run(mapping, on: file, console))
    }
    return worst
  }

  /// Where responses come from.
  private struct Input {
    let name: String?
    var contents: [UInt8] = []

    /// Prints what is wrong with the file; it costs a pass over it, so one serves all its records.
    var renderer: DiagnosticRenderer {
      DiagnosticRenderer(fileName: name ?? "-", text: contents)
    }
  }

  private func run(
    _ mapping: Mapping, on file: String, _ console: Console
  ) throws -> CommandStatus {
    let contents: [UInt8]
    do {
      contents = try console.contents(of: file)
    } catch {
      console.report(error)
      return .unreadable
    }
    let input = Input(name: file, contents: contents)
    do {
      return try report(try records(of: contents), input, mapping, console)
    } catch let problem as CaptureProblem {
      console.writeError(input.renderer.textWithoutSource(problem.diagnostic))
      return .unreadable
    }
  }

  private func records(of contents: [UInt8]) throws(CaptureProblem) -> CaptureRecords {
    guard let status else { return try CaptureReader.read(contents) }
    let head = ResponseHead(
      status: status, reasonPhrase: reason, headers: header.compactMap(HTTPCapture.header))
    return [.success(CapturedResponse(response: Response(head, body: contents)))]
  }

  private func report(
    _ records: CaptureRecords, _ input: Input, _ mapping: Mapping, _ console: Console
  ) throws -> CommandStatus {
    var status = CommandStatus.ok
    var evaluator = mapping.makeEvaluator()
    lazy var renderer = input.renderer
    for (index, record) in records.enumerated() {
      switch record {
      case .failure(let problem):
        console.writeError(renderer.textWithoutSource(problem.diagnostic))
        status = status.graver(.unreadable)
      case .success(var capture):
        capture.response.head.context = context.context
        let outcome = evaluator.evaluate(capture.response)
        if case .notMapped = outcome { status = status.graver(.notMapped) }
        let place = records.count == 1 ? "" : " (\(index + 1) of \(records.count))"
        let name = input.name.map { "\($0.asFileName)\(place): " } ?? ""
        try console.writeOutput(text(of: outcome, for: capture, name: name, in: input))
      }
    }
    return status
  }

  private func text(
    of outcome: Outcome, for capture: CapturedResponse, name: String, in input: Input
  ) -> String {
    let head = capture.response.head
    switch format ?? .text {
    case .text: return OutcomeText.text(outcome, name: name, head: head)
    case .json, .ndjson:
      // With one file each line is told by its place or id; with several it names its file.
      let file = responses.count > 1 ? input.name : nil
      var writer = JSONByteWriter()
      writer.outcome(outcome, head: head, id: capture.id, file: file)
      return String(decoding: writer.bytes, as: UTF8.self) + "\n"
    }
  }
}

enum ContextOption: String, ExpressibleByArgument, CaseIterable {
  case trigger, batch, timeout

  var context: CallContext {
    switch self {
    case .trigger: .trigger
    case .batch: .batch
    case .timeout: .timeout
    }
  }
}
