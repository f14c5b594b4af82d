/// A list or a mapping on one line, written by somebody who does not know where YAML wants quotation marks.
enum FlowText {
  /// The parts of a text between separators, those inside quotation marks or brackets left out.
  static func parts(_ text: some StringProtocol, between separators: Set<Character>) -> [String] {
    var parts = [""]
    var quote: Character?
    var depth = 0
    for character in text {
      if let mark = quote {
        if character == mark { quote = nil }
      } else if "\"'".contains(character), parts[parts.count - 1].trimmingWhitespace().isEmpty {
        quote = character
      } else if "[{(".contains(character) {
        depth += 1
      } else if "]})".contains(character) {
        depth -= 1
      } else if depth <= 0, separators.contains(character) {
        parts.append("")
        continue
      }
      parts[parts.count - 1].append(character)
    }
    return parts.map { $0.trimmingWhitespace() }
  }

  /// The inside of brackets of whatever kind, closed or not.
  static func inside(_ text: some StringProtocol) -> String {
    var inside = String(text).trimmingWhitespace()[...]
    if inside.first.map({ "[{(".contains($0) }) == true { inside = inside.dropFirst() }
    while inside.last.map({ "]})".contains($0) }) == true,
      !isBalanced(inside) || inside.count == text.count - 1
    {
      inside = inside.dropLast()
      if isBalanced(inside) { break }
    }
    return String(inside).trimmingWhitespace()
  }

  private static func isBalanced(_ text: some StringProtocol) -> Bool {
    var depth = 0
    for character in text {
      if "[{(".contains(character) { depth += 1 }
      if "]})".contains(character) {
        depth -= 1
        if depth < 0 { return false }
      }
    }
    return depth == 0
  }

  /// A list in brackets, each of its entries quoted where it has to be; `nil` where there is no entry.
  static func list(_ entries: [String]) -> String? {
    let entries = entries.map { $0.trimmingWhitespace() }.filter { !$0.isEmpty }
    return entries.isEmpty ? nil : "[\(entries.map(quoted).joined(separator: ", "))]"
  }

  /// A mapping in braces, read from one whose texts lack quotation marks; `nil` where it has no names.
  static func mapping(_ text: String) -> String? {
    let pairs = pairs(text)
    guard !pairs.isEmpty else { return nil }
    return braces(pairs)
  }

  static func braces(_ pairs: [(name: String, text: String)]) -> String {
    // Other programs that read YAML stop at a question mark in braces.
    "{\(pairs.map { "\($0.name): \($0.text.contains("?") ? marked($0.text) : quoted($0.text))" }.joined(separator: ", "))}"
  }

  private static let pairForm = WrittenForm(regex: /\s*["']?([\p{L}\p{N}_-]+)["']?\s*:\s*(.*)/)

  /// The names of a mapping in braces, each with all that stands before the next name.
  static func pairs(_ text: String) -> [(name: String, text: String)] {
    let inside = inside(text)
    var pairs: [(name: String, text: String)] = []
    let mark: Character = inside.contains(",") || !inside.contains(";") ? "," : ";"
    for part in inside.split(separator: mark, omittingEmptySubsequences: false) {
      if let match = part.wholeMatch(of: Self.pairForm) {
        pairs.append((String(match.1), String(match.2).trimmingWhitespace()))
      } else if !pairs.isEmpty {
        pairs[pairs.count - 1].text += "\(mark)\(part)"
      } else {
        return []
      }
    }
    return pairs.map { ($0.name, unquoted($0.text)) }
  }

  /// A text without the quotation marks around it.
  static func unquoted(_ text: String) -> String {
    guard text.count >= 2, let mark = text.first, "\"'".contains(mark), text.last == mark else {
      return text
    }
    let inside = text.dropFirst().dropLast()
    return inside.contains(mark) ? text : String(inside)
  }

  /// A text as it can stand in a list on one line.
  static func quoted(_ text: String) -> String {
    if text.count > 2, text.hasPrefix("\""), text.hasSuffix("\""),
      text.dropFirst().dropLast().contains("\""), !text.contains("\\")
    {
      // "What is "success"?" has marks around it and within.
      return inQuotes(String(text.dropFirst().dropLast()))
    }
    if text.count >= 2, let mark = text.first, "\"'".contains(mark), text.last == mark,
      !text.dropFirst().dropLast().contains(mark)
    {
      return text
    }
    if text.count >= 2, text.hasPrefix("'"), text.hasSuffix("'") {
      // 'it's me' ends at its apostrophe.
      return inQuotes(String(text.dropFirst().dropLast()))
    }
    let isPlain =
      !text.isEmpty && !text.contains { ",[]{}\"".contains($0) } && !text.contains(": ")
      && !text.contains(" #") && !text.hasSuffix(":")
      && text.first.map { "-?:!&*|>%@`#'\"<=".contains($0) } != true
    return isPlain ? text : inQuotes(text)
  }

  private static func marked(_ text: String) -> String {
    let quoted = quoted(text)
    return quoted == text ? inQuotes(unquoted(text)) : quoted
  }

  /// A text in double quotation marks, or in single ones where it has double ones in it.
  static func inQuotes(_ text: String) -> String {
    if text.contains("\""), !text.contains("'") { return "'\(text)'" }
    let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"")
    return "\"\(escaped)\""
  }
}
