internal import ArgumentParser
internal import JSONText

/// The manual page in mdoc(7), made of what the commands declare, so that it says nothing else.
struct ManualPage {
  private let root: DeclaredCommand

  init(of command: (some ParsableCommand).Type) throws {
    let declared = try JSONReader.read(Array(command._dumpHelp().utf8))
    root = DeclaredCommand(declared["command"] ?? .null)
  }

  var text: String {
    let page = [
      head, synopsis, description, commands, environment, exitStatus, examples, seeAlso,
    ]
    return page.joined()
  }

  private var head: String {
    """
    .Dd December 1, 2026
    .Dt RESPMAP 1
    .Os
    .Sh NAME
    .Nm \(root.name)
    .Nd \(root.abstract.withoutPeriod.lowercasedFirst.inMdoc)

    """
  }

  private var synopsis: String {
    ".Sh SYNOPSIS\n" + root.commands.map { ".Nm\n.Cm \($0.name)\n\($0.usage)" }.joined()
  }

  private var description: String { ".Sh DESCRIPTION\n\(root.discussion.inMdoc)\n" }

  private var commands: String {
    ".Sh COMMANDS\n" + root.commands.map(\.section).joined()
  }

  private var exitStatus: String {
    let statuses = CommandStatus.allCases.map {
      ".It \($0.rawValue)\n\($0.meaning.inMdoc)\n"
    }
    return """
      .Sh EXIT STATUS
      .Bl -tag -width Ds
      \(statuses.joined()).El
      .Pp
      Of several inputs the gravest counts: 3 over 4 over 1 over 0.

      """
  }

  private var environment: String {
    """
    .Sh ENVIRONMENT
    .Bl -tag -width FORCE_COLOR
    .It Ev NO_COLOR
    If it is set and not empty, nothing is coloured.
    .It Ev FORCE_COLOR
    If it is set and not empty, and not 0, text is coloured wherever it goes.
    .It Ev TERM
    With
    .Dq dumb
    nothing is coloured.
    .El

    """
  }

  private var examples: String {
    """
    .Sh EXAMPLES
    Check the mapping files of a folder, and say what a captured answer would write:
    .Bd -literal -offset indent
    respmap check mappings
    curl -i https://vendor.example/company/1 | respmap run company.respmap -
    .Ed

    """
  }

  private var seeAlso: String {
    """
    .Sh SEE ALSO
    .Xr curl 1 ,
    .Xr jq 1 ,
    .Xr xmllint 1

    """
  }
}

/// A command as the parser of arguments declares it.
private struct DeclaredCommand {
  let name: String
  let abstract: String
  let discussion: String
  let commands: [DeclaredCommand]
  private let arguments: [DeclaredArgument]

  init(_ json: JSONValue) {
    name = json["commandName"]?.string ?? ""
    abstract = json["abstract"]?.string ?? ""
    discussion = json["discussion"]?.string ?? ""
    commands = (json["subcommands"]?.array ?? []).map(DeclaredCommand.init)
      .filter { $0.name != "help" }
    arguments = (json["arguments"]?.array ?? []).map(DeclaredArgument.init)
      .filter { $0.long != "help" && $0.long != "version" }
  }

  /// Its arguments in the synopsis, one a line.
  var usage: String { arguments.map { $0.usage + "\n" }.joined() }

  var section: String {
    var text = ".Ss \(name)\n\(abstract.inMdoc)\n"
    for paragraph in discussion.split(separator: "\n\n") {
      text += ".Pp\n\(String(paragraph).inMdoc)\n"
    }
    if arguments.isEmpty { return text }
    return text + ".Bl -tag -width Ds\n" + arguments.map(\.item).joined() + ".El\n"
  }
}

/// An argument, option or flag of a command.
private struct DeclaredArgument {
  let long: String?
  private let short: String?
  private let value: String?
  private let abstract: String
  private let isOptional: Bool
  private let isRepeating: Bool

  init(_ json: JSONValue) {
    let names = json["names"]?.array ?? []
    func name(_ kind: String) -> String? {
      names.first { $0["kind"]?.string == kind }?["name"]?.string
    }
    long = name("long")
    short = name("short")
    value = json["kind"]?.string == "flag" ? nil : json["valueName"]?.string
    abstract = json["abstract"]?.string ?? ""
    isOptional = json["isOptional"] == .boolean(true)
    isRepeating = json["isRepeating"] == .boolean(true)
  }

  private var names: String {
    let names = [short, long.map { "-" + $0 }].compactMap(\.self).map { "Fl \($0)" }
    return names.joined(separator: " , ")
  }

  /// The option with its value.
  private var words: String {
    let place = value.map { "Ar \($0)" + (isRepeating ? " ..." : "") }
    return [names, place ?? ""].filter { !$0.isEmpty }.joined(separator: " ")
  }

  var usage: String {
    let short = long.map { "Fl -\($0)" }
    let place = value.map { "Ar \($0)" + (isRepeating ? " ..." : "") }
    let words = [short, place].compactMap(\.self).joined(separator: " ")
    return isOptional ? ".Op \(words)" : ".\(words)"
  }

  var item: String { ".It \(words)\n\(abstract.inMdoc)\n" }
}

extension String {
  /// The text for mdoc: a sentence a line, with what would be a request or an escape written out.
  fileprivate var inMdoc: String {
    let lines = replacing("\\", with: "\\e").replacing("\n", with: " ")
      .replacing(". ", with: ".\n").split(separator: "\n", omittingEmptySubsequences: true)
    return lines.map { $0.first == "." || $0.first == "'" ? "\\&" + $0 : String($0) }
      .joined(separator: "\n")
  }

  fileprivate var withoutPeriod: String { hasSuffix(".") ? String(dropLast()) : self }
  fileprivate var lowercasedFirst: String { prefix(1).lowercased() + dropFirst() }
}
