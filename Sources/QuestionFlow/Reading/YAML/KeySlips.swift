import Phrases

/// Lines whose keys cannot be told: several on one line, a condition with a colon, a colon left out.
extension YAMLSlips {
  // MARK: - Several things on one line

  private static let furtherKey = WrittenForm(regex: /(?:^|[ ,;]+)([a-z]+(?: (?:each|or no))?): +/)

  func severalKeys(_ line: String, _ number: Int) -> YAMLRepair? {
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
    guard
      parts.count > 2
        || parts.count == 2 && ["id", "answer", "pattern", "between"].contains(keyed.key)
    else { return nil }
    let indent = String(repeating: " ", count: keyed.lead.count)
    let new = parts.enumerated().map { index, part in
      "\(index == 0 ? keyed.lead : indent)\(part.key): \(part.value.trimmingWhitespace())"
    }
    return repair(
      "“\(parts[0].key)” and “\(parts[1].key)” each stand on a line of their own", number,
      keyed.lead.count + 1, new)
  }

  // MARK: - Texts, lists and conditions behind a key

  private static let questionAndColon = WrittenForm(
    regex: /([\p{L}_][\p{L}\p{N}_]*)\s*=\s*(.+?)\s*\?\s*(.+?)\s*:\s*(.+)/)
  private static let colonInside = WrittenForm(regex: /\s*:\s+|\s*:$/)

  func condition(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let keyed = keyed(line), Self.conditionKeys.contains(keyed.key),
      let colon = keyed.value.firstMatch(of: Self.colonInside)
    else { return nil }
    let before = keyed.value[..<colon.range.lowerBound]
    let after = keyed.value[colon.range.upperBound...]
    let isDivision = keyed.key == "let" && before.contains("=")
    if isDivision, let match = keyed.value.wholeMatch(of: Self.questionAndColon) {
      let parts = [match.2, match.3, match.4].joined(separator: ", ")
      return repair(
        "one of two values is written if(condition, value, other value)", number,
        keyed.lead.count + keyed.key.count + 3,
        ["\(keyed.lead)\(keyed.key): \(match.1) = \("if(" + parts + ")")"])
    }
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
  func missingColon(_ line: String, _ number: Int) -> YAMLRepair? {
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
}
