internal import Foundation
import Phrases
internal import Yams

/// Places for answers in a text that are written as other tools write them, and what is worked out in a text.
extension ScriptReader {
  /// How other tools write a place for an answer, with what becomes of it here.
  private static let foreignPlaces: [(wrong: WrittenForm<(Substring, Substring)>, shown: Phrase)] =
    [
      (WrittenForm(regex: /\{\{\s*([\p{L}_][\p{L}\p{N}_.]*)\s*\}\}/), "two braces show a brace"),
      (
        WrittenForm(regex: /\$\{\s*([\p{L}_][\p{L}\p{N}_.]*)\s*\}/),
        "the dollar sign is shown as well"
      ),
      (
        WrittenForm(regex: /\[\[?\s*([\p{L}_][\p{L}\p{N}_.]*)\s*\]\]?/),
        "square brackets are shown as they stand"
      ),
      (
        WrittenForm(regex: /<\s*([\p{L}_][\p{L}\p{N}_.]*)\s*>/),
        "pointed brackets are shown as they stand"
      ),
      (WrittenForm(regex: /%([\p{L}_][\p{L}\p{N}_.]*)%/), "percent signs are shown as they stand"),
      (WrittenForm(regex: /\$([\p{L}_][\p{L}\p{N}_.]*)/), "a dollar sign is shown as it stands"),
      (WrittenForm(regex: /@([\p{L}_][\p{L}\p{N}_]*)/), "an at sign is shown as it stands"),
    ]

  /// Says so where a text has the name of an answer in other signs than braces, so that the sign and the name are
  /// shown as they stand.
  mutating func warnOfPlaceholders(in text: String, at node: Node) {
    // Most texts have none of the signs, and expressions are slow; one brace is how an answer is quoted.
    guard text.utf8.contains(where: { Self.signs.contains($0) }) || text.contains("{{") else {
      return
    }
    for (wrong, shown) in Self.foreignPlaces {
      guard let match = text.firstMatch(of: wrong) else { continue }
      let name = String(match.1)
      guard (try? scope.resolve(name, at: 0)) != nil || Self.isOdd(match.0) else { continue }
      // The address of a mail has the sign as well, and what stands in braces is told by itself.
      let before = text[..<match.range.lowerBound]
      if match.0.hasPrefix("@"), before.last.map({ $0.isLetter || $0.isNumber }) == true {
        continue
      }
      if !match.0.hasPrefix("{{"), before.last(where: { "{}".contains($0) }) == "{" { continue }
      let start = text.distance(from: text.startIndex, to: match.range.lowerBound)
      let quoted = node.scalar.map { [.doubleQuoted, .singleQuoted].contains($0.style) } ?? false
      let place = place(of: node)
      let better = line(of: node).flatMap { line -> String? in
        guard let range = line.firstRange(of: match.0) else { return nil }
        return line.replacingCharacters(in: range, with: "{\(name)}")
      }
      // In a block or behind a line break the place is that of the whole text.
      let offset = better == nil ? 0 : start + (quoted ? 1 : 0)
      report(
        "an answer is quoted as \("{\(name)}"); \(shown)", .warning,
        at: SourcePlace(file: place.file, line: place.line, column: place.column + offset),
        correction: better)
      return
    }
  }

  private static let signs: Set<UInt8> = Set("$[<%@".utf8.map { $0 })

  /// Two braces are hardly ever meant, whatever stands between them.
  private static func isOdd(_ match: Substring) -> Bool { match.hasPrefix("{{") }

  /// Reports something in braces that is no name but has to be worked out first, with how; the place behind it,
  /// or `nil` where it is a name.
  mutating func worked(
    out name: String, _ characters: [Character], from start: Int, to close: Int, at node: Node
  ) -> Int? {
    guard scope.known(name) == nil, let line = line(of: node) else { return nil }
    if name.hasPrefix("if ") || name.hasPrefix("#if ") {
      return part(name, characters, from: start, to: close, at: node, line)
    }
    guard name.contains(where: { "+*/(<>=".contains($0) }) || name.contains(" - ") else {
      return nil
    }
    let asked = String(characters[start...close])
    reportWorked(
      "a text quotes a name alone; work the value out first, with “let”", at: node, start, line,
      letting: name, in: asked)
    return close + 1
  }

  private static let endOfPart = WrittenForm(regex: /\{\s*(?:\/if|end|endif|end if)\s*\}/)

  /// `{if n > 2}many{/if}`.
  private mutating func part(
    _ name: String, _ characters: [Character], from start: Int, to close: Int, at node: Node,
    _ line: String
  ) -> Int {
    let rest = String(characters[(close + 1)...])
    let condition = name.drop { $0 == "#" }.dropFirst(3).trimmingWhitespace()
    guard let end = rest.firstMatch(of: Self.endOfPart) else {
      reportWorked(
        "a text has no conditions; write two questions with “when”, or a value with “let”",
        at: node, start, line, letting: nil, in: "")
      return close + 1
    }
    let inside = String(rest[..<end.range.lowerBound])
    let halves = inside.split(
      separator: /\{\s*else\s*\}/, maxSplits: 1, omittingEmptySubsequences: false
    ).map(String.init)
    let other = halves.count > 1 ? halves[1] : ""
    let length = rest.distance(from: rest.startIndex, to: end.range.upperBound)
    reportWorked(
      "a text has no conditions; work the words out first, with “let”", at: node, start, line,
      letting: "if(\(condition), '\(halves[0])', '\(other)')",
      in: String(characters[start..<(close + 1 + length)]))
    return close + 1 + length
  }

  private mutating func reportWorked(
    _ message: Phrase, at node: Node, _ start: Int, _ line: String, letting value: String?,
    in asked: String
  ) {
    let quoted = node.scalar.map { [.doubleQuoted, .singleQuoted].contains($0.style) } ?? false
    let place = place(of: node)
    report(
      message, .error,
      at: SourcePlace(
        file: place.file, line: place.line, column: place.column + start + 1 + (quoted ? 1 : 0)),
      mending: value.flatMap { working($0, out: asked, in: node) })
  }
}
