import Foundation
import RespmapCommands
import ResponseMapping
import Testing

/// A folder with a mapping and records, where batches run that are interrupted.
private struct Workplace {
  let mapping: ScratchFile
  let records: ScratchFile
  let folder: URL

  var output: URL { folder.appending(path: "out.ndjson") }
  var partial: URL { folder.appending(path: "out.ndjson.partial") }
  var checkpoint: URL { folder.appending(path: "out.ndjson.resume") }
  /// What stands in the folder beside the records.
  var files: [String] {
    ((try? FileManager.default.contentsOfDirectory(atPath: folder.path)) ?? []).sorted()
      .filter { $0 != "in.ndjson" }
  }

  init(records text: String) throws {
    mapping = try ScratchFile("m.respmap", "response json\nid -> ExternalId : integer\n")
    records = try ScratchFile("in.ndjson", text)
    folder = URL(filePath: records.path).deletingLastPathComponent()
  }

  /// Every hundredth record is none.
  static func records(_ count: Int) -> String {
    (0..<count).map { number in
      number.isMultiple(of: 100)
        ? "nonsense\n" : #"{"id":\#(number),"status":200,"body":"{\"id\":\#(number)}"}"# + "\n"
    }.joined()
  }

  func run(_ more: String...) -> CommandResult {
    respmap(["run", mapping.path, "--ndjson", records.path, "-o", output.path] + more)
  }

  /// What the batch comes to where nothing interrupts it.
  var whole: CommandResult { respmap("run", mapping.path, "--ndjson", records.path) }

  /// Leaves what a run leaves that has got so far and is killed then.
  func interrupt(afterBytes inputLength: Int) throws {
    let input = try Data(contentsOf: URL(filePath: records.path)).prefix(inputLength)
    let lines = input.split(separator: 0x0A, omittingEmptySubsequences: false).count - 1
    let done = respmap(["run", mapping.path, "--ndjson"], input: [UInt8](input))
    var hash = XXHash64()
    hash.update([UInt8](input).span)
    let unreadable = done.output.split(separator: "\n").count { $0.contains("unreadable") }
    let plan = try Mapping(compiling: [UInt8](Data(contentsOf: URL(filePath: mapping.path))))
    try (done.output + "{\"version\":1,\"torn").write(
      to: partial, atomically: false, encoding: .utf8)
    try """
    {"version":1,"respmap":"0.1.0","plan":"\(plan.planHash)","context":"trigger",\
    "inputLength":\(input.count),"inputXXH64":"\(String(hash.digest, radix: 16))",\
    "outputLength":\(done.output.utf8.count),"lines":\(lines),\
    "mapped":\(lines - unreadable),"notMapped":0,"unreadable":\(unreadable)}

    """.write(to: checkpoint, atomically: false, encoding: .utf8)
  }

  func text(_ file: URL) throws -> String { try String(contentsOf: file, encoding: .utf8) }
}

@Suite struct `A batch into a file` {
  private let place: Workplace

  init() throws { place = try Workplace(records: Workplace.records(500)) }

  /// Where the 123rd record begins.
  private func interrupt() throws {
    let length = Workplace.records(123).utf8.count
    try place.interrupt(afterBytes: length)
  }

  @Test(arguments: [[], ["--resume"]])
  func `writes it as a whole and leaves nothing beside it`(_ options: [String]) throws {
    let result = respmap(
      ["run", place.mapping.path, "--ndjson", place.records.path, "-o", place.output.path] + options
    )
    #expect(try place.text(place.output) == place.whole.output)
    #expect(result.output == "")
    #expect(result.errors == "500 records: 495 mapped, 0 not mapped, 5 unreadable\n")
    #expect(result.status == .unreadable)
    #expect(place.files == ["out.ndjson"])
  }

  @Test func `resumes where it was interrupted, and counts what was done before`() throws {
    try interrupt()
    let result = place.run("--resume")
    #expect(try place.text(place.output) == place.whole.output)
    #expect(result.errors == place.whole.errors)
    #expect(result.status == .unreadable)
    #expect(place.files == ["out.ndjson"])
  }

