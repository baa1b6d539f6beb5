internal import Diagnostics
internal import FoundationEssentials
internal import JSONText
internal import ResponseMapping

/// What a code means, for people and for programs.
struct CodeExplanation {
  let code: DiagnosticCode

  /// The code of that number or name; capitals do not matter.
  init?(_ text: String) {
    let small = text.lowercased()
    guard
      let code = DiagnosticCode.allCases.first(where: {
        $0.rawValue.lowercased() == small || $0.name == small
      })
    else { return nil }
    self.init(code: code)
  }

  init(code: DiagnosticCode) { self.code = code }

  // MARK: - For people

  var text: String {
    let explanation = code.explanation
    let kind = code.isRetired ? "retired" : code.severity.rawValue
    var text = "\(code.rawValue) \(code.name) (\(kind))\n\n\(explanation.text.wrapped(to: 80))\n"
    guard let examples = explanation.examples else { return text }
    text += "\nFor example:\n\n" + examples.failing.pictured
    text += "\ngives\n\n" + ExampleRun(examples.failing).output.indented
    text += "\nMended:\n\n" + examples.corrected.pictured
    let output = ExampleRun(examples.corrected).output
    if !output.isEmpty { text += "\ngives\n\n" + output.indented }
    return text
  }

  // MARK: - For programs

  var json: JSONValue {
    let explanation = code.explanation
    var members = [
      JSONMember("version", .integer(1)), JSONMember("code", .string(code.rawValue)),
      JSONMember("name", .string(code.name)),
      JSONMember("severity", .string(code.severity.rawValue)),
      JSONMember("retired", .boolean(code.isRetired)),
      JSONMember("text", .string(explanation.text)),
    ]
    if let examples = explanation.examples {
      members.append(
        JSONMember(
          "examples",
          .object([
            JSONMember("failing", examples.failing.json),
            JSONMember("corrected", examples.corrected.json),
          ])))
    }
    return .object(members)
  }
}

extension Explanation.Example {
  /// The files of the example, indented.
  fileprivate var pictured: String {
    switch self {
    case .mapping(let text, nil), .plan(let text), .capture(let text): text.ended.indented
    case .mapping(let text, let catalogue?):
      text.indented + "\nwith \(catalogue.path):\n\n" + catalogue.export.ended.indented
    case .bytes(let bytes): String(decoding: bytes, as: UTF8.self).indented
    case .response(let answer, let mapping):
      mapping.indented + (answer.isTimeout ? "\nand no answer\n" : "\nand the answer\n\n")
        + (answer.isTimeout ? "" : answer.capture.indented)
    }
  }

  fileprivate var json: JSONValue {
    var members: [JSONMember] = []
    switch self {
    case .mapping(let text, let catalogue):
      members.append(JSONMember("mapping", .string(text)))
      if let catalogue {
        members.append(JSONMember(catalogue.path, .string(catalogue.export)))
      }
    case .bytes(let bytes): members.append(.text("mapping", bytes))
    case .plan(let text): members.append(JSONMember("plan", .string(text)))
    case .capture(let text): members.append(JSONMember("capture", .string(text)))
    case .response(let answer, let mapping):
      members.append(JSONMember("mapping", .string(mapping)))
      members.append(JSONMember("response", answer.json))
    }
    return .object(members + [JSONMember("output", .string(ExampleRun(self).output))])
  }
}

extension Explanation.Example.Answer {
  /// The answer as `curl -i` prints it.
  fileprivate var capture: String {
    let head = ["HTTP/1.1 \(status)"] + headers
    let longest = 160
    let text = String(decoding: body, as: UTF8.self).visible
    let shown = text.count > longest ? text.prefix(longest) + "…" : text[...]
    return head.joined(separator: "\n") + "\n\n" + shown + "\n"
  }

  /// As a line of a file of recorded responses.
  fileprivate var json: JSONValue {
    if isTimeout { return .object([JSONMember("context", .string("timeout"))]) }
    var members = [JSONMember("status", .integer(status))]
    if !headers.isEmpty {
      members.append(
        JSONMember(
          "headers",
          .object(
            headers.compactMap(HTTPCapture.header).map { JSONMember($0.name, .string($0.value)) })))
    }
    members.append(.text("body", body))
    if let depthLimit { members.append(JSONMember("depthLimit", .integer(depthLimit))) }
    return .object(members)
  }
}

extension JSONMember {
  /// Bytes as a text, or in base64 under `name_base64` where they are none.
  fileprivate static func text(_ name: String, _ bytes: [UInt8]) -> JSONMember {
    if let text = String(validating: bytes, as: UTF8.self) {
      return JSONMember(name, .string(text))
    }
    return JSONMember(name + "_base64", .string(Data(bytes).base64EncodedString()))
  }
}

// MARK: - Layout

extension String {
  /// Each line that is not empty two steps further in.
  fileprivate var indented: String {
    split(separator: "\n", omittingEmptySubsequences: false)
      .map { $0.isEmpty ? "" : "    " + $0.shortened }.joined(separator: "\n")
  }

  /// The text with a line break at its end.
  fileprivate var ended: String { hasSuffix("\n") ? self : self + "\n" }

  /// The text in lines of that length, broken at spaces.
  func wrapped(to width: Int) -> String {
    var lines: [String] = []
    for word in split(separator: " ") {
      if let last = lines.last, last.count + 1 + word.count <= width {
        lines[lines.count - 1] = last + " " + word
      } else {
        lines.append(String(word))
      }
    }
    return lines.joined(separator: "\n")
  }
}

extension Substring {
  /// The line, or its beginning and end if it is longer than anybody reads.
  fileprivate var shortened: String {
    count > 1_000 ? prefix(60) + " … " + suffix(40) : String(self)
  }
}
