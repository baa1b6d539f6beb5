internal import Diagnostics
internal import JSONText
internal import ResponseMapping

extension QueryCommand {
  /// Prints the nodes, or their paths, piece by piece: together they may be many times as long as the
  /// payload.
  func print(_ nodes: [ResponseNode], _ console: Console) throws(FileProblem) {
    if nodes.isEmpty { console.writeError("respmap: note: the path selects nothing\n") }
    if paths, nodes.contains(where: { $0.path == nil }) {
      console.writeError("respmap: note: the path computes a value, which has no path\n")
    }
    switch format {
    case .text: try printLines(nodes, console)
    case .json: try printArray(nodes, console)
    }
  }

  /// How much is written at a time, in bytes, about.
  private static let pieceLength = 1 << 16

  private func printLines(_ nodes: [ResponseNode], _ console: Console) throws(FileProblem) {
    var piece = ""
    for node in nodes {
      guard let line = line(of: node) else { continue }
      piece += line + "\n"
      try console.write(&piece, from: QueryCommand.pieceLength)
    }
    try console.write(&piece, from: 1)
  }

  private func printArray(_ nodes: [ResponseNode], _ console: Console) throws(FileProblem) {
    var piece = "["
    var isFirst = true
    for node in nodes {
      guard let element = paths ? node.path?.jsonQuoted : node.json else { continue }
      piece += (isFirst ? "" : ",") + element
      isFirst = false
      try console.write(&piece, from: QueryCommand.pieceLength)
    }
    piece += "]\n"
    try console.write(&piece, from: 1)
  }

  /// JSON escapes by itself what would break the line or drive a terminal.
  private func line(of node: ResponseNode) -> String? {
    if paths { return node.path?.visible }
    return node.isJSON ? node.json : node.text.visible
  }
}

extension Console {
  /// Writes the text and empties it, if it has at least so many bytes.
  fileprivate func write(_ piece: inout String, from length: Int) throws(FileProblem) {
    guard piece.utf8.count >= length else { return }
    try writeOutput(piece)
    piece = ""
  }
}
