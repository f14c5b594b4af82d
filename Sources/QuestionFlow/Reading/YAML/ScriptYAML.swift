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
        report(
          "the script is empty; it needs the keys script, title and items", line: 1,
          correction: Self.example("script", indent: 0))
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
        mistake.message,
        at: SourcePlace(file: file, line: mistake.line, column: mistake.column),
        mending: mistake.correction)
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
    report(
      message, .error, at: node.map { place(of: $0, offset: offset) } ?? place(offset: offset),
      correcting: correcting)
  }

  /// What is wrong in an expression that a node holds.
  ///
  /// - Parameter behind: how many characters of the node's text stand before the expression.
  mutating func report(_ fault: ExpressionFault, at node: Node, behind: Int = 0) {
    guard fault.correction == nil else {
      return report(
        fault.message, at: node, offset: fault.offset + behind, correcting: fault.correction)
    }
    let mending = remedy(of: fault, for: node)
    report(fault.message, at: place(of: node, offset: fault.offset + behind), mending: mending)
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
        phrase: message, excerpt: String(excerpt),
        correction: corrected.map { Correction([.line(place.line, $0)]) }))
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

  /// The place of a character of a node's text, which may be in quotation marks.
  func place(of node: Node, offset: Int) -> SourcePlace {
    let isQuoted = offset > 0 && [.doubleQuoted, .singleQuoted].contains(node.scalar?.style)
    return SourcePlace(
      file: file, line: max(1, node.mark?.line ?? 1),
      column: max(1, (node.mark?.column ?? 1) + offset + (isQuoted ? 1 : 0)))
  }

  private func place(offset: Int) -> SourcePlace {
    SourcePlace(file: file, line: 1, column: 1 + offset)
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
          "this text has no translation into \(missing.joined(separator: ", ")), which others here have",
        mending: .translating(missing))
    }
  }

  /// The values by key; unknown keys are reported with the nearest known one.
  mutating func fields(of mapping: Node.Mapping, known: [String]) -> [String: Node] {
    var fields: [String: Node] = [:]
    for (key, value) in mapping {
      guard let name = key.scalar?.string else {
        report("a key is a plain word", at: key, mending: without(key, isKey: true))
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
    if let text = node.scalar?.string, !text.isEmpty { warnOfSwallowed(node) }
    guard let text = node.scalar?.string.trimmingWhitespace(), !text.isEmpty else {
      if reportLanguagesBelow(node) || reportCommentBehind(node) { return nil }
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
          : "a text is needed here", at: node, mending: inOneText(node) ?? asText(node))
      return nil
    }
    return text
  }

  /// The words of a list on one line as one text; brackets that are meant have no letter beside them.
  private func inOneText(_ node: Node) -> Correction? {
    guard isFlow(node), let words = node.sequence?.compactMap({ $0.scalar?.string }),
      words.count == node.sequence?.count, words.count > 1
    else { return nil }
    return saying(Self.plain(words.joined(separator: ", ")), at: node)
  }

  private static let language = WrittenForm(regex: /^\s*[a-z]{2}: +\S.*$/)

  /// Reports the languages of a text that stand in one column with its key.
  private mutating func reportLanguagesBelow(_ node: Node) -> Bool {
    guard node.scalar != nil, let mark = node.mark, let own = line(of: node), let all = lines[file]
    else { return false }
    let lead = own.prefix { " -".contains($0) }.count
    let below = all.dropFirst(mark.line).prefix {
      $0.prefix { $0 == " " }.count == lead && String($0).wholeMatch(of: Self.language) != nil
    }
    guard below.count > 0, own.trimmingWhitespace().hasSuffix(":") else { return false }
    report(
      "the languages of a text stand below its key, two spaces further in", at: node,
      mending: Correction(below.indices.map { .line($0 + 1, "  \(all[$0])") }))
    return true
  }

  /// Reports a number sign behind a key, which makes a comment of all that it says.
  private mutating func reportCommentBehind(_ node: Node) -> Bool {
    guard node.scalar != nil, let mark = node.mark, let own = line(of: node),
      let sign = own.firstIndex(of: "#"), let key = key(of: node)
    else { return false }
    let said = String(own[sign...]).trimmingWhitespace()
    let text = key == "pattern" ? said.replacing("#", with: "9") : FlowText.inQuotes(said)
    let column = own.distance(from: own.startIndex, to: sign) + 1
    report(
      "“#” begins a comment, so nothing stands behind “\(key)”; put the text in quotation marks",
      at: SourcePlace(file: file, line: mark.line, column: column),
      mending: Correction([.line(mark.line, "\(own[..<sign])\(text)")]))
    return true
  }

  /// What is opened like a list or a mapping and is meant as a text, in quotation marks, or an example of a
  /// text.
  func asText(_ node: Node) -> Correction? {
    guard let line = line(of: node), let mark = node.mark, mark.column <= line.count else {
      return nil
    }
    if isFlow(node) {
      let start = line.index(line.startIndex, offsetBy: mark.column - 1)
      let range = Self.flowEntry(in: line, at: mark.column)
      let end = range?.upperBound ?? line.endIndex
      guard start <= end else { return nil }
      let text = FlowText.inQuotes(line[start..<end].trimmingWhitespace())
      return Correction([.line(mark.line, "\(line[..<start])\(text)\(line[end...])")])
    }
    if let below = listAsText(node) { return below }
    let example = key(of: node).flatMap { Self.examples[$0] }
    return saying(example ?? Self.plain(Self.words(of: node)), at: node)
  }

  /// What stands below a key with dashes, as one text behind it.
  private func listAsText(_ node: Node) -> Correction? {
    guard let sequence = node.sequence, let all = lines[file], let mark = node.mark,
      let above = all.indices.prefix(mark.line - 1).last(where: {
        !all[$0].allSatisfy(\.isWhitespace)
      }), let key = YAMLMistake.key(of: String(all[above])), all[above].hasSuffix(":")
    else { return nil }
    let pairs = sequence.compactMap { child -> (name: String, text: String)? in
      guard let pair = child.mapping?.first, child.mapping?.count == 1,
        let name = pair.key.scalar?.string, let text = pair.value.scalar?.string
      else { return nil }
      return (name, text)
    }
    let texts = sequence.compactMap { $0.scalar?.string }
    let said: String
    if pairs.count == sequence.count, pairs.allSatisfy({ $0.name.count == 2 }) {
      said = FlowText.braces(pairs)
    } else if texts.count == sequence.count, !texts.isEmpty {
      said = Self.plain(texts.joined(separator: ", "))
    } else {
      return nil
    }
    let last =
      mark.line - 1
      + lines(of: node, from: mark.column - 1)
      .prefix { !$0.allSatisfy(\.isWhitespace) }
      .enumerated().prefix {
        $0.offset == 0 || $0.element.prefix { $0 == " " }.count >= mark.column
          || $0.element.dropFirst(mark.column - 1).hasPrefix("- ")
      }.count
    let lead = all[above].prefix(key.column - 1)
    return Correction([.lines(above + 1...max(above + 1, last), "\(lead)\(key.name): \(said)")])
  }

  /// The words of an opened node, one behind the other.
  private static func words(of node: Node) -> String {
    let parts = node.sequence.map { Array($0) } ?? node.mapping.map { $0.map(\.key) } ?? []
    let words = parts.compactMap { $0.scalar?.string }.joined(separator: ", ")
    return words.isEmpty ? "…" : words
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
