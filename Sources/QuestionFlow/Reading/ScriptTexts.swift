import Phrases
import Yams

/// Reads texts in one or more languages, with places for answers in them, and conditions.
extension ScriptReader {
  /// A text, or a mapping from language codes to texts.
  mutating func texts(_ node: Node) -> (fallback: String, byLanguage: [String: String])? {
    guard case .mapping(let mapping) = node else {
      guard let text = text(node) else { return nil }
      warnOfComment(node)
      self.texts.append((["en"], place(of: node)))
      nodes[place(of: node)] = node
      return (text, [:])
    }
    var texts: [String: String] = [:]
    var wasBroken = false
    for (key, value) in mapping {
      guard let language = key.scalar?.string, isLanguage(language) else {
        // What the first one makes unreadable is not told again of the others.
        if !wasBroken || !isFlow(node) { reportBroken(key, value, in: node) }
        wasBroken = true
        continue
      }
      guard let text = text(value) else {
        wasBroken = true
        continue
      }
      warnOfComment(value)
      texts[language] = text
    }
    guard !wasBroken else { return nil }
    guard let fallback = texts["en"] else {
      if let key = mapping.keys.first(where: { $0.scalar?.string.hasPrefix("en-") == true }) {
        report(
          "English is “en” here, unlike “\(key.scalar?.string ?? "")”", at: key,
          mending: renaming(key, "en"))
        return nil
      }
      let pairs =
        [(name: "en", text: "…")]
        + texts.sorted { $0.key < $1.key }
        .map { (name: $0.key, text: $0.value) }
      report(
        "the English text (en) is missing beside its translations", at: node,
        mending: isFlow(node)
          ? saying(FlowText.braces(pairs), at: node)
          : line(of: node).flatMap { line in
            node.mark.map { Correction([.line($0.line, "\(indent(of: node))en: …\n\(line)")]) }
          })
      return nil
    }
    self.texts.append((Set(texts.keys), place(of: node)))
    nodes[place(of: node)] = node
    return (fallback, texts)
  }

