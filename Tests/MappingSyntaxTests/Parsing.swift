import Diagnostics
import Foundation
import MappingSyntax

func parse(_ bytes: [UInt8]) throws -> (file: MappingFileSyntax, problems: [SyntaxProblem]) {
  let (file, problems) = Parser.parse(try SourceText(bytes))
  return (file, problems)
}

func parse(_ text: String) throws -> (file: MappingFileSyntax, problems: [SyntaxProblem]) {
  try parse(Array(text.utf8))
}

/// A folder or file of the package, given by its path from the top.
func packageFile(_ path: String, from testFile: String = #filePath) -> URL {
  URL(filePath: testFile).deletingLastPathComponent().deletingLastPathComponent()
    .deletingLastPathComponent().appending(path: path)
}

/// Every file of a folder, in its subfolders too, whose name ends as given; ordered by path.
func files(in folder: String, endingIn ending: String) -> [URL] {
  let found = FileManager.default.enumerator(
    at: packageFile(folder), includingPropertiesForKeys: [])
  let files = found?.compactMap { $0 as? URL } ?? []
  return files.filter { $0.lastPathComponent.hasSuffix(ending) }.sorted { $0.path < $1.path }
}
