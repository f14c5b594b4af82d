internal import Yams

extension ScriptReader {
  mutating func compose(_ text: String) -> Node? {
    // A byte order mark is not part of the text.
    let yaml = text.hasPrefix("\u{FEFF}") ? String(text.dropFirst()) : text
    lines[file] = yaml.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    guard yaml.utf8.count <= Self.maximumBytes else {
      report("the script is larger than four million bytes; split it into several scripts", line: 1)
      return nil
    }
    do {
      guard let node = try Parser(yaml: yaml).singleRoot() else {
        report("the script is empty; it needs the keys script, title and items", line: 1)
        return nil
      }
      guard isBounded(node, depth: 0) else {
        report("the script is nested too deeply or repeats itself through aliases", line: 1)
        return nil
      }
      return node
    } catch let error as YamlError {
      report(error)
    } catch {
      report("this is not YAML that can be read", line: 1)
    }
    return nil
  }

  mutating func isBounded(_ node: Node, depth: Int) -> Bool {
    nodesLeft -= 1
    guard nodesLeft > 0, depth <= Self.maximumDepth else { return false }
    switch node {
    case .scalar, .alias: return true
    case .sequence(let sequence):
      for child in sequence where !isBounded(child, depth: depth + 1) { return false }
    case .mapping(let mapping):
      for (key, value) in mapping {
        guard isBounded(key, depth: depth + 1), isBounded(value, depth: depth + 1) else {
          return false
        }
      }
    }
    return true
  }

  mutating func report(_ error: YamlError) {
    switch error {
    case .scanner(_, let problem, let mark, _), .parser(_, let problem, let mark, _),
      .composer(_, let problem, let mark, _):
      report("this is not valid YAML here: \(problem)", line: mark.line, column: mark.column)
    case .duplicatedKeysInMapping(let duplicates, let context):
      report(
        "“\(duplicates.first ?? "")” stands twice in this mapping; keep one",
        line: context.mark.line, column: context.mark.column)
    case .reader(let problem, _, _, _):
      report("this is not text that YAML allows: \(problem)", line: 1)
    default:
      report("this is not YAML that can be read; is the file UTF-8 text?", line: 1)
    }
  }

  mutating func report(_ message: String, at node: Node?, offset: Int = 0) {
    let mark = node?.mark
    let quoted =
      offset > 0 && (node?.scalar?.style == .doubleQuoted || node?.scalar?.style == .singleQuoted)
    report(
      message, line: mark?.line ?? 1, column: (mark?.column ?? 1) + offset + (quoted ? 1 : 0))
  }

  mutating func report(_ message: String, line: Int, column: Int = 1) {
    report(
      message, .error, at: SourcePlace(file: file, line: max(1, line), column: max(1, column)))
  }

  mutating func report(_ message: String, _ severity: ScriptFault.Severity, at place: SourcePlace) {
    let lines = lines[place.file] ?? []
    let excerpt = lines.indices.contains(place.line - 1) ? lines[place.line - 1].prefix(200) : ""
    faults.append(
      ScriptFault(
        severity: severity, file: place.file, line: place.line, column: place.column,
        message: message, excerpt: String(excerpt)))
  }

  func place(of node: Node) -> SourcePlace {
    SourcePlace(file: file, line: node.mark?.line ?? 1, column: node.mark?.column ?? 1)
  }

  /// The languages of all texts, English first.
  var languages: [String] {
    ["en"] + Set(texts.flatMap(\.languages)).subtracting(["en"]).sorted()
  }

  /// The texts that lack a language which others have.
  var untranslated: [ScriptAnalysis.Doubt] {
    let languages = languages
    return texts.compactMap { text in
      let missing = languages.filter { !text.languages.contains($0) }
      guard !missing.isEmpty else { return nil }
      return ScriptAnalysis.Doubt(
        severity: .warning, place: text.place,
        message:
          "this text has no translation into \(missing.joined(separator: ", ")), which others here have"
      )
    }
  }

