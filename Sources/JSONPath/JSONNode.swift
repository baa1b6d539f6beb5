package import JSONText

/// A value within a document and its place: RFC 9535 §1.1, `node`.
package struct JSONNode: Sendable {
  package let value: JSONValue
  package let path: NormalizedPath

  func child(_ member: JSONMember) -> JSONNode {
    let step: NormalizedPath.Step =
      member.hasIllFormedName ? .illFormedName(member.name) : .name(member.name)
    return JSONNode(value: member.value, path: .step(path, step))
  }

  func child(_ element: JSONValue, at index: Int) -> JSONNode {
    JSONNode(value: element, path: .step(path, .index(index)))
  }

  /// The values in an array or object, in their order.
  var children: [JSONNode] {
    switch value {
    case .array(let elements): elements.enumerated().map { child($1, at: $0) }
    case .object(let members): members.withoutDuplicates.map { child($0) }
    case .null, .boolean, .number, .string, .illFormedString: []
    }
  }
}

/// The one way to a node by names and positions: RFC 9535 §2.7.
package indirect enum NormalizedPath: Sendable {
  package enum Step: Hashable, Sendable {
    case name(String)
    /// The source text of a name that is no text; see ``JSONMember/hasIllFormedName``.
    case illFormedName(String)
    case index(Int)
  }

  case root
  /// A step from another path: paths share their beginnings.
  case step(NormalizedPath, Step)

  /// From the root on.
  package var steps: [Step] {
    var steps: [Step] = []
    var path = self
    while case .step(let parent, let step) = path {
      steps.append(step)
      path = parent
    }
    return steps.reversed()
  }

  /// The path as text: `$['a'][0]`. A name that is no text stands as in the document, so that such
  /// a path is no query.
  package var text: String {
    steps.reduce(into: "$") { text, step in
      switch step {
      case .name(let name): text += "['\(name.escapedForSingleQuotes)']"
      case .illFormedName(let source): text += "['\(source)']"
      case .index(let index): text += "[\(index)]"
      }
    }
  }
}

extension [JSONMember] {
  /// Of members with one name only the last, at its place: RFC 8259 §4 leaves open what duplicates
  /// mean, and most readers take the last.
  ///
  /// - Complexity: O(*n*).
  var withoutDuplicates: [JSONMember] {
    if count < 2 { return self }
    var names: Set<MemberName> = []
    let kept = reversed().filter { names.insert(MemberName(member: $0)).inserted }
    return kept.count == count ? self : kept.reversed()
  }
}

/// The name of a member, compared by scalars.
struct MemberName: Hashable {
  let member: JSONMember

  static func == (left: MemberName, right: MemberName) -> Bool {
    left.member.hasSameName(as: right.member)
  }

  func hash(into hasher: inout Hasher) { hasher.combine(exactly: member.name) }
}
