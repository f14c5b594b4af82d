import Phrases

/// The slips that people make in YAML, each with the line as it should be.
struct YAMLSlips {
  let lines: [String]
  let problem: String

  private static let allKeys = Set(
    ScriptReader.scriptKeys + ScriptReader.entryKeys + [
      "if", "that", "say", "label", "answer", "else",
    ])
  /// Keys that have a text behind them, and no list.
  private static let textKeys: Set<String> = [
    "ask", "title", "about", "why", "hint", "note", "section", "label", "say", "matrix", "other",
    "none",
  ]
  private static let conditionKeys: Set<String> = ["when", "if", "that", "where", "let"]

  /// What may be wrong with one line, the likeliest first.
  func repairs(of number: Int) -> [YAMLRepair] {
    let line = lines[number - 1]
    guard !line.trimmingWhitespace().isEmpty else { return [] }
    return [
      inBraces(line, number), foreignSpace(line, number), comment(line, number),
      wideColon(line, number),
      equals(line, number), bullet(line, number), severalKeys(line, number),
      smartQuotes(line, number), smartQuote(line, number), escape(line, number),
      condition(line, number),
      braced(line, number), missingColon(line, number),
      flow(line, number), entry(line, number), sign(line, number), dashSpace(line, number),
      mixedOption(line, number),
    ].compactMap(\.self) + continuation(line, number) + misplacedDash(line, number)
  }

  /// What concerns the file as a whole.
  func repairsOfAll() -> [YAMLRepair] { [fences, missingItems].compactMap(\.self) }

  /// An entry in braces whose commas, colons or quotation marks are not where they have to be.
  private func inBraces(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let entry = FlowEntry(line, keys: ScriptReader.entryKeys) else { return nil }
    return repair(entry.message, number, entry.column, [entry.line])
  }

  // MARK: - Making one

  private func repair(
    _ message: Phrase, _ number: Int, _ column: Int, _ new: [String], replacing count: Int = 1
  ) -> YAMLRepair {
    var changed = lines
    changed.replaceSubrange((number - 1)..<min(lines.count, number - 1 + count), with: new)
    return YAMLRepair(
      message: message, line: number, column: column,
      correction: new.isEmpty ? nil : new.joined(separator: "\n"), lines: changed,
      last: number - 1 + max(1, new.count))
  }

  private static let keyedLine = WrittenForm(
    regex: /(\s*(?:- +)*)([\p{L}][\p{L}\p{N}_ -]*?)\s*:(?:\s+(.*?))?\s*/)

  /// The key of a line with what stands before and behind it.
  private func keyed(_ line: String) -> (lead: String, key: String, value: String)? {
    guard
      let match = line.wholeMatch(
        of: Self.keyedLine)
    else { return nil }
    return (String(match.1), String(match.2), String(match.3 ?? ""))
  }

  private func isKnown(_ key: String) -> Bool { Self.allKeys.contains(key) }

  // MARK: - Signs that look like others

  private static let wideSpaces: Set<Character> = [
    "\u{A0}", "\u{2002}", "\u{2003}", "\u{2007}", "\u{2009}", "\u{202F}", "\u{3000}",
  ]
  private static let noSpaces: Set<Character> = ["\u{200B}", "\u{2060}", "\u{FEFF}"]

  private func foreignSpace(_ line: String, _ number: Int) -> YAMLRepair? {
    let foreign = Self.wideSpaces.union(Self.noSpaces)
    guard let place = line.firstIndex(where: foreign.contains) else { return nil }
    let plain = line.filter { !Self.noSpaces.contains($0) }
      .map { Self.wideSpaces.contains($0) ? " " : $0 }
    return repair(
      "a space here is not a plain one, as in text copied from a web page; type it anew", number,
      line.distance(from: line.startIndex, to: place) + 1, [String(plain)])
  }

