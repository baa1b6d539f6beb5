import Foundation
import RespmapCommands
import Testing
import TestSupport

@Suite struct `A unified diff` {
  private func diff(_ old: String, _ new: String, name: String = "a.respmap") -> String {
    UnifiedDiff.text(from: Array(old.utf8), to: Array(new.utf8), name: name)
  }

  @Test func `is empty where nothing differs`() {
    #expect(diff("", "") == "")
    #expect(diff("a\nb", "a\nb") == "")
  }

  @Test func `shows three lines around a change`() {
    #expect(
      diff("1\n2\n3\n4\n5\n6\n7\n8\n9\n", "1\n2\n3\n4\nfive\n6\n7\n8\n9\n") == """
        --- a.respmap
        +++ a.respmap
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func `says where there is no line break at the end`() {
    #expect(
      diff("a\nb", "a\nb\n") == """
        --- a.respmap
        +++ a.respmap
        @@ -1,2 +1,2 @@
         a
        -b
        \\ No newline at end of file
        +b

        """)
    #expect(diff("a", "").hasSuffix("@@ -1,1 +0,0 @@\n-a\n\\ No newline at end of file\n"))
    #expect(diff("", "a\n").hasSuffix("@@ -0,0 +1,1 @@\n+a\n"))
  }

  @Test(arguments: [
    ("a b", "a b\t"), ("a\"b", #""a\"b""#), ("a\nb", #""a\012b""#), ("é", "é"), ("\\", #""\\""#),
  ])
  func `names the file so that programs read it`(_ name: String, _ head: String) {
    #expect(diff("a\n", "b\n", name: name).hasPrefix("--- \(head)\n+++ \(head)\n@@ "))
  }

  @Test func `of a long file that is wholly different takes no time`() {
    let old = (0..<20_000).map { "a\($0)\n" }.joined()
    let new = (0..<20_000).map { "b\($0)\n" }.joined()
    let text = diff(old, new)
    #expect(text.utf8.count { $0 == 0x0A } == 40_003)
  }

  /// Texts of few different lines, so that many ways lead from one to the other.
  private static func text(_ generator: inout SeededGenerator) -> String {
    let lines = (0..<Int.random(in: 0...30, using: &generator)).map { _ in
      String(["a", "b", "c", "", "é\r"].randomElement(using: &generator) ?? "") + "\n"
    }
    return lines.joined() + (Bool.random(using: &generator) ? "end" : "")
  }

  @Test(arguments: [
    ["/usr/bin/patch", "-s", "-p0", "--binary", "-i", "diff"],
    ["/usr/bin/git", "apply", "-p0", "--unidiff-zero", "--whitespace=nowarn", "diff"],
  ])
  func `makes the new text of the old one in other programs`(_ command: [String]) throws {
    guard FileManager.default.isExecutableFile(atPath: command[0]) else { return }
    var generator = SeededGenerator(seed: 7)
    for _ in 0..<60 {
      let old = Self.text(&generator)
      let new = Self.text(&generator)
      let text = diff(old, new, name: "a b.respmap")
      guard !text.isEmpty, !old.isEmpty, !new.isEmpty else { continue }
      let patch = try ScratchFile("diff", text)
      let folder = URL(filePath: patch.path).deletingLastPathComponent()
      let file = folder.appending(path: "a b.respmap")
      try Data(old.utf8).write(to: file)
      let process = Process()
      process.executableURL = URL(filePath: command[0])
      process.arguments = Array(command.dropFirst())
      process.currentDirectoryURL = folder
      try process.run()
      process.waitUntilExit()
      #expect(process.terminationStatus == 0, "\(text)")
      #expect(try Data(contentsOf: file) == Data(new.utf8), "\(text)")
    }
  }
}
