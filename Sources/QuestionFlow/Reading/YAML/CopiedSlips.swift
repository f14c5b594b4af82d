import Phrases

/// What was copied along with a script, or stands around it: rulers, tabs, numbers of lines, the marks of a mail.
extension YAMLSlips {
  private static let ruler = WrittenForm(
    regex: /\s*(?:={3,}|-{3,}|\*{3,}|~{3,}|_{3,}|#{3,}|\.{3,}|\+{3,})\s*/)

  /// Lines of the same sign all along, between questions.
  var rulers: YAMLRepair? {
    let found = lines.indices.filter { lines[$0].wholeMatch(of: Self.ruler) != nil && $0 > 0 }
    return found.first.map { first in
      without(
        found,
        "“\(lines[first].trimmingWhitespace())” is not part of a script; take the line out",
        at: first)
    }
  }

  /// Sentences above the first key.
  var foreword: YAMLRepair? {
    guard let first = lines.firstIndex(where: { $0.hasPrefix("script:") }), first > 0 else {
      return nil
    }
    let above = lines.indices.prefix(first).filter {
      let text = lines[$0].trimmingWhitespace()
      return !text.isEmpty && !text.hasPrefix("#")
        && keyed(lines[$0]).map { isKnown($0.key) } != true
    }
    guard let start = above.first else { return nil }
    return whole(
      lines.indices.map { above.contains($0) ? "# \(lines[$0].trimmingWhitespace())" : lines[$0] },
      "a script begins with “script:”; what is for you alone stands behind a number sign", at: start
    )
  }

  /// The marks of a mail or the numbers of the lines, before each of them.
  var copied: YAMLRepair? {
    guard let first = lines.firstIndex(where: { !$0.trimmingWhitespace().isEmpty }) else {
      return nil
    }
    if let bare = Self.withoutMarks(lines) {
      return whole(
        bare, "“>” stands before each line, as in a mail; take it out of all of them", at: first)
    }
    return Self.withoutNumbers(lines).map { bare in
      whole(bare, "the numbers of the lines were copied along; take them out", at: first)
    }
  }

  private static func withoutMarks(_ lines: [String]) -> [String]? {
    let full = lines.filter { !$0.trimmingWhitespace().isEmpty }
    guard full.count > 2, full.allSatisfy({ $0.hasPrefix(">") }) else { return nil }
    return lines.map { line in
      let bare = line.drop { $0 == ">" }
      return String(bare.first == " " ? bare.dropFirst() : bare)
    }
  }

  private static let numbered = WrittenForm(regex: /\s*([0-9]+)(?:[:|.)]?[ \t]?)(.*)/)

  /// The lines without their numbers; `nil` where not all of them have one.
  static func withoutNumbers(_ lines: [String]) -> [String]? {
    guard lines.first?.prefix(8).contains(where: \.isNumber) == true else { return nil }
    var bare: [String] = []
    var last: Int?
    for line in lines {
      if line.trimmingWhitespace().isEmpty {
        bare.append(line)
        continue
      }
      guard let match = line.wholeMatch(of: Self.numbered), let number = Int(match.1),
        last.map({ number > $0 }) ?? true
      else { return nil }
      last = number
      bare.append(String(match.2))
    }
    // A numbered list of questions is another thing.
    return bare.contains { $0.hasPrefix("script:") || $0.hasPrefix("items:") } ? bare : nil
  }

  // MARK: - Tabs

  /// Tabs at the beginning of lines, as so many blanks that all of it can be read.
  var tabs: [YAMLRepair] {
    guard let first = lines.firstIndex(where: { Self.hasTab($0) }) else { return [] }
    let column = lines[first].prefix(while: \.isWhitespace).prefix { $0 != "\t" }.count + 1
    return ([2, 4, 8].map(spread) + [aligned]).map { changed in
      whole(changed, "a tab stands here; indent with spaces", at: first, column: column)
    }
  }

  private static func hasTab(_ line: String) -> Bool {
    line.prefix(while: \.isWhitespace).contains("\t") && !line.allSatisfy(\.isWhitespace)
  }

  private func spread(_ width: Int) -> [String] {
    let blanks = String(repeating: " ", count: width)
    return lines.map { line in
      let lead = line.prefix(while: \.isWhitespace)
      return String(lead.replacing("\t", with: blanks)) + line.dropFirst(lead.count)
    }
  }

  /// Each line with a tab as far in as the keys of the line before it.
  private var aligned: [String] {
    var made: [String] = []
    for line in lines {
      guard Self.hasTab(line), let above = made.last(where: { !$0.trimmingWhitespace().isEmpty })
      else {
        made.append(line)
        continue
      }
      let column = above.prefix { " -".contains($0) }.count + (above.hasSuffix(":") ? 2 : 0)
      made.append(String(repeating: " ", count: column) + line.trimmingWhitespace())
    }
    return made
  }
}