  private static let foreignComment = WrittenForm(
    regex: /(\s*)(\/\/+|\/\*+|--+|<!--|;+|\{#)\s*(.*?)\s*(?:\*\/|-->|#\})?\s*/)

  private func comment(_ line: String, _ number: Int) -> YAMLRepair? {
    guard
      let match = line.wholeMatch(
        of: Self.foreignComment), !match.3.isEmpty
    else { return nil }
    return repair(
      "a line that is for you alone begins with “#”, unlike “\(match.2)”", number,
      match.1.count + 1, ["\(match.1)# \(match.3)"])
  }

  private static let keyWithWideColon = WrittenForm(
    regex: /(\s*(?:- +)*[\p{L}][\p{L}\p{N}_ ]*?)\s*[：﹕꞉∶]\s*(.*)/)

  private func wideColon(_ line: String, _ number: Int) -> YAMLRepair? {
    guard
      let match = line.wholeMatch(of: Self.keyWithWideColon)
    else { return nil }
    return repair(
      "this is a wide colon; a plain one and a space stand behind a key", number,
      match.1.count + 1, ["\(match.1): \(match.2)"])
  }

  private static let keyWithEquals = WrittenForm(
    regex: /(\s*(?:- +)*)([\p{L}][\p{L}_ ]*?)\s*(=|->|→|=>)\s*(.+)/)

  private func equals(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let match = line.wholeMatch(of: Self.keyWithEquals),
      isKnown(String(match.2))
    else { return nil }
    // The same slip is mended in every line, so that what is shown can be read.
    var changed = lines
    for index in lines.indices {
      if let other = lines[index].wholeMatch(
        of: Self.keyWithEquals), isKnown(String(other.2))
      {
        changed[index] = "\(other.1)\(other.2): \(other.4)"
      }
    }
    let first =
      lines.indices.first { changed[$0] != lines[$0] } ?? number - 1
    let column = lines[first].firstIndex { "=-→".contains($0) && $0 != " " }
    return YAMLRepair(
      message: "a colon and a space stand behind a key, unlike “\(match.3)”", line: first + 1,
      column: column.map { lines[first].distance(from: lines[first].startIndex, to: $0) + 1 } ?? 1,
      correction: changed[first], lines: changed, last: number)
  }

  private static let foreignBullet = WrittenForm(
    regex: /(\s*)([–—−‐‑•·‣▪◦○●➤→]|\*(?= )|[0-9]+[.)](?= ))\s*(\S.*)/)

  private func bullet(_ line: String, _ number: Int) -> YAMLRepair? {
    guard
      let match = line.wholeMatch(of: Self.foreignBullet)
    else { return nil }
    return repair(
      "an entry of a list begins with a plain dash and a space, unlike “\(match.2)”", number,
      match.1.count + 1, ["\(match.1)- \(match.3)"])
  }

  /// A text between quotation marks as they are printed, which are none here.
  private func smartQuotes(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let keyed = keyed(line), let first = keyed.value.first, "“”„‟«".contains(first),
      let last = keyed.value.last, "“”»".contains(last), keyed.value.count > 2
    else { return nil }
    let inside = FlowText.inQuotes(String(keyed.value.dropFirst().dropLast()))
    return repair(
      "\(first) and \(last) are no quotation marks here; plain ones are", number,
      keyed.lead.count + keyed.key.count + 3, ["\(keyed.lead)\(keyed.key): \(inside)"])
  }

  private func smartQuote(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let keyed = keyed(line), let mark = keyed.value.first, "\"'".contains(mark),
      let end = keyed.value.last, "”“„’‘«»".contains(end),
      !keyed.value.dropFirst().contains(mark)
    else { return nil }
    let inside = keyed.value.dropFirst().dropLast()
    return repair(
      "this quotation begins with \(mark) and has to end with it, unlike \(end)", number,
      line.count, ["\(keyed.lead)\(keyed.key): \(mark)\(inside)\(mark)"])
  }

  private func escape(_ line: String, _ number: Int) -> YAMLRepair? {
    guard problem.contains("escape"), let keyed = keyed(line), keyed.value.hasPrefix("\""),
      let slash = line.firstIndex(of: "\\")
    else { return nil }
    let inside = FlowText.unquoted(keyed.value).replacing("'", with: "''")
    return repair(
      "a backslash means something of its own between double quotation marks; take single ones",
      number, line.distance(from: line.startIndex, to: slash) + 1,
      ["\(keyed.lead)\(keyed.key): '\(inside)'"])
  }

  // MARK: - Several things on one line

  private static let furtherKey = WrittenForm(regex: /(?:^|[ ,;]+)([a-z]+(?: (?:each|or no))?): +/)

  private func severalKeys(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let keyed = keyed(line), isKnown(keyed.key) else { return nil }
    var parts = [(key: keyed.key, value: "")]
    var rest = keyed.value[...]
    while let match = rest.firstMatch(of: Self.furtherKey),
      isKnown(String(match.1))
    {
      parts[parts.count - 1].value = String(rest[..<match.range.lowerBound])
      parts.append((String(match.1), ""))
      rest = rest[match.range.upperBound...]
    }
    parts[parts.count - 1].value = String(rest)
    guard parts.count > 2 || parts.count == 2 && keyed.key == "id" else { return nil }
    let indent = String(repeating: " ", count: keyed.lead.count)
    let new = parts.enumerated().map { index, part in
      "\(index == 0 ? keyed.lead : indent)\(part.key): \(part.value.trimmingWhitespace())"
    }
    return repair(
      "“\(parts[0].key)” and “\(parts[1].key)” each stand on a line of their own", number,
      keyed.lead.count + 1, new)
  }

  // MARK: - Texts, lists and conditions behind a key

  private static let colonInside = WrittenForm(regex: /\s*:\s+|\s*:$/)

  private func condition(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let keyed = keyed(line), Self.conditionKeys.contains(keyed.key),
      let colon = keyed.value.firstMatch(of: Self.colonInside)
    else { return nil }
    let before = keyed.value[..<colon.range.lowerBound]
    let after = keyed.value[colon.range.upperBound...]
    let isDivision = keyed.key == "let" && before.contains("=")
    return repair(
      isDivision
        ? "a division is written with “/”, unlike “:”"
        : "“is” and “comes to” are written “=”; a colon stands only behind a key",
      number, keyed.lead.count + keyed.key.count + 3 + before.count,
      ["\(keyed.lead)\(keyed.key): \(before) \(isDivision ? "/" : "=") \(after)"])
  }

  private static let heads = [
    "for each", "answer", "choices", "between", "pick", "labels", "script", "title", "items", "id",
    "ask", "as",
  ]

  /// A key with no colon behind it.
  private func missingColon(_ line: String, _ number: Int) -> YAMLRepair? {
    let lead = line.prefix { $0 == " " || $0 == "-" }
    let rest = line.dropFirst(lead.count)
    let keys = Self.heads + (lead.contains("-") ? ["section", "note", "let", "matrix"] : [])
    guard let key = keys.first(where: { rest.hasPrefix("\($0) ") || rest == $0 }) else {
      return nil
    }
    let value = rest.dropFirst(key.count).trimmingWhitespace()
    guard !value.hasPrefix(":"), keyed(line).map({ isKnown($0.key) }) != true else { return nil }
    let isList = value.hasPrefix("[") || value.hasPrefix("{")
    return repair(
      "a colon belongs behind “\(key)”", number, lead.count + key.count + 1,
      [
        "\(lead)\(key):\(value.isEmpty ? "" : " ")\(isList || value.isEmpty ? value : ScriptReader.plain(value))"
      ])
  }

  /// A name in braces at the beginning of a condition, which YAML takes for a mapping.
  private func braced(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let keyed = keyed(line), Self.conditionKeys.contains(keyed.key),
      keyed.value.hasPrefix("{")
    else { return nil }
    let bare = keyed.value.filter { !"{}".contains($0) }
    return repair(
      "a condition has names without braces", number, keyed.lead.count + keyed.key.count + 3,
      ["\(keyed.lead)\(keyed.key): \(bare)"])
  }

  private static let languageInBraces = WrittenForm(regex: /^\{\s*[a-z]{2}\s*:/)

  private func flow(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let keyed = keyed(line), let first = keyed.value.first else { return nil }
    let column = keyed.lead.count + keyed.key.count + 3
    if Self.mappingKeys.contains(keyed.key), !"{[".contains(first),
      FlowText.pairs(keyed.value).count > 1, let mapping = FlowText.mapping(keyed.value)
    {
      return repair(
        "several names with their words stand between \("{") and \("}") on one line", number,
        column, ["\(keyed.lead)\(keyed.key): \(mapping)"])
    }
    if first == "[", !Self.textKeys.contains(keyed.key) {
      let entries = FlowText.parts(FlowText.inside(keyed.value), between: [","])
        .flatMap { Self.quotations($0) ?? [$0] }
      guard let list = FlowText.list(entries) else { return nil }
      return repair(
        Self.wrongList(keyed.value, entries), number, column,
        ["\(keyed.lead)\(keyed.key): \(list)"])
    }
    if first == "{", !keyed.value.hasPrefix("{{"), let mapping = FlowText.mapping(keyed.value),
      !Self.textKeys.contains(keyed.key) || keyed.value.firstMatch(of: Self.languageInBraces) != nil
    {
      return repair(
        keyed.value.hasSuffix("}")
          ? "inside { } a text with a comma, a brace or a colon in it stands in quotation marks"
          : Self.openBrace,
        number, column, ["\(keyed.lead)\(keyed.key): \(mapping)"])
    }
    return nil
  }

  private static let mappingKeys: Set<String> = ["labels", "choices", "scores", "rows", "uses"]

  private static let severalQuotations = WrittenForm(regex: /"[^"]*"(?:\s+"[^"]*")+/)
  private static let oneQuotation = WrittenForm(regex: /"[^"]*"/)

  /// Texts in quotation marks side by side, with no comma between; `nil` where there is only one.
  private static func quotations(_ text: String) -> [String]? {
    guard text.wholeMatch(of: Self.severalQuotations) != nil else { return nil }
    return text.split(separator: "\"", omittingEmptySubsequences: true).map { String($0) }
      .filter { !$0.trimmingWhitespace().isEmpty }
  }

  private static let openBrace: Phrase =
    "this \("{") is not closed; what begins with \("{") on one line ends with \("}")"

  private static func wrongList(_ value: String, _ entries: [String]) -> Phrase {
    if entries.dropLast().contains("") { return "two commas stand side by side; one is enough" }
    if !value.hasSuffix("]") { return "this [ is not closed; a list on one line ends with ]" }
    if value.hasSuffix("]]") { return "there is one ] too many" }
    if value.contains("\" \"") { return "a comma is missing between two texts in quotation marks" }
    let odd = entries.first { FlowText.quoted($0) != $0 }
    return odd.map {
      "“\($0)” begins or goes on with a sign of YAML's own; put it in quotation marks"
    }
      ?? "a list on one line is written [one, another]"
  }

  private static let listEntry = WrittenForm(regex: /(\s*- +)(\S.*?)\s*/)

  /// An entry of a list that cannot stand as it is.
  private func entry(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let match = line.wholeMatch(of: Self.listEntry) else { return nil }
    let text = String(match.2)
    let isKey = keyed(line).map { isKnown($0.key) } ?? false
    if text.hasPrefix("{") {
      guard FlowText.quoted(text + "}") != text + "}", !text.hasSuffix("}") else { return nil }
      return repair(
        Self.openBrace, number,
        match.1.count + 1, ["\(match.1)\(text)}"])
    }
    guard !isKey, FlowText.quoted(text) != text, !text.hasPrefix("- ") else { return nil }
    return repair(
      "an entry that begins with a sign or has a colon or quotation marks in it stands in quotation marks as a whole",
      number, match.1.count + 1, ["\(match.1)\(FlowText.inQuotes(text))"])
  }

  private static let blockSign = WrittenForm(regex: /[|>][-+]?[0-9]?[-+]?/)

  /// A text that begins with a sign of YAML's own.
  private func sign(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let keyed = keyed(line), let first = keyed.value.first, "-?|>%@`*&!".contains(first),
      keyed.value.wholeMatch(of: Self.blockSign) == nil
    else { return nil }
    if "|>".contains(first), keyed.value.dropFirst().first?.isWhitespace == true {
      let text = ScriptReader.plain(keyed.value.dropFirst().trimmingWhitespace())
      return repair(
        "\(first) stands alone on its line, with the text below it; a text on one line needs none",
        number, keyed.lead.count + keyed.key.count + 3, ["\(keyed.lead)\(keyed.key): \(text)"])
    }
    return repair(
      "a text that begins with \(first) stands in quotation marks", number,
      keyed.lead.count + keyed.key.count + 3,
      ["\(keyed.lead)\(keyed.key): \(FlowText.inQuotes(keyed.value))"])
  }

  // MARK: - Where a line begins

  private static let dashWithoutSpace = WrittenForm(regex: /(\s*)-([^\s-].*)/)

  private func dashSpace(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let match = line.wholeMatch(of: Self.dashWithoutSpace) else { return nil }
    return repair(
      "a space belongs behind the dash", number, match.1.count + 2, ["\(match.1)- \(match.2)"])
  }

  /// A line that goes on with a text, and stands no further in than its key; or has a colon in it.
  private func continuation(_ line: String, _ number: Int) -> [YAMLRepair] {
    guard !line.trimmingWhitespace().hasPrefix("-"), number > 1 else { return [] }
    if let own = keyed(line), isKnown(own.key) { return [] }
    guard
      let above = (1..<number).reversed().first(where: { number in
        keyed(lines[number - 1]).map { isKnown($0.key) && Self.textKeys.contains($0.key) } ?? false
      }), number - above < 40, let head = keyed(lines[above - 1])
    else { return [] }
    let between = lines[above..<(number - 1)]
    guard between.allSatisfy({ keyed($0).map { !isKnown($0.key) } ?? true }) else { return [] }
    let indent = line.prefix(while: \.isWhitespace).count
    let inner = String(repeating: " ", count: head.lead.count + 2)
    var repairs: [YAMLRepair] = []
    if indent <= head.lead.count {
      // All lines of the text that stand too far out are mended together.
      func isOut(_ number: Int) -> Bool {
        guard lines.indices.contains(number - 1) else { return false }
        let text = lines[number - 1].trimmingWhitespace()
        return !text.isEmpty && !text.hasPrefix("-")
          && keyed(lines[number - 1]).map { isKnown($0.key) } != true
          && lines[number - 1].prefix(while: \.isWhitespace).count <= head.lead.count
      }
      let first = (above + 1...number).first(where: isOut) ?? number
      let end = (first...lines.count).prefix(while: isOut).last ?? number
      repairs.append(
        repair(
          "this line goes on with the text of “\(head.key)”, so it stands further in than “\(head.key)”",
          first, lines[first - 1].prefix(while: \.isWhitespace).count + 1,
          lines[(first - 1)..<end].map { inner + $0.trimmingWhitespace() },
          replacing: end - first + 1))
    }
    if line.contains(":"), !head.value.isEmpty,
      head.value.first.map({ !"|>\"'".contains($0) }) == true
    {
      var text = ([head.value] + between + [line]).map { $0.trimmingWhitespace() }
      text[0] = "\"" + text[0]
      text[text.count - 1] += "\""
      let new =
        ["\(head.lead)\(head.key): \(text[0])"] + text.dropFirst().map { inner + $0 }
      let colon = line.firstRange(of: ":").map {
        line.distance(from: line.startIndex, to: $0.lowerBound) + 1
      }
      let whole = repair(
        "a text with a colon and a space in it stands in quotation marks", above,
        head.lead.count + head.key.count + 3, new, replacing: number - above + 1)
      repairs.append(
        YAMLRepair(
          message: whole.message, line: number, column: colon ?? 1, correction: whole.correction,
          lines: whole.lines, last: whole.last))
    }
    return repairs
  }

  /// Options with dashes among options with names: all of them get names.
  private func mixedOption(_ line: String, _ number: Int) -> YAMLRepair? {
    let lead = line.prefix { $0 == " " }.count
    guard line.dropFirst(lead).hasPrefix("- "), number > 1 else { return nil }
    let above = lines[number - 2]
    guard above.prefix(while: { $0 == " " }).count == lead, let named = keyed(above),
      !isKnown(named.key), !named.lead.contains("-")
    else { return nil }
    let end =
      (number...lines.count).prefix { index in
        lines[index - 1].prefix { $0 == " " }.count == lead
          && lines[index - 1].dropFirst(lead).hasPrefix("- ")
      }.last ?? number
    let new = (number...end).map { index -> String in
      let text = lines[index - 1].trimmingWhitespace().dropFirst(2).trimmingWhitespace()
      return
        "\(String(repeating: " ", count: lead))\(ScriptReader.slug(text)): \(ScriptReader.plain(text))"
    }
    return repair(
      "options have names, all of them or none", number, lead + 1, new,
      replacing: end - number + 1)
  }

  /// A dash that stands in another column than those of the entries beside it, or than its own lines want.
  private func misplacedDash(_ line: String, _ number: Int) -> [YAMLRepair] {
    let lead = line.prefix { $0 == " " }.count
    guard line.dropFirst(lead).hasPrefix("- ") else { return [] }
    let rest = line.dropFirst(lead)
    var columns: [Int] = []
    for other in lines.prefix(number - 1).reversed() {
      let column = other.prefix { $0 == " " }.count
      if other.dropFirst(column).hasPrefix("- "), column != lead, !columns.contains(column) {
        columns.append(column)
      }
    }
    var repairs: [YAMLRepair] = []
    if let below = lines.dropFirst(number).first(where: { !$0.trimmingWhitespace().isEmpty }),
      keyed(below) != nil, !below.trimmingWhitespace().hasPrefix("-")
    {
      let column = below.prefix { $0 == " " }.count - 2
      if column >= 0, column != lead { columns.insert(column, at: 0) }
    }
    for column in columns.prefix(3) {
      repairs.append(
        repair(
          column < lead
            ? "this dash stands too far in; the dashes of all questions begin in one column, and the lines of a question two behind it"
            : "this dash stands too far out; the dashes of all questions begin in one column, and the lines of a question two behind it",
          number, lead + 1, [String(repeating: " ", count: column) + rest]))
    }
    return repairs
  }

  // MARK: - The file as a whole

  private var fences: YAMLRepair? {
    let marks = lines.indices.filter { lines[$0].trimmingWhitespace().hasPrefix("```") }
    guard let first = marks.first else { return nil }
    let changed = lines.indices.map { marks.contains($0) ? "" : lines[$0] }
    return YAMLRepair(
      message: "“```” is not part of a script; take such lines out, so that this is the first",
      line: first + 1, column: 1,
      correction: changed.first { !$0.trimmingWhitespace().isEmpty }, lines: changed,
      last: first + 1)
  }

  private var missingItems: YAMLRepair? {
    guard !lines.contains(where: { $0.hasPrefix("items:") }),
      let first = lines.firstIndex(where: { $0.trimmingWhitespace().hasPrefix("- ") })
    else { return nil }
    var repaired = repair(
      "“items:” is missing above the first question", first + 1, 1, ["items:", lines[first]])
    if YAMLRepair.errorLine(in: repaired.lines) != nil {
      repaired = repair(
        repaired.message, first + 1, 1, ["items:", "  " + lines[first].trimmingWhitespace()])
    }
    return repaired
  }
}
