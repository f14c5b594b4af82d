import Phrases

/// Signs that look like those of YAML and are none: spaces, colons, bullets and quotation marks of a word processor.
extension YAMLSlips {
  // MARK: - Signs that look like others

  private static let wideSpaces: Set<Character> = [
    "\u{A0}", "\u{2002}", "\u{2003}", "\u{2007}", "\u{2009}", "\u{202F}", "\u{3000}",
  ]

  private static let noSpaces: Set<Character> = ["\u{200B}", "\u{2060}", "\u{FEFF}"]

  func foreignSpace(_ line: String, _ number: Int) -> YAMLRepair? {
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

  func comment(_ line: String, _ number: Int) -> YAMLRepair? {
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

  func wideColon(_ line: String, _ number: Int) -> YAMLRepair? {
    guard
      let match = line.wholeMatch(of: Self.keyWithWideColon)
    else { return nil }
    return repair(
      "this is a wide colon; a plain one and a space stand behind a key", number,
      match.1.count + 1, ["\(match.1): \(match.2)"])
  }

  private static let keyWithEquals = WrittenForm(
    regex: /(\s*(?:- +)*)([\p{L}][\p{L}_ ]*?)\s*(=|->|→|=>)\s*(.+)/)

  func equals(_ line: String, _ number: Int) -> YAMLRepair? {
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
      correction: Correction(from: lines, to: changed), lines: changed, last: number)
  }

  private static let foreignBullet = WrittenForm(
    regex: /(\s*)([–—−‐‑•·‣▪◦○●➤→]|\*(?= )|[0-9]+[.)](?= ))\s*(\S.*)/)

  func bullet(_ line: String, _ number: Int) -> YAMLRepair? {
    guard
      let match = line.wholeMatch(of: Self.foreignBullet)
    else { return nil }
    let message: Phrase =
      "an entry of a list begins with a plain dash and a space, unlike “\(match.2)”"
    // What stands below a number is in the column of what stands behind it.
    let head = line.prefix(line.count - match.3.count)
    if match.2.first?.isNumber == true, lines.indices.contains(number),
      lines[number].prefix(while: { $0 == " " }).count == head.count
    {
      let changed = lines.map { line -> String in
        guard let other = line.wholeMatch(of: Self.foreignBullet),
          other.2.first?.isNumber == true, other.1 == match.1
        else { return line }
        let blanks = line.count - other.3.count - other.1.count - 1
        return "\(other.1)-\(String(repeating: " ", count: blanks))\(other.3)"
      }
      return YAMLRepair(
        message: message, line: number, column: match.1.count + 1,
        correction: Correction(from: lines, to: changed), lines: changed, last: number)
    }
    return repair(message, number, match.1.count + 1, ["\(match.1)- \(match.3)"])
  }

  /// A text between quotation marks as they are printed, which are none here.
  func smartQuotes(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let keyed = keyed(line), let first = keyed.value.first, "“”„‟«".contains(first),
      let last = keyed.value.last, "“”»".contains(last), keyed.value.count > 2
    else { return nil }
    let inside = FlowText.inQuotes(String(keyed.value.dropFirst().dropLast()))
    return repair(
      "\(first) and \(last) are no quotation marks here; plain ones are", number,
      keyed.lead.count + keyed.key.count + 3, ["\(keyed.lead)\(keyed.key): \(inside)"])
  }

  func smartQuote(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let keyed = keyed(line), let mark = keyed.value.first, "\"'".contains(mark),
      let end = keyed.value.last, "”“„’‘«»".contains(end),
      !keyed.value.dropFirst().contains(mark)
    else { return nil }
    let inside = keyed.value.dropFirst().dropLast()
    return repair(
      "this quotation begins with \(mark) and has to end with it, unlike \(end)", number,
      line.count, ["\(keyed.lead)\(keyed.key): \(mark)\(inside)\(mark)"])
  }

  func escape(_ line: String, _ number: Int) -> YAMLRepair? {
    guard problem.contains("escape") || problem.contains("hex"), let keyed = keyed(line),
      keyed.value.hasPrefix("\""),
      let slash = line.firstIndex(of: "\\")
    else { return nil }
    let inside = FlowText.unquoted(keyed.value).replacing("'", with: "''")
    return repair(
      "a backslash means something of its own between double quotation marks; take single ones",
      number, line.distance(from: line.startIndex, to: slash) + 1,
      ["\(keyed.lead)\(keyed.key): '\(inside)'"])
  }
}
