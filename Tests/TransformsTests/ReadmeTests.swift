import Foundation
import Testing
import Transforms

@Suite struct `The README` {
  @Test(arguments: Transform.all.map(\.name))
  func `names each transform in its table`(_ name: String) throws {
    let root = URL(filePath: #filePath).appending(path: "../../../").standardized
    let readme = try String(contentsOf: root.appending(path: "README.md"), encoding: .utf8)
    let rows = readme.split(separator: "\n").filter { $0.hasPrefix("| ") && $0.contains("`") }
    let words = rows.joined().split { !$0.isLetter && $0 != "_" }
    #expect(words.contains(Substring(name)))
  }
}
