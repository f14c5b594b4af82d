import Foundation
import Phrases
import Yams

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
      guard let node = try Node.ofTexts(yaml) else {
        report("the script is empty; it needs the keys script, title and items", line: 1)
        return nil
      }
      guard isBounded(node, depth: 0) else {
        report("the script is nested too deeply or repeats itself through aliases", line: 1)
        return nil
      }
      return node
    } catch let error as YamlError {
      let mistake = YAMLMistake(error, in: lines[file] ?? [])
      report(
        mistake.message, line: mistake.line, column: mistake.column,
        correction: mistake.correction)
    } catch {
      report("this is not YAML that can be read", line: 1)
    }
    return nil
  }

  mutating func isBounded(_ node: Node, depth: Int) -> Bool {
    nodesLeft -= 1
    guard nodesLeft > 0, depth <= Script.maximumDepth else { return false }
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

  // MARK: - Faults

  /// - Parameters:
  ///   - offset: where in the node's text it is, in characters.
  ///   - correcting: what stands there, and what should.
  mutating func report(
    _ message: Phrase, at node: Node?, offset: Int = 0,
    correcting: (wrong: String, right: String)? = nil
  ) {
    let mark = node?.mark
    let quoted =
      offset > 0 && (node?.scalar?.style == .doubleQuoted || node?.scalar?.style == .singleQuoted)
    let place = SourcePlace(
      file: file, line: max(1, mark?.line ?? 1),
      column: max(1, (mark?.column ?? 1) + offset + (quoted ? 1 : 0)))
    report(message, .error, at: place, correcting: correcting)
  }

  /// What is wrong in an expression that a node holds.
  ///
  /// - Parameter behind: how many characters of the node's text stand before the expression.
  mutating func report(_ fault: ExpressionFault, at node: Node, behind: Int = 0) {
    report(fault.message, at: node, offset: fault.offset + behind, correcting: fault.correction)
  }

  mutating func report(_ message: Phrase, line: Int, column: Int = 1, correction: String? = nil) {
    report(
      message, .error, at: SourcePlace(file: file, line: max(1, line), column: max(1, column)),
      correction: correction)
  }

  /// - Parameters:
  ///   - correcting: what stands there, and what should.
  ///   - correction: the line as it should be, where that is known.
  mutating func report(
    _ message: Phrase, _ severity: ScriptFault.Severity, at place: SourcePlace,
    correcting: (wrong: String, right: String)? = nil, correction: String? = nil
  ) {
    let lines = lines[place.file] ?? []
    let excerpt = lines.indices.contains(place.line - 1) ? lines[place.line - 1].prefix(200) : ""
    let corrected =
      correction
      ?? correcting.flatMap {
        Self.line(String(excerpt), from: place.column - 1, $0.wrong, $0.right)
      }
    faults.append(
      ScriptFault(
        severity: severity, file: place.file, line: place.line, column: place.column,
        phrase: message, excerpt: String(excerpt), correction: corrected))
  }

  /// A line with one thing in the place of another, which stands at a column or behind it.
  private static func line(_ line: String, from column: Int, _ wrong: String, _ right: String)
    -> String?
  {
    guard column >= 0, column < line.count, !wrong.isEmpty else { return nil }
    let start = line.index(line.startIndex, offsetBy: column)
    guard let range = line[start...].firstRange(of: wrong) else { return nil }
    return line.replacingCharacters(in: range, with: right)
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
      } else if let meant = reportUnknown(key, name, value, in: mapping, known) {
        // Read as what was meant, so that one slip is reported once.
        if fields[meant.key] == nil, mapping[meant.key] == nil { fields[meant.key] = meant.value }
      }
    }
    return fields
  }

  private static let emptyKey = WrittenForm(regex: /(\s*(?:- +)*)([a-z ]+):\s*/)

  mutating func text(_ node: Node) -> String? {
    if reportTag(node) { return nil }
    guard let text = node.scalar?.string.trimmingWhitespace(), !text.isEmpty else {
      if node.scalar != nil,
        let match = line(of: node)?.wholeMatch(of: Self.emptyKey),
        let example = Self.examples[String(match.2)]
      {
        report(
          "nothing stands behind “\(match.2)”", .error, at: place(of: node),
          correction: "\(match.1)\(match.2): \(example)")
        return nil
      }
      let isOpened = node.mapping != nil || node.sequence != nil
      report(
        isOpened && isFlow(node)
          ? "a text is needed here; one that begins with { or [ stands in quotation marks"
          : "a text is needed here", at: node)
      return nil
    }
    return text
  }

  /// What could stand behind a key that is empty.
  private static let examples = [
    "ask": "What …?", "answer": "text", "id": "name", "title": "A title", "script": "my_script",
    "note": "Welcome.", "section": "A heading", "for each": "LIST", "as": "thing",
    "when": "answered(NAME)", "let": "total = sum(LIST, NUMBER)", "between": "1..5", "pick": "3",
  ]

  /// Whether a mapping or a list is written in braces or brackets.
  func isFlow(_ node: Node) -> Bool {
    guard node.mapping != nil || node.sequence != nil, let mark = node.mark,
      let lines = lines[file], lines.indices.contains(mark.line - 1)
    else { return false }
    return lines[mark.line - 1].dropFirst(mark.column - 1).first.map { "{[".contains($0) } ?? false
  }

  mutating func integer(_ node: Node) -> Int? {
    guard let number = node.scalar.flatMap({ Int($0.string) }), number >= 0 else {
      let said = node.scalar?.string.trimmingWhitespace() ?? ""
      let meant = Mistakes.number(said).map { NumberAnswer.spoken(abs($0).rounded()) } ?? "1"
      report(
        "a whole number is needed here, in digits", .error, at: place(of: node),
        correction: said.isEmpty ? nil : line(of: node, with: meant, for: said))
      return nil
    }
    return number
  }
}
