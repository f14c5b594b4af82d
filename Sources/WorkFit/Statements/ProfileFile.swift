package import Phrases
import Yams

extension Profile {
  /// A profile file is not as it should be.
  public struct Fault: Error, Sendable, CustomStringConvertible {
    /// The same in English.
    public var description: String { phrase.description }

    /// What is wrong and where, and what to do.
    package let phrase: Phrase

    /// Makes a fault.
    package init(phrase: Phrase) { self.phrase = phrase }
  }

  private static let keys: [(key: String, role: Role)] = [
    ("energizers", .energizer), ("drains", .drain), ("strengths", .strength),
    ("must_haves", .mustHave), ("deal_breakers", .dealBreaker),
    ("prestige_pulls", .prestigePull),
  ]
  private static let maximumBytes = 1_000_000
  private static let maximumStatements = 500

  /// Reads a stand-alone profile: YAML whose lists hold texts, or `text` with `weight`.
  ///
  /// - Parameter file: the name that faults carry.
  public init(yaml: String, file: String) throws(Fault) {
    guard yaml.utf8.count <= Self.maximumBytes else {
      throw Fault(phrase: "\(file): a profile of more than one million bytes is not read")
    }
    let root: Node?
    do {
      root = try Yams.compose(yaml: yaml)
    } catch {
      throw Fault(phrase: Self.wording(error, file: file))
    }
    guard case .mapping(let mapping)? = root else {
      throw Fault(
        phrase: "\(file):1:1: a profile is a mapping with lists such as “energizers”")
    }
    var statements: [Statement] = []
    for (key, value) in mapping {
      let name = key.scalar?.string ?? ""
      guard let role = Self.keys.first(where: { $0.key == name })?.role else {
        let known = Self.keys.map(\.key).joined(separator: ", ")
        throw Fault(phrase: Self.at(key, file, "unknown key “\(name)”; there are \(known)"))
      }
      if value.null != nil { continue }
      guard case .sequence(let items) = value else {
        throw Fault(phrase: Self.at(value, file, "“\(name)” needs a list, one entry a line"))
      }
      for item in items {
        statements.append(
          try Self.statement(
            item, role: role, rank: statements.filter { $0.role == role }.count + 1, file: file))
        guard statements.count <= Self.maximumStatements else {
          throw Fault(
            phrase: "\(file): more than \(Self.maximumStatements) entries are not read")
        }
      }
    }
    self.init(statements: statements)
  }

  private static func statement(_ node: Node, role: Role, rank: Int, file: String) throws(Fault)
    -> Statement
  {
    switch node {
    case .scalar(let scalar):
      guard scalar.string.contains(where: { !$0.isWhitespace }) else { break }
      return Statement(role: role, text: scalar.string, rank: rank)
    case .mapping(let mapping):
      let known = ["text", "weight", "means", "tires"]
      for (key, _) in mapping where !known.contains(key.scalar?.string ?? "") {
        throw Fault(
          phrase: at(
            key, file,
            "unknown key “\(key.scalar?.string ?? "")”; there are \(known.joined(separator: ", "))")
        )
      }
      guard let text = mapping["text"]?.scalar?.string, text.contains(where: { !$0.isWhitespace })
      else { break }
      var weight = 1.0
      if let weightNode = mapping["weight"] {
        guard let number = weightNode.scalar.flatMap({ Double($0.string) }), number > 0,
          number <= 100
        else {
          throw Fault(
            phrase: at(weightNode, file, "a weight is a number above 0, at most 100"))
        }
        weight = number
      }
      let means: [String] =
        switch mapping["means"] {
        case .sequence(let items)?: items.compactMap { $0.scalar?.string }
        case let node?: [node.scalar?.string].compactMap { $0 }
        case nil: []
        }
      return Statement(
        role: role, text: text, rank: rank, weight: weight, elaborations: means,
        tires: mapping["tires"]?.bool ?? false)
    default: break
    }
    throw Fault(phrase: at(node, file, "an entry is a text, or a mapping with “text”"))
  }

  private static func at(_ node: Node, _ file: String, _ message: Phrase) -> Phrase {
    "\(file):\(node.mark?.line ?? 1):\(node.mark?.column ?? 1): \(message)"
  }

  private static func wording(_ error: any Error, file: String) -> Phrase {
    switch error as? YamlError {
    case .scanner(_, let problem, let mark, _)?, .parser(_, let problem, let mark, _)?,
      .composer(_, let problem, let mark, _)?:
      "\(file):\(mark.line):\(mark.column): this is not valid YAML here: \(problem)"
    case .duplicatedKeysInMapping(let keys, let context)?:
      "\(file):\(context.mark.line):\(context.mark.column): “\(keys.first.map { "\($0)" } ?? "")” stands twice; keep one"
    default: "\(file):1:1: this is not YAML that can be read; is the file UTF-8 text?"
    }
  }

  /// The profile as YAML that ``init(yaml:file:)`` reads back.
  ///
  /// - Throws: ``YamlError`` where there is no room for it.
  public func yaml() throws -> String {
    let lists = Self.keys.map { key, role in
      (Node(key), Node(statements(role).map(Self.node)))
    }
    // Lines are not folded, so that each entry stays on one.
    return try serialize(node: Node(lists), indent: 2, width: -1, allowUnicode: true)
  }

  /// A statement as its words alone where nothing else is known of it.
  private static func node(_ statement: Statement) -> Node {
    let words = text(statement.text)
    var parts: [(Node, Node)] = [("text", words)]
    if statement.weight != 1 { parts.append(("weight", Node(String(statement.weight)))) }
    if !statement.elaborations.isEmpty {
      parts.append(("means", Node(statement.elaborations.map(text), .implicit, .flow)))
    }
    if statement.tires { parts.append(("tires", "true")) }
    return parts.count == 1 ? words : Node(parts)
  }

  /// In quotation marks, so that no words are taken for a number, or for a sign of YAML's.
  private static func text(_ text: String) -> Node { Node(text, .implicit, .doubleQuoted) }
}

extension Profile.Fault: Phrased {}
