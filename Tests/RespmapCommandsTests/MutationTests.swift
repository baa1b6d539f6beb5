import Foundation
import JSONText
import RespmapCommands
import ResponseMapping
import Testing
import TestSupport

/// One to four random edits: bytes deleted, doubled, swapped, replaced, inserted, or the end cut off.
func mutant(of bytes: [UInt8], using generator: inout SeededGenerator) -> [UInt8] {
  let interesting =
    Array(#"{}[]":,'\#n.->#x0e19-+ \u<>/&;=!?]"#.utf8) + [0x00, 0x0D, 0x80, 0xC3, 0xF0, 0xFF]
  var bytes = bytes
  for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
    let at = Int.random(in: 0..<bytes.count, using: &generator)
    let length = min(bytes.count - at, Int.random(in: 1...8, using: &generator))
    let other = Int.random(in: 0..<bytes.count, using: &generator)
    switch Int.random(in: 0..<7, using: &generator) {
    case 0: bytes.removeSubrange(at..<(at + length))
    case 1: bytes.insert(contentsOf: bytes[at..<(at + length)], at: at)
    case 2: bytes.swapAt(at, other)
    case 3: bytes[at] = interesting.randomElement(using: &generator) ?? 0
    case 4: bytes.insert(interesting.randomElement(using: &generator) ?? 0, at: at)
    case 5: bytes[at] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    default: bytes.removeSubrange(at...)
    }
  }
  return bytes
}

@Suite struct `However a file is damaged` {
  static let samples = `Every sample`.mappings

  /// Whether a reader that shares nothing with the runtime's walk takes the text too; nil where it
  /// cannot tell.
  private func isWellFormed(_ body: [UInt8], isXML: Bool) -> Bool? {
    isXML ? isWellFormedXML(body) : isWellFormedJSON(body)
  }

  /// Other encodings than UTF-8 are not judged.
  private func isWellFormedXML(_ body: [UInt8]) -> Bool? {
    let isUTF16 = body.starts(with: [0xFE, 0xFF]) || body.starts(with: [0xFF, 0xFE])
    let encoding = SlowXML.declaredEncoding(body) ?? "UTF-8"
    guard !isUTF16, encoding.lowercased() == "utf-8" else { return nil }
    do {
      _ = try SlowXML.document(body)
      return true
    } catch .tooDeep {
      return nil
    } catch {
      return false
    }
  }

  /// RFC 8259 lets a lone surrogate escape stand, the tree cannot hold it.
  private func isWellFormedJSON(_ body: [UInt8]) -> Bool? {
    let hasMark = body.starts(with: [0xEF, 0xBB, 0xBF])
    do {
      _ = try JSONReader.read(hasMark ? Array(body.dropFirst(3)) : body)
      return true
    } catch {
      return error.reason == .loneSurrogate ? nil : false
    }
  }

  /// What stands behind the blank line of a capture.
  private func body(of capture: [UInt8]) -> [UInt8]? {
    let data = Data(capture)
    let blankLines = ["\r\n\r\n", "\n\n"].compactMap { data.range(of: Data($0.utf8))?.upperBound }
    let body = blankLines.min().map { [UInt8](data[$0...]) } ?? []
    return body.isEmpty || body.starts(with: "HTTP/".utf8) ? nil : body
  }

  @Test(arguments: samples) func `a body is mapped only if it is well-formed`(_ file: URL) throws {
    let source = [UInt8](try Data(contentsOf: file))
    let isXML = String(decoding: source, as: UTF8.self).contains("\nresponse xml")
    let mapping = try Mapping(compiling: source)
    var evaluator = mapping.makeEvaluator()
    var generator = SeededGenerator(seed: 1)
    var mapped = 0
    var refused = 0
    for sample in `Every sample`.cases where sample.mapping == file {
      guard let original = body(of: [UInt8](try Data(contentsOf: sample.capture))) else { continue }
      for _ in 0..<40 {
        let body = mutant(of: original, using: &generator)
        switch evaluator.evaluate(Response(ResponseHead(status: 200), body: body)) {
        case .mapped:
          mapped += 1
          #expect(
            isWellFormed(body, isXML: isXML) != false, "\(String(decoding: body, as: UTF8.self))")
        case .notMapped(let failure):
          refused += 1
          guard case .malformedBody = failure.kind else { continue }
          #expect(
            isWellFormed(body, isXML: isXML) != true, "\(String(decoding: body, as: UTF8.self))")
        }
      }
    }
    #expect(mapped > 10)
    #expect(refused > 100)
  }

  @Test(arguments: samples) func `a capture writes only from a 2xx`(_ file: URL) throws {
    var generator = SeededGenerator(seed: 2)
    var statuses = Set<CommandStatus>()
    for sample in `Every sample`.cases where sample.mapping == file {
      let capture = [UInt8](try Data(contentsOf: sample.capture))
      for _ in 0..<12 {
        let damaged = mutant(of: capture, using: &generator)
        let result = respmap("run", "--format", "json", file.path, "-", input: damaged)
        statuses.insert(result.status)
        #expect([.ok, .unreadable, .notMapped].contains(result.status))
        guard result.status == .ok else {
          #expect(!result.output.contains(#""outcome":"mapped""#))
          continue
        }
        let outcome = try JSONReader.read(Array(result.output.utf8))
        #expect((200...299).contains(outcome["status"]?.integer ?? 0))
      }
    }
    #expect(statuses == [.ok, .unreadable, .notMapped])
  }

  @Test(arguments: samples) func `a mapping compiles or is refused`(_ file: URL) throws {
    let source = [UInt8](try Data(contentsOf: file))
    var generator = SeededGenerator(seed: 3)
    let response = Response(status: 200, body: #"{"company": {"name": "Example"}}"#)
    var refused = 0
    for _ in 0..<250 {
      do {
        _ = try Mapping(compiling: mutant(of: source, using: &generator)).evaluate(response)
      } catch {
        refused += 1
        #expect(error.diagnostics.contains { $0.severity == .error })
        #expect(error.text(fileName: "mapping").contains("error[RM"))
      }
    }
    #expect(refused > 100)
  }
}