  @Test func `does not evaluate again what is done`() throws {
    try interrupt()
    var partial = try place.text(place.partial)
    partial = partial.replacing(#""id":7,"#, with: #""id":8,"#)
    try partial.write(to: place.partial, atomically: false, encoding: .utf8)
    _ = place.run("--resume")
    let whole = place.whole.output.replacing(#""id":7,"#, with: #""id":8,"#)
    #expect(try place.text(place.output) == whole)
  }

  @Test func `resumes over an input that has grown`() throws {
    try interrupt()
    try Workplace.records(900).write(
      toFile: place.records.path, atomically: false, encoding: .utf8)
    _ = place.run("--resume")
    #expect(try place.text(place.output) == place.whole.output)
  }

  @Test func `begins anew without --resume, and says so`() throws {
    try interrupt()
    let result = place.run()
    #expect(result.errors.hasPrefix("\(place.output.path): note: beginning anew; with --resume"))
    #expect(try place.text(place.output) == place.whole.output)
    #expect(place.files == ["out.ndjson"])
  }

  @Test func `leaves the old output until the new one is complete`() throws {
    try "old".write(to: place.output, atomically: false, encoding: .utf8)
    unsafe chmod(place.output.path, 0o640)
    try interrupt()
    #expect(try place.text(place.output) == "old")
    _ = place.run("--resume")
    #expect(try place.text(place.output) == place.whole.output)
    let facts = try FileManager.default.attributesOfItem(atPath: place.output.path)
    #expect(facts[.posixPermissions] as? Int == 0o640)
  }

  /// What is done to an interrupted run, and what is then said.
  enum Change: String, CaseIterable {
    case mapping, record, input, partial, noPartial, checkpoint, version, context

    var message: String {
      switch self {
      case .mapping: "the mapping does something else than when the run was begun"
      case .record: "in.ndjson` has changed within the "
      case .input: "in.ndjson` is shorter than the "
      case .partial, .noPartial: "out.ndjson.partial` is shorter than the "
      case .checkpoint: "out.ndjson.resume` is no checkpoint of a run"
      case .version: "the run was begun by respmap 0.0.9, and this is 0.1.0"
      case .context: "the run was begun with `--context batch`"
      }
    }
  }

  private func apply(_ change: Change) throws {
    func edit(_ file: URL, _ old: String, _ new: String) throws {
      try text(file).replacing(old, with: new, maxReplacements: 1)
        .write(to: file, atomically: false, encoding: .utf8)
    }
    let records = URL(filePath: place.records.path)
    switch change {
    case .mapping: try edit(URL(filePath: place.mapping.path), "integer", "float")
    case .record: try edit(records, #""id":99,"#, #""id":98,"#)
    case .input: try Workplace.records(100).write(to: records, atomically: false, encoding: .utf8)
    case .partial:
      try edit(place.partial, "\n", "")
      try edit(place.partial, "{\"version\":1,\"torn", "")
    case .noPartial: try FileManager.default.removeItem(at: place.partial)
    case .checkpoint: try edit(place.checkpoint, "\"lines\"", "\"rows\"")
    case .version: try edit(place.checkpoint, "0.1.0", "0.0.9")
    case .context: try edit(place.checkpoint, "trigger", "batch")
    }
  }

  private func text(_ file: URL) throws -> String { try place.text(file) }

  @Test(arguments: Change.allCases)
  func `is not resumed where it would not go on as it began`(_ change: Change) throws {
    try interrupt()
    try apply(change)
    let checkpoint = try text(place.checkpoint)
    let result = place.run("--resume")
    #expect(result.status == .unreadable)
    #expect(result.errors.contains(change.message), "\(result.errors)")
    #expect(result.errors.contains("\n  = help: "))
    #expect(try text(place.checkpoint) == checkpoint)
    #expect(!FileManager.default.fileExists(atPath: place.output.path))
    // The help works.
    _ = place.run()
    #expect(try text(place.output) == place.whole.output)
  }

  @Test func `is refused where another one writes`() throws {
    try interrupt()
    let descriptor = unsafe open(place.partial.path, O_RDWR)
    defer { close(descriptor) }
    #expect(flock(descriptor, LOCK_EX | LOCK_NB) == 0)
    let result = place.run("--resume")
    #expect(result.status == .unreadable)
    #expect(result.errors.contains("another run is writing `\(place.output.path)`"))
  }

  @Test func `never replaces its own input`() throws {
    let result = respmap(
      "run", place.mapping.path, "--ndjson", place.records.path, "-o", place.records.path)
    #expect(result.status == .unreadable)
    #expect(result.errors.contains("is both input and output"))
    #expect(try place.text(URL(filePath: place.records.path)) == Workplace.records(500))
  }

  @Test func `takes standard input, which cannot be resumed`() throws {
    let result = respmap(
      ["run", place.mapping.path, "--ndjson", "-o", place.output.path],
      input: Array(Workplace.records(500).utf8))
    #expect(result.errors == place.whole.errors)
    #expect(try place.text(place.output) == place.whole.output)
    #expect(place.files == ["out.ndjson"])
  }

  @Test func `tells a full disk and a folder that is not there`() throws {
    let full = respmap(
      "run", place.mapping.path, "--ndjson", place.records.path, "-o", "/dev/full")
    #expect(full.status == .unreadable)
    #expect(full.errors == "respmap: error: cannot write `/dev/full`: No space left on device\n")
    let resumed = respmap(
      "run", place.mapping.path, "--ndjson", place.records.path, "-o", "/dev/full", "--resume")
    #expect(resumed.errors.contains("`/dev/full` is no file"))
    let missing = respmap(
      "run", place.mapping.path, "--ndjson", place.records.path, "-o", "no-such-folder/out")
    #expect(missing.status == .unreadable)
    #expect(missing.errors.contains("cannot write `no-such-folder/out`: No such file or directory"))
  }
}
