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

      Exit status: 0 mapped (perhaps with no field written), 1 errors in the mapping file, 2 wrong \
      usage, 3 a file cannot be read or is no response, 4 a response is not mapped.
      """)

  @Argument(help: "A mapping file.")
  var mapping: String

  @Argument(help: "Captured responses; - is standard input.")
  var responses: [String] = []

  @Option(help: "How outcomes are printed: text, or json with one object a line.")
  var format: OutputFormat = .text

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
    if responses.isEmpty, context == .trigger {
      throw ValidationError("name at least one captured response, or - for standard input")
    }
    if ([mapping] + responses).count(where: { $0 == "-" }) > 1 {
      throw ValidationError("standard input (-) can be read once only")
    }
    for text in header where HTTPCapture.header(text) == nil {
      throw ValidationError("--header takes `Name: value`, not `\(text)`")
    }
  }

  func run(_ console: Console) throws -> CommandStatus {
    guard let mapping = try console.mapping(from: mapping) else { return .findings }
    if responses.isEmpty {
      let unanswered = Response(
        ResponseHead(status: 0, context: context.context), body: [])
      return try report([CapturedResponse(response: unanswered)], of: nil, mapping, console)
    }
    var worst = CommandStatus.ok
    for file in responses {
      worst = worst.graver(try run(mapping, on: file, console))
    }
    return worst
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
    do {
      return try report(try captures(contents), of: file, mapping, console)
    } catch let problem as CaptureProblem {
      let renderer = DiagnosticRenderer(fileName: file, text: contents)
      console.writeError(renderer.textWithoutSource(problem.diagnostic))
      return .unreadable
    }
  }

  private func captures(_ contents: [UInt8]) throws(CaptureProblem) -> [CapturedResponse] {
    guard let status else { return try CaptureReader.read(contents) }
    let head = ResponseHead(
      status: status, reasonPhrase: reason, headers: header.compactMap(HTTPCapture.header))
    return [CapturedResponse(response: Response(head, body: contents))]
  }

  private func report(
    _ captures: [CapturedResponse], of file: String?, _ mapping: Mapping, _ console: Console
  ) throws -> CommandStatus {
    var status = CommandStatus.ok
    for (index, capture) in captures.enumerated() {
      var response = capture.response
      response.head.context = context.context
      let outcome = mapping.evaluate(response)
      if case .notMapped = outcome { status = .notMapped }
      switch format {
      case .json:
        let json = OutcomeJSON.object(outcome, head: response.head, id: capture.id)
        try console.writeOutput(json.text + "\n")
      case .text:
        let count = captures.count == 1 ? "" : " (\(index + 1) of \(captures.count))"
        let name = file.map { "\($0)\(count): " } ?? ""
        try console.writeOutput(OutcomeText.text(outcome, name: name, head: response.head))
      }
    }
    return status
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