  private func isLanguage(_ code: String) -> Bool {
    let parts = code.split(separator: "-", omittingEmptySubsequences: false)
    return (2...3).contains(parts[0].count)
      && parts.allSatisfy {
        !$0.isEmpty && $0.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber) }
      }
      && parts[0].allSatisfy(\.isLowercase)
  }

  /// What stands in braces and is no text with its language.
  private mutating func reportBroken(_ key: Node, _ value: Node, in node: Node) {
    let words = key.scalar?.string ?? ""
    let isEmpty = value.scalar.map { $0.string.isEmpty || $0.string == "null" } ?? false
    let better = line(of: node).flatMap { line in
      let place = (node.mark?.column ?? 1) - 1
      guard isFlow(node), place < line.count else { return String?.none }
      let start = line.index(line.startIndex, offsetBy: place)
      let end = Self.flowEntry(in: line, at: place + 1)?.upperBound ?? line.endIndex
      guard start < end else { return nil }
      return FlowText.mapping(String(line[start..<end])).map { line[..<start] + $0 + line[end...] }
    }
    if isFlow(node), isEmpty, [.doubleQuoted, .singleQuoted].contains(key.scalar?.style),
      let first = node.mapping?.first, isLanguage(first.key.scalar?.string ?? "")
    {
      // {en: "Name?", "Wie heißt du?"} lacks the second language.
      let other = first.key.scalar?.string == "de" ? "en" : "de"
      let pairs = [
        (name: first.key.scalar?.string ?? "en", text: first.value.scalar?.string ?? ""),
        (name: other, text: words),
      ]
      return report(
        "a text in several languages begins each with its language, such as {en: Why?, de: Warum?}, unlike “\(words)”",
        at: key, mending: saying(FlowText.braces(pairs), at: node))
    }
    let isPaired = node.mapping?.keys.contains { isLanguage($0.scalar?.string ?? "") } ?? false
    if isFlow(node), isEmpty, isPaired || better != nil {
      // {en: Well, why?} is cut at its comma, and {en:"Why?"} has no blank behind the colon.
      report(
        "inside { } a comma ends a text, and a blank follows each colon; put the texts in quotation marks",
        .error, at: place(of: key), correction: better)
    } else if isFlow(node), isEmpty {
      report(
        "a text that begins with { stands in quotation marks", at: node, mending: asText(node))
    } else {
      let pairs =
        (node.mapping?.map { ($0.key.scalar?.string ?? "", $0.value.scalar?.string ?? "") })
        .map { pairs in
          pairs.map {
            (name: Mistakes.known.languages[$0.0.lowercased()] ?? $0.0.lowercased(), text: $0.1)
          }
        } ?? []
      let isKnown = !pairs.isEmpty && pairs.allSatisfy { isLanguage($0.name) && !$0.text.isEmpty }
      report(
        "a text in several languages begins each with its language, such as {en: Why?, de: Warum?}, unlike “\(words)”",
        at: key,
        mending: isFlow(node)
          ? saying(FlowText.braces(isKnown ? pairs : Self.inLanguages(pairs)), at: node)
          : renaming(key, pairs.first { $0.text == value.scalar?.string }?.name ?? "en"))
    }
  }

  /// Texts whose languages cannot be told, the first as the English one.
  private static func inLanguages(_ pairs: [(name: String, text: String)]) -> [(
    name: String, text: String
  )] {
    pairs.prefix(2).enumerated().map { index, pair in
      (index == 0 ? "en" : "de", pair.text.isEmpty ? pair.name : pair.text)
    }
  }

  /// Says so where a comment seems to have cut a text: one space and a # in the middle of a line.
  mutating func warnOfComment(_ node: Node) {
    guard let scalar = node.scalar, scalar.style == .plain, let mark = node.mark,
      let lines = lines[file], lines.indices.contains(mark.line - 1)
    else { return }
    // Most lines have no such sign, and are not looked at any further.
    guard lines[mark.line - 1].utf8.contains(UInt8(ascii: "#")) else { return }
    let rest = lines[mark.line - 1].dropFirst(mark.column - 1)
    guard let cut = rest.firstRange(of: " #"), rest[..<cut.lowerBound].last != " ",
      scalar.string.hasPrefix(String(rest[..<cut.lowerBound]))
    else { return }
    let column = mark.column + rest.distance(from: rest.startIndex, to: cut.lowerBound) + 1
    let text = String(rest)
    report(
      "“ #” begins a comment, so the text ends before it; put the text in quotation marks, or two spaces before a comment",
      .warning, at: SourcePlace(file: file, line: mark.line, column: column),
      correction: String(lines[mark.line - 1].prefix(mark.column - 1))
        + "\"\(text.replacing("\"", with: "\\\""))\"")
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
    warnOfPlaceholders(in: text, at: node)
    var index = 0
    while index < characters.count {
      let character = characters[index]
      let next = index + 1 < characters.count ? characters[index + 1] : nil
      if character == "{", next == "{" {
        literal.append("{")
        index += 2
      } else if character == "{" {
        guard let close = characters[index...].firstIndex(of: "}") else {
          let word = characters[(index + 1)...].prefix { $0.isLetter || $0.isNumber || $0 == "_" }
          report(
            "this “{” is not closed; write “{{” for a brace itself", at: node, offset: index,
            correcting: word.isEmpty ? ("{", "{{") : ("{\(String(word))", "{\(String(word))}"))
          return pieces
        }
        let name = String(characters[(index + 1)..<close]).trimmingWhitespace()
        if !literal.isEmpty { pieces.append(.literal(literal)) }
        literal = ""
        if let end = worked(out: name, characters, from: index, to: close, at: node) {
          index = end
          continue
        }
        quote(name, from: index, at: node, &pieces)
        index = close + 1
      } else {
        literal.append(character)
        index += 1
      }
    }
    if !literal.isEmpty { pieces.append(.literal(literal)) }
    return pieces
  }

  private mutating func quote(
    _ name: String, from index: Int, at node: Node, _ pieces: inout [Template.Piece]
  ) {
    do throws(ExpressionFault) {
      pieces.append(.pipe(try scope.resolve(name, at: index + 1).reference))
    } catch {
      var fault = error
      if let spoken = otherwise(name, fault) {
        return report(
          spoken.message, at: place(of: node, offset: index + 1), mending: spoken.mending(node))
      }
      if fault.correction == nil, let list = scope.known(name)?.rosters.last, name != asking {
        fault = ExpressionFault.askedForEach(name, of: list, at: fault.offset)
      } else if let rows = scope.matrices[name], !rows.isEmpty {
        fault.correction = (name, rows.joined(separator: "}, {"))
      } else if let meant = meantName(name) {
        fault.correction = (name, meant)
      } else if fault.correction == nil, case .item(let name)? = fault.remedy {
        // Any text can be quoted, so the nearest name is as good as a new question.
        let near = scope.names(near: name).first.flatMap { other in
          line(of: node).flatMap { line in
            node.mark.map {
              Correction([.line($0.line, line.replacing("{\(name)}", with: "{\(other)}"))])
            }
          }
        }
        let asked = remedy(of: fault, for: node, kind: "text")
        return report(
          fault.message, at: place(of: node, offset: fault.offset),
          mending: near?.or(asked) ?? asked)
      }
      report(fault, at: node)
    }
  }

  /// A name that is written otherwise: in other capitals, with blanks, or as other tools speak of the time before.
  private func meantName(_ name: String) -> String? {
    for rule in Mistakes.known.expressions {
      if let made = rule.application(to: name, item: asking, isQuoted: { _ in false }),
        (try? scope.resolve(made.source, at: 0)) != nil
      {
        return made.source
      }
    }
    let joined = name.split(separator: " ").joined(separator: "_")
    return joined != name && (try? scope.resolve(joined, at: 0)) != nil ? joined : nil
  }

  mutating func condition(_ node: Node) -> Condition? {
    guard let source = conditionText(node) else { return nil }
    return reading(source, at: node) { source, scope throws(ExpressionFault) in
      try ExpressionParser.condition(source, in: scope)
    }.map { expression in
      warnOfNothing(in: source, expression, at: node)
      nodes[place(of: node)] = node
      return Condition(expression: expression, source: source, place: place(of: node))
    }
  }

  /// The text of a condition; a list of conditions is told to be one with “and”.
  private mutating func conditionText(_ node: Node) -> String? {
    if let sequence = node.sequence, let key = line(of: node) {
      let parts = sequence.compactMap { $0.scalar?.string }
      let whole = parts.joined(separator: " and ")
      let own =
        "a condition is one text; several that must all hold have “and” between them" as Phrase
      if isFlow(node) {
        report(
          own, .error, at: place(of: node),
          correction: line(of: node, saying: Self.plain(whole))
            ?? key.prefix((node.mark?.column ?? 1) - 1) + Self.plain(whole))
      } else {
        let number = node.mark?.line ?? 2
        report(
          own, at: node,
          mending: Correction([
            .lines(
              max(1, number - 1)...number + max(1, sequence.count) - 1,
              "\(indent(of: node).dropLast(2))when: \(Self.plain(whole))")
          ]))
      }
      return nil
    }
    if let name = node.mapping?.first?.key.scalar?.string, node.mapping?.count == 1,
      isFlow(node), scope.known(name) != nil
    {
      report(
        "a condition has the name without braces", .error, at: place(of: node),
        correction: line(of: node, saying: name))
      return nil
    }
    guard let text = text(node) else { return nil }
    if ["always", "immer", "everybody", "everyone", "all"].contains(text.lowercased()),
      scope.known(text) == nil
    {
      report(
        "a question without “when” is asked always; leave this line out", at: node,
        mending: without(node))
      return nil
    }
    return text
  }

  /// Whether a number is asked for that can only be a year.
  private func asksForYear(_ expression: Expression) -> ItemID? {
    if case .calculate(.minus, let left, .reference(.item(let id, _))) = expression,
      case .number(let rules)? = scope.items[id]?.kind, let range = rules.range,
      (1800...2200).contains(range.lowerBound), (1800...2200).contains(range.upperBound)
    {
      switch left {
      case .today: return id
      case .reference(.item(let day, _)) where scope.items[day]?.type == .date: return id
      default: break
      }
    }
    return expression.parts.lazy.compactMap { self.asksForYear($0) }.first
  }

  /// Says so where a year is taken from a day, as so many days.
  private mutating func warnOfYear(in source: String, _ expression: Expression, at node: Node) {
    guard let year = asksForYear(expression) else { return }
    let meant = source.replacing("today - \(year)", with: "years(\(year), today)")
    report(
      "“\(year)” is a year, and counts days here; ask for the day, and years() counts the years",
      .warning, at: node,
      mending: meant == source
        ? nil : answering(year, "date", with: [])?.and(with(meant, at: node)))
  }

  private static let addedYear = WrittenForm(regex: /[-+]\s*((?:19|20|21)[0-9]{2})(?![-0-9])/)
  private static let dividedByZero = WrittenForm(regex: /\/\s*0+(?:\.0+)?(?![0-9.])/)

  /// Says so where something is divided by nothing, or a year is taken for a number of days.
  mutating func warnOfNothing(in source: String, _ expression: Expression, at node: Node) {
    warnOfYear(in: source, expression, at: node)
    if expression.hasYear(in: scope),
      let match = source.firstMatch(of: Self.addedYear)
    {
      let offset = source.distance(from: source.startIndex, to: match.1.startIndex)
      let place = place(of: node)
      report(
        "\(match.1) counts days here; a day is written \(match.1)-01-01", .warning,
        at: SourcePlace(file: place.file, line: place.line, column: place.column + offset),
        correcting: (String(match.1), "\(match.1)-01-01"))
    }
    guard expression.dividesByNothing,
      let match = source.firstMatch(of: Self.dividedByZero)
    else { return }
    let offset = source.distance(from: source.startIndex, to: match.range.lowerBound)
    let place = place(of: node)
    report(
      "nothing can be divided by 0, so this never has a value", .warning,
      at: SourcePlace(file: place.file, line: place.line, column: place.column + offset),
      correcting: (String(match.0), "/ 1"))
  }
}

extension Expression {
  /// Whether a number that looks like a year is added to a day or taken from it.
  fileprivate func hasYear(in scope: Scope) -> Bool {
    if case .calculate(_, let left, .literal(.number(let number))) = self,
      (1900...2199).contains(number)
    {
      switch left {
      case .today: return true
      case .reference(.item(let id, _)): return scope.known(id.rawValue)?.type == .date
      default: break
      }
    }
    return parts.contains { $0.hasYear(in: scope) }
  }

  fileprivate var dividesByNothing: Bool {
    if case .calculate(.divided, _, .literal(.number(0))) = self { return true }
    return parts.contains(where: \.dividesByNothing)
  }
}