  /// The values by key; unknown keys are reported with the nearest known one.
  mutating func fields(of mapping: Node.Mapping, known: [String]) -> [String: Node] {
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        report("a key is a plain word", at: key)
        continue
      }
      if known.contains(name) {
        fields[name] = value
      } else if let nearest = Spelling.nearest(to: name, among: known) {
        report("unknown key “\(name)”; did you mean “\(nearest)”?", at: key)
        // Read as what was meant, so that one slip is reported once.
        if fields[nearest] == nil { fields[nearest] = value }
      } else {
        report(
          "unknown key “\(name)”; here can stand \(known.joined(separator: ", "))", at: key)
      }
    }
    return fields
  }

  mutating func text(_ node: Node) -> String? {
    guard let text = node.scalar?.string.trimmingWhitespace(), !text.isEmpty else {
      report("a text is needed here", at: node)
      return nil
    }
    return text
  }

  mutating func requiredText(
    _ key: String, in fields: inout [String: Node], of parent: Node
  ) -> String? {
    guard let node = fields[key] else {
      report("“\(key)” is missing", at: parent)
      return nil
    }
    return text(node)
  }

  mutating func integer(_ node: Node) -> Int? {
    guard let number = node.scalar.flatMap({ Int($0.string) }), number >= 0 else {
      report("a whole number is needed here", at: node)
      return nil
    }
    return number
  }

  /// A text, or a mapping from language codes to texts.
  mutating func texts(_ node: Node) -> (fallback: String, byLanguage: [String: String])? {
    guard case .mapping(let mapping) = node else {
      guard let text = text(node) else { return nil }
      self.texts.append((["en"], place(of: node)))
      return (text, [:])
    }
    var texts: [String: String] = [:]
    for (key, value) in mapping {
      guard let language = key.scalar?.string, let text = text(value) else { continue }
      texts[language] = text
    }
    guard let fallback = texts["en"] else {
      report("the English text (en) is missing beside its translations", at: node)
      return nil
    }
    self.texts.append((Set(texts.keys), place(of: node)))
    return (fallback, texts)
  }

  mutating func wording(_ key: String, in fields: inout [String: Node]) -> Wording? {
    fields[key].flatMap { texts($0) }.map { Wording(texts: $0.byLanguage, fallback: $0.fallback) }
  }

  mutating func template(_ node: Node) -> Template? {
    guard let texts = texts(node) else { return nil }
    let translations = texts.byLanguage.mapValues { pieces(of: $0, at: node) }
    return Template(
      translations: translations, pieces: pieces(of: texts.fallback, at: node),
      place: place(of: node))
  }

  /// `{name}` quotes an answer; `{{` is a brace.
  mutating func pieces(of text: String, at node: Node) -> [Template.Piece] {
    var pieces: [Template.Piece] = []
    var literal = ""
    let characters = Array(text)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if character == "{", next == "{" {
        literal.append("{")
        index += 2
      } else if character == "{" {
        guard let close = characters[index...].firstIndex(of: "}") else {
          report("this “{” is not closed; write “{{” for a brace itself", at: node, offset: index)
          return pieces
        }
        let name = String(characters[(index + 1)..<close]).trimmingWhitespace()
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        literal = ""
        do throws(ExpressionFault) {
          pieces.append(.pipe(try scope.resolve(name, at: index + 1).reference))
        } catch { report(error.message, at: node, offset: error.offset) }
        index = close + 1
      } else {
        literal.append(character)
        index += 1
      }
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    return pieces
  }

  mutating func condition(_ node: Node) -> Condition? {
    guard let source = text(node) else { return nil }
    do throws(ExpressionFault) {
      return Condition(
        expression: try ExpressionParser.condition(source, in: scope), source: source,
        place: place(of: node))
    } catch {
      report(error.message, at: node, offset: error.offset)
      return nil
    }
  }
}
