import Foundation
import RespmapCommands
import Testing

@Suite struct `A folder of mapping files` {
  /// Lays out a folder; a path that ends in `/` becomes an empty folder.
  private func folder(_ files: [String: String]) throws -> ScratchFile {
    let root = try ScratchFile("root", "")
    let folder = URL(filePath: root.path).deletingLastPathComponent()
    for (path, text) in files {
      let file = folder.appending(path: path)
      try FileManager.default.createDirectory(
        at: path.hasSuffix("/") ? file : file.deletingLastPathComponent(),
        withIntermediateDirectories: true)
      if !path.hasSuffix("/") { try text.write(to: file, atomically: true, encoding: .utf8) }
    }
    return root
  }

  /// What `fmt --check` finds below a folder, since none of the files has its layout.
  private func found(_ root: ScratchFile, below: String = "") -> [String] {
    let folder = URL(filePath: root.path).deletingLastPathComponent().path + "/"
    return respmap("fmt", "--check", folder + below).output.split(separator: "\n").map(String.init)
      .map { $0.replacing(folder, with: "") }
  }

  let untidy = "response json\na->X"

  @Test func `stands for all files in it that end in respmap, in order`() throws {
    let root = try folder([
      "b/c/d.respmap": untidy, "a.respmap": untidy, "b.respmap": untidy, "b/notes.txt": untidy,
      ".hidden/e.respmap": untidy, ".git/f.respmap": untidy, "folder.respmap/g.respmap": untidy,
    ])
    #expect(
      found(root) == [
        ".hidden/e.respmap", "a.respmap", "b.respmap", "b/c/d.respmap", "folder.respmap/g.respmap",
      ])
    #expect(found(root, below: "b/") == ["b/c/d.respmap"])
  }

  @Test func `is searched without what gitignore files exclude, those around it too`() throws {
    let root = try folder([
      ".git/": "", ".gitignore": "build/\n/top.respmap\n*.gen.respmap\n", "top.respmap": untidy,
      "in/.gitignore": "!keep.gen.respmap\n", "in/build/x.respmap": untidy,
      "in/keep.gen.respmap": untidy, "in/other.gen.respmap": untidy, "in/top.respmap": untidy,
    ])
    #expect(found(root) == ["in/keep.gen.respmap", "in/top.respmap"])
    #expect(found(root, below: "in") == ["in/keep.gen.respmap", "in/top.respmap"])
    // What is named is meant.
    #expect(found(root, below: "top.respmap") == ["top.respmap"])
    #expect(found(root, below: "in/build") == ["in/build/x.respmap"])
  }

  @Test func `links in it are not followed`() throws {
    let root = try folder(["a.respmap": untidy, "b/": ""])
    let folder = URL(filePath: root.path).deletingLastPathComponent()
    for (link, target) in [("b/loop", ".."), ("b/link.respmap", "../a.respmap")] {
      try FileManager.default.createSymbolicLink(
        atPath: folder.appending(path: link).path, withDestinationPath: target)
    }
    #expect(found(root) == ["a.respmap"])
  }

  @Test func `without a mapping file is said to have none`() throws {
    let root = try folder(["b/": ""])
    let folder = URL(filePath: root.path).deletingLastPathComponent().path
    let result = respmap("check", folder)
    #expect(result.status == .ok)
    #expect(result.errors.hasPrefix("respmap: note: no .respmap files in `\(folder)`\n"))
  }

  @Test func `is checked file by file`() throws {
    let root = try folder(["a.respmap": "response json\na => X\n", "b/c.respmap": untidy])
    let folder = URL(filePath: root.path).deletingLastPathComponent().path
    let result = respmap("check", folder)
    #expect(result.output.hasPrefix("\(folder)/a.respmap:2:1: error[RM110]"))
    #expect(result.errors.hasPrefix("2 files checked: 1 error"))
  }

  /// Pattern, path, and whether it matches, as `git check-ignore` says.
  @Test(arguments: [
    ("a", "a", true), ("a", "b/a", true), ("a", "ab", false), ("/a", "a", true),
    ("/a", "b/a", false), ("a/", "a", false), ("b/a", "b/a", true), ("b/a", "c/b/a", false),
    ("*.x", "a.x", true), ("*.x", "c/a.x", true), ("/*.x", "c/a.x", false), ("a*", "a/b", false),
    ("**/a", "a", true), ("**/a", "b/c/a", true), ("a/**", "a", false), ("a/**", "a/b/c", true),
    ("a/**/c", "a/c", true), ("a/**/c", "a/b/b/c", true), ("a/**/c", "a/b/d", false),
    ("a/*", "a/b/c", false), ("a?c", "abc", true), ("[ab]c", "bc", true), ("[!ab]c", "bc", false),
    ("\\#a", "#a", true), ("\\!a", "!a", true), ("a\\ ", "a ", true), ("a  ", "a", true),
    ("**/b/**/d", "a/b/c/b/x/d", true), ("**", "a/b", true),
  ])
  func `has patterns with git's meaning`(_ pattern: String, _ path: String, _ matches: Bool) throws
  {
    let parsed = try #require(IgnorePattern(line: pattern))
    #expect(parsed.matches(path.split(separator: "/").map(String.init), isFolder: false) == matches)
  }

  @Test(arguments: ["", "# a", "   ", "/", "!"])
  func `has lines that exclude nothing`(_ line: String) {
    #expect(IgnorePattern(line: line) == nil)
  }

  @Test func `has patterns for folders alone, and exceptions`() {
    #expect(IgnorePattern(line: "a/")?.matches(["b", "a"], isFolder: true) == true)
    #expect(IgnorePattern(line: "!a")?.isException == true)
  }
}
