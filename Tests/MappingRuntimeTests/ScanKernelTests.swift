import JSONText
import LeadFields
import MappingPlan
import MappingRuntime
import TestSupport
import Testing

/// All kernels that this machine can run read every text alike, and take exactly what an independent
/// reader takes.
@Suite struct ScanKernelTests {
  private let kernels: KernelComparison

  init() throws { kernels = try KernelComparison() }

  /// Where a text begins: so that it lies across the borders of blocks of 64 bytes and of windows.
  static let distances = [0, 1, 40, 57, 59, 60, 61, 62, 63, 64, 127, 8_185, 8_189, 8_191, 8_192]

  private static let contexts = [
    ("", ""), ("[", "]"), (#"{"a":"#, "}"), ("\"", "\""), (#""\"#, "\""), (#""\u00"#, "0\""),
    ("1", ""), ("-", ""), ("1.", ""), ("1e", ""), ("1E+", "]"), ("t", "ue"), ("[1", "2]"),
    (#"{"a""#, "1}"), ("[1,", "]"), (#"{"a":1"#, #""b":2}"#), ("[]", ""), ("{}", "{}"),
    ("[true", "]"), (#"["a""#, "]"), ("[[", "]]"), (#"{"#, #":1}"#), (#"{"a":1,"#, "}"),
  ]

  @Test(arguments: contexts.indices)
  func `every byte in every place`(_ context: Int) {
    let (before, behind) = Self.contexts[context]
    for distance in context % 8 == 0 ? [0, 62, 8_190] : [0, 61, 63] {
      for byte in 0...255 {
        kernels.check(
          spaces(distance) + Array(before.utf8) + [UInt8(byte)] + Array(behind.utf8))
      }
    }
  }

  @Test(arguments: distances)
  func `a text that is cut off anywhere`(_ distance: Int) {
    let text = Array(
      #"{"a":[-0.5e+10,true,false,null,"é\u00e9\\\"😀",{}],"b":{"c":[[],[1]]},"a":"x"} "#.utf8)
    for end in 0...text.count { kernels.check(spaces(distance) + text[..<end]) }
  }

  @Test(arguments: distances)
  func `brackets, commas and colons in wrong places`(_ distance: Int) {
    for text in [
      "]", "}", ":", ",", "[}", "{]", "[1}", #"{"a":1]"#, #"{"a":]"#, #"{"a":]}"#, #"{"a"]"#, "[:]",
      #"["a":1]"#, #"[1,"a":2]"#, #"{"a":1,2}"#, #"{"a":1,"b"}"#, #"{"a","b":1}"#,
      #"{"a":1,"b",3}"#,
      "[1 2]", "1 2", "{} {}", "[],[]", "1,2", #""a":1"#, "[,]", "[1,]", "{,}", #"{"a":1,}"#, "[[]",
      "[]]", #"{"a":{"b":1]}"#, #"{"a":[1,"b":2]}"#, #"[{"a":1},"b":2]"#, #"{"a":[],2}"#,
      #"{"a":{},[]}"#, #"[{},"a",{}:1]"#, #"{1:2}"#, #"{"a"1}"#, #"{"a"::1}"#, #"{"a":1:2}"#,
      #"["a""b"]"#, #"[1"a"]"#, #"["a"1]"#, "[true false]", #"{"a":1 "b":2}"#, "", " ", "\n",
    ] {
      kernels.check(spaces(distance) + Array(text.utf8))
    }
  }

  @Test(arguments: [0, 61])
  func `every text of the characters of numbers`(_ distance: Int) {
    let characters = Array("-+.01e".utf8)
    var texts: [[UInt8]] = [[]]
    for _ in 1...5 {
      texts = texts.flatMap { text in characters.map { text + [$0] } }
      for text in texts where distance == 0 || text.count > 3 {
        kernels.check(spaces(distance) + [UInt8(ascii: "[")] + text + [UInt8(ascii: "]")])
      }
    }
  }

  @Test(arguments: [
    "true", "false", "null", "truE", "tru", "truee", "nul", "nulll", "falsee", "fals", "true1",
    "-0", "-", "00", "01", "-01", "1.", ".1", "1.5", "1.5.5", "1e5", "1e", "1e+", "1e5.5", "1e5e5",
    "0e0", "0.0", "-0.0e-0", "1.e5", "+1", "1-1", "1e-+1", "12345678901234567890", "0x10", "1_000",
    "NaN", "Infinity", "1true", "true.1", "e5",
  ])
  func `numbers and literals across borders`(_ scalar: String) {
    for distance in 0...70 {
      for text in [scalar, "[\(scalar)]", "[\(scalar),\(scalar)]", #"{"a":\#(scalar)}"#] {
        kernels.check(spaces(distance) + Array(text.utf8))
      }
    }
  }

  @Test(arguments: 0...70)
  func `runs of backslashes of every length`(_ length: Int) {
    let run = [UInt8](repeating: UInt8(ascii: "\\"), count: length)
    for distance in [0, 62, 63] {
      for rest in ["\"", "n\"", "\"\"", #"u0041""#, #"u00""#, "\",1]"] {
        kernels.check(spaces(distance) + [UInt8(ascii: "\"")] + run + Array(rest.utf8))
      }
    }
  }

  @Test(arguments: [0, 58, 59, 60, 61, 62])
  func `every beginning of a character in UTF-8`(_ distance: Int) {
    for first in 0x80...0xFF {
      for second in [0x00, 0x41, 0x7F, 0x80, 0x8F, 0x90, 0x9F, 0xA0, 0xBF, 0xC0, 0xFF] {
        for rest in [[], [0x80], [0xBF, 0xBF], [0x80, 0x41], [0x80, 0x80, 0x80]] as [[UInt8]] {
          let text =
            [UInt8(ascii: "\""), UInt8(first), UInt8(second)] + rest + [UInt8(ascii: "\"")]
          kernels.check(spaces(distance) + text)
        }
      }
    }
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `documents with some of their bytes changed`(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let document = Array(
      #"""
      {"a":{"b":[1,2.5,{"c":"x\ny"}],"é":"\u00e9"},"a":[true,null],"list":[[],[{}],"]},:"],
       "n":-12.5e3,"s":"\\\"","a":{"b":[0,1,{"c":"last"}]}}
      """#.utf8)
    for _ in 0..<1_500 {
      var body = spaces(Int.random(in: 0...130, using: &generator)) + document
      for _ in 0...Int.random(in: 0...2, using: &generator) {
        let place = Int.random(in: 0..<body.count, using: &generator)
        switch Int.random(in: 0...3, using: &generator) {
        case 0: body[place] = UInt8.random(in: 0...255, using: &generator)
        case 1: body.remove(at: place)
        case 2:
          body.insert(Array(#"{}[]:,"\0"#.utf8).randomElement(using: &generator) ?? 0, at: place)
        default: body.swapAt(place, Int.random(in: 0..<body.count, using: &generator))
        }
      }
      kernels.check(body)
    }
  }

  @Test func `texts whose length is a multiple of a block or window`() {
    for length in [64, 128, 8_128, 8_192, 16_384] {
      for rest in ["1", "]", "[1]", "\"a\"", "\"", "-", "[", #"{"a":1}"#, "\"\\"] {
        kernels.check(spaces(length - rest.utf8.count) + Array(rest.utf8))
      }
    }
  }

  @Test func `there is a kernel that runs everywhere`() {
    #expect(ScanKernel.all.last?.name == "portable")
    #expect(ScanKernel.all.first?.name == ScanKernel.fastest.name)
  }

  private func spaces(_ count: Int) -> [UInt8] { [UInt8](repeating: 0x20, count: count) }
}

/// One program, evaluated with each kernel.
final class KernelComparison {
  private let limits = Limits(depth: 100)
  private let program: Program

  /// Paths that enter objects and arrays, one that indexes, and much that no path enters.
  init() throws {
    let steps: [(parent: UInt32, step: PathStep)] = [
      (0, .key("a")), (1, .key("b")), (2, .index(2)), (3, .key("c")), (0, .key("n")),
      (0, .index(1)), (0, .key("é")),
    ]
    let trie = PathTrie(
      states: steps.map { PathTrie.State(parent: StateID($0.parent), step: $0.step) })
    let bindings = (0...steps.count).map { number in
      Binding(
        source: Expression(.path(.state(StateID(UInt32(number))))),
        field: "Field\(number)", type: .text, lengthLimit: LengthLimit(30_000, .utf8Bytes))
    }
    program = try Program(lowering: Plan(format: .json, trie: trie, bindings: bindings))
  }

  /// What a kernel makes of a body.
  private enum Verdict: Hashable {
    case mapped([SlotResult.Situation])
    case failed(EvaluationFailure)

    var isWellFormed: Bool {
      switch self {
      case .mapped: true
      case .failed(.body(.malformed)), .failed(.body(.encoding)), .failed(.emptyBody): false
      case .failed: true
      }
    }
  }

  private func verdict(_ body: [UInt8], _ kernel: ScanKernel) -> Verdict {
    var evaluation = Evaluation(program, limits: limits, kernel: kernel)
    let envelope = Envelope(context: .trigger, status: 200, contentType: nil)
    if let failure = unsafe evaluation.run(envelope, body: body.span.bytes) {
      return .failed(failure)
    }
    return .mapped(evaluation.results.map(\.situation))
  }

  func check(_ body: [UInt8]) {
    let first = verdict(body, .fastest)
    for kernel in ScanKernel.all.dropFirst() where verdict(body, kernel) != first {
      Issue.record(
        "\(kernel.name) differs: \(String(decoding: body, as: UTF8.self).suffix(120))")
    }
    // What looks like another encoding is refused for that, whatever it holds.
    if case .failed(.body(.encoding(let problem, _))) = first, problem != .invalidBytes(.utf8) {
      return
    }
    let options = JSONReader.Options(depthLimit: 100, keepsLoneSurrogates: true)
    let isJSON = (try? JSONReader.read(body, options: options)) != nil
    if first.isWellFormed != isJSON {
      Issue.record(
        "taken: \(first.isWellFormed), \(String(decoding: body, as: UTF8.self).suffix(120))")
    }
  }
}
