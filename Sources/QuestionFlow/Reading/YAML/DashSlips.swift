import Phrases

/// Entries of lists: their dashes, and what goes on below them.
extension YAMLSlips {
  private static let listEntry = WrittenForm(regex: /(\s*- +)(\S.*?)\s*/)

  /// An entry of a list that cannot stand as it is.
  func entry(_ line: String, _ number: Int) -> YAMLRepair? {
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
  func sign(_ line: String, _ number: Int) -> YAMLRepair? {
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

  func dashSpace(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let match = line.wholeMatch(of: Self.dashWithoutSpace) else { return nil }
    return repair(
      "a space belongs behind the dash", number, match.1.count + 2, ["\(match.1)- \(match.2)"])
  }

  /// A line that goes on with a text, and stands no further in than its key; or has a colon in it.
  func continuation(_ line: String, _ number: Int) -> [YAMLRepair] {
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
  func mixedOption(_ line: String, _ number: Int) -> YAMLRepair? {
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
  func misplacedDash(_ line: String, _ number: Int) -> [YAMLRepair] {
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
}
