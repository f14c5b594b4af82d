import Phrases

/// Braces, brackets and quotations that begin a value and do not end it.
extension YAMLSlips {
  /// An entry in braces whose commas, colons or quotation marks are not where they have to be.
  func inBraces(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let entry = FlowEntry(line, keys: ScriptReader.entryKeys) else { return nil }
    return repair(entry.message, number, entry.column, [entry.line])
  }

  /// A name in braces at the beginning of a condition, which YAML takes for a mapping.
  func braced(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let keyed = keyed(line), Self.conditionKeys.contains(keyed.key),
      keyed.value.hasPrefix("{")
    else { return nil }
    let bare = keyed.value.filter { !"{}".contains($0) }
    return repair(
      "a condition has names without braces", number, keyed.lead.count + keyed.key.count + 3,
      ["\(keyed.lead)\(keyed.key): \(bare)"])
  }

  private static let languagesBare = WrittenForm(regex: /^[a-z]{2}\s*:\s/)
  private static let commaMissing = WrittenForm(
    regex: /(["']|[\p{L}\p{N}.?!])\s+([a-z]{2}|"[a-z]{2}"):(?=\s)/)
  private static let languageInBraces = WrittenForm(regex: /^\{\s*[a-z]{2}\s*:/)

  func flow(_ line: String, _ number: Int) -> YAMLRepair? {
    guard let keyed = keyed(line), let first = keyed.value.first else { return nil }
    let column = keyed.lead.count + keyed.key.count + 3
    if Self.mappingKeys.contains(keyed.key), !"{[".contains(first),
      FlowText.pairs(keyed.value).count > 1, let mapping = FlowText.mapping(keyed.value)
    {
      return repair(
        "several names with their words stand between \("{") and \("}") on one line", number,
        column, ["\(keyed.lead)\(keyed.key): \(mapping)"])
    }
    if Self.textKeys.contains(keyed.key),
      keyed.value.firstMatch(of: Self.languagesBare) != nil
    {
      let pairs = FlowText.pairs(keyed.value)
      if pairs.count > 1, pairs.allSatisfy({ $0.name.count == 2 }) {
        return repair(
          "a text in several languages stands between \("{") and \("}") on one line", number,
          column, ["\(keyed.lead)\(keyed.key): \(FlowText.braces(pairs))"])
      }
    }
    if first == "{", let match = keyed.value.firstMatch(of: Self.commaMissing) {
      let made = keyed.value.replacing(Self.commaMissing) { "\($0.1), \($0.2):" }
      return repair(
        "a comma is missing before “\(match.2)”", number,
        column + keyed.value.distance(from: keyed.value.startIndex, to: match.range.upperBound)
          - match.2.count - 1,
        ["\(keyed.lead)\(keyed.key): \(made)"])
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

  static let openBrace: Phrase =
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
}
