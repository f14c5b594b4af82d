import Phrases
import Yams

/// What is named in a list of items, before any of it is read.
extension ScriptReader {
  func names(in sequence: Node.Sequence, depth: Int) -> Set<String> {
    guard depth <= Script.maximumDepth else { return [] }
    return sequence.reduce(into: []) { names, node in
      guard case .mapping(let mapping) = node else { return }
      if let id = mapping["id"]?.scalar?.string, mapping["matrix"] == nil { names.insert(id) }
      if let definition = mapping["let"]?.scalar?.string {
        names.insert(String(definition.prefix { $0 != "=" }).trimmingWhitespace())
      }
      if case .mapping(let rows)? = mapping["rows"] {
        for row in rows.keys { if let id = row.scalar?.string { names.insert(id) } }
      }
      if case .sequence(let inner)? = mapping["items"] {
        names.formUnion(self.names(in: inner, depth: depth + 1))
      }
    }
  }

  /// The entries by their ids, those in sections and rosters included.
  func entries(in sequence: Node.Sequence, depth: Int) -> [String: Node] {
    guard depth <= Script.maximumDepth else { return [:] }
    return sequence.reduce(into: [:]) { entries, node in
      guard case .mapping(let mapping) = node else { return }
      let id = mapping["id"]?.scalar?.string
      let value = mapping["let"]?.scalar?.string.prefix { $0 != "=" }.trimmingWhitespace()
      for name in [id, value].compactMap(\.self) where entries[name] == nil { entries[name] = node }
      if case .mapping(let rows)? = mapping["rows"] {
        for row in rows.keys { if let row = row.scalar?.string { entries[row] = node } }
      }
      if case .sequence(let inner)? = mapping["items"] {
        entries.merge(self.entries(in: inner, depth: depth + 1)) { first, _ in first }
      }
    }
  }

  /// The names of values that are worked out, those in sections and rosters included.
  func values(in sequence: Node.Sequence, depth: Int) -> Set<String> {
    guard depth <= Script.maximumDepth else { return [] }
    return sequence.reduce(into: []) { names, node in
      guard case .mapping(let mapping) = node else { return }
      if let definition = mapping["let"]?.scalar?.string {
        names.insert(String(definition.prefix { $0 != "=" }).trimmingWhitespace())
      }
      if case .sequence(let inner)? = mapping["items"] {
        names.formUnion(values(in: inner, depth: depth + 1))
      }
    }
  }

  /// A name that is free; what is wrong with it is said where it is not.
  mutating func newID(_ name: String, at node: Node?) -> ItemID? {
    guard isName(name) else {
      let isTaken = Self.wordsOfConditions.contains(name)
      report(
        isTaken
          ? "“\(name)” means something of its own in conditions; take another id"
          : "an id is a word of letters, digits and underscores, unlike “\(name)”",
        at: node.map(place(of:)) ?? SourcePlace(file: file, line: 1, column: 1),
        mending: node.flatMap { node in
          let meant = isTaken ? "\(name)_" : Self.slug(name)
          return line(of: node, with: meant, for: name).flatMap { line in
            node.mark.map { Correction([.line($0.line, line)]) }
          } ?? with(meant, at: node)
        })
      return nil
    }
    let id = ItemID(name)
    guard scope.items[id] == nil else {
      report(
        "there is an item “\(name)” already; ids are unique", .error,
        at: node.map(place(of:)) ?? SourcePlace(file: file, line: 1, column: 1),
        correction: node.flatMap { line(of: $0, with: "\(name)_2", for: name) })
      return nil
    }
    return id
  }

  func isName(_ name: String) -> Bool {
    guard let first = name.first, first.isLetter || first == "_", name.count <= 60 else {
      return false
    }
    return name.allSatisfy { $0.isLetter || $0.isNumber || $0 == "_" }
      && !Self.wordsOfConditions.contains(name)
  }

  private static let wordsOfConditions: Set<String> = [
    "and", "or", "not", "in", "yes", "no", "true", "false", "element",
  ]

  /// Lets what follows speak of an item.
  mutating func define(_ id: ItemID, kind: AnswerKind) {
    var known = Scope.Known(
      type: kind.rules.type, kind: kind, rosters: scope.rosters.map(\.root), root: id)
    if case .elements(let list)? = kind.offer?.origin, let source = scope.known(list.rawValue) {
      known.root = source.root
      known.carried = source.carried + 1
    }
    known.scores = kind.offer?.scores ?? [:]
    scope.items[id] = known
    entryNodes[id] = around.last
  }
}
