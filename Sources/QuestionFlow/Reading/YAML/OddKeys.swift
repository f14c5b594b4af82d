import Phrases

/// Keys whose colon or quotation marks stand elsewhere, and texts that go on behind an open mark.
extension YAMLSlips {
  private static let colonElsewhere = WrittenForm(
    regex: /(\s*(?:- +)*)([a-z]+(?: each)?)\s*(?:;\s*| :)(\S.*)/)

  /// `ask :Why?` and `ask; Why?`.
  func oddColon(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let match = line.wholeMatch(of: Self.colonElsewhere), isKnown(String(match.2)) else {
      return nil
    }
    return repair(
      "a colon and a space stand right behind “\(match.2)”", number,
      match.1.count + match.2.count + 1,
      ["\(match.1)\(match.2): \(ScriptReader.plain(String(match.3)))"])
  }

  private static let keyInQuotes = WrittenForm(
    regex: /(\s*(?:- +)*)["']([a-z]+(?: each)?)\s*(?::["']|["']\s*:)\s*(.*)/)

  /// `"ask:" Why?`, whose colon is part of the word.
  func quotedKey(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let match = line.wholeMatch(of: Self.keyInQuotes), isKnown(String(match.2)),
      line.contains(":\"") || line.contains(":'")
    else { return nil }
    return repair(
      "a key stands without quotation marks, and its colon behind it", number, match.1.count + 1,
      ["\(match.1)\(match.2): \(match.3)"])
  }

  /// A quotation that goes on below and is closed nowhere.
  func openQuotation(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let keyed = keyed(line), Self.textKeys.contains(keyed.key),
      let mark = keyed.value.first, "\"'".contains(mark), !keyed.value.dropFirst().contains(mark)
    else { return nil }
    let more = lines[number...].prefix { below in
      below.prefix { $0 == " " }.count > keyed.lead.count
        && self.keyed(below).map { isKnown($0.key) } != true && !below.contains(mark)
        && !below.trimmingWhitespace().hasPrefix("- ")
    }
    guard let last = more.last else { return nil }
    return repair(
      "this quotation is not closed", number, keyed.lead.count + keyed.key.count + 3,
      [line] + more.dropLast() + [last + String(mark)], replacing: more.count + 1)
  }

  private static let valueOfPairs = WrittenForm(
    regex: /(\s*- +let: *)([\p{L}_][\p{L}\p{N}_]*)\s*=\s*(\{.*:.*\})\s*/)

  /// `let: points = {never: 0, often: 2}`: what options count stands with them.
  func scoresInValue(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let match = line.wholeMatch(of: Self.valueOfPairs) else { return nil }
    let names = FlowText.pairs(String(match.3)).map(\.name)
    let place = lines.indices.prefix(number - 1).last { index in
      keyed(lines[index]).map { $0.key == "choices" } == true
        && names.allSatisfy(lines[index].contains)
    }
    let owner = place.flatMap { place in
      lines.indices.prefix(place).reversed().lazy.compactMap { index in
        self.keyed(self.lines[index]).flatMap { $0.key == "id" ? $0.value : nil }
      }.first
    }
    var changed = lines
    changed[number - 1] = "\(match.1)\(match.2) = \(owner.map { "score(\($0))" } ?? "…")"
    if let place, owner != nil, let lead = keyed(lines[place])?.lead {
      let blanks = String(repeating: " ", count: lead.count)
      changed.insert("\(blanks)scores: \(match.3)", at: place + 1)
      return YAMLRepair(
        message:
          "what each option counts stands under “scores” of its question; a value takes it with score()",
        line: number, column: match.1.count + match.2.count + 4,
        correction: Correction([
          .line(place + 1, "\(lines[place])\n\(changed[place + 1])"),
          .line(number, changed[number]),
        ]), lines: changed, last: number)
    }
    return whole(
      changed,
      "what each option counts stands under “scores” of its question; a value takes it with score()",
      at: number - 1, column: match.1.count + match.2.count + 4)
  }

  /// Two questions or more in one mapping, whose dashes are missing; `nil` where one begins with a dash.
  var dashes: YAMLRepair? {
    guard let head = lines.firstIndex(where: { $0.trimmingWhitespace() == "items:" }) else {
      return nil
    }
    let below = lines[(head + 1)...]
    guard let start = below.firstIndex(where: { !$0.trimmingWhitespace().isEmpty }),
      let first = keyed(lines[start]), !first.lead.contains("-"), first.key == "id"
    else { return nil }
    let column = first.lead.count
    let end =
      lines.indices[start...].prefix { index in
        lines[index].prefix { $0 == " " }.count >= column
          || lines[index].trimmingWhitespace().isEmpty
      }.last ?? start
    var changed = lines
    for index in start...end where !lines[index].trimmingWhitespace().isEmpty {
      let isFirst = keyed(lines[index]).map { $0.key == "id" && $0.lead.count == column } ?? false
      changed[index] = first.lead + (isFirst ? "- " : "  ") + lines[index].dropFirst(column)
    }
    return whole(
      changed, "“items” is a list, each of its questions beginning with a dash", at: start,
      column: column + 1)
  }
}
