internal import Foundation
import Phrases

/// One thing that people write in conditions and values who know other tools, and what is meant.
struct ExpressionRule: Decodable {
  /// A regular expression with names for what it captures in angle brackets.
  private let wrong: String
  /// What is meant, with `$1` for the first thing captured and `{item}` for the question itself.
  private let right: String
  /// What is said, with `{1}` for the first thing captured, `{wrong}` for all that was found and `{item}` for the
  /// question itself.
  private let say: String
  /// A sign to be taken out of what was captured.
  private let drop: String?
  /// Whether what was captured is meant in small letters.
  private let small: Bool?
  /// Whether it is a slip in a condition alone, and not in a value.
  let isOfConditions: Bool
  private let pattern: Pattern

  /// A compiled expression, which is never changed.
  private struct Pattern: @unchecked Sendable {
    let expression: NSRegularExpression?
  }

  private enum Key: String, CodingKey { case wrong, right, say, drop, small, condition }

  init(from decoder: any Decoder) throws {
    let container = try decoder.container(keyedBy: Key.self)
    wrong = try container.decode(String.self, forKey: .wrong)
    right = try container.decode(String.self, forKey: .right)
    say = try container.decode(String.self, forKey: .say)
    drop = try container.decodeIfPresent(String.self, forKey: .drop)
    small = try container.decodeIfPresent(Bool.self, forKey: .small)
    isOfConditions = try container.decodeIfPresent(Bool.self, forKey: .condition) ?? false
    pattern = Pattern(expression: try NSRegularExpression(pattern: Self.spelledOut(wrong)))
  }

  private static func spelledOut(_ pattern: String) -> String {
    let name = #"(?<![\p{L}\p{N}_.])([\p{L}_][\p{L}\p{N}_.]*)"#
    let number = #"(?<![\p{L}\p{N}_.])(-?[0-9]+(?:\.[0-9]+)?)"#
    let value =
      #"('[^']*'|"[^"]*"|(?<![\p{L}\p{N}_.])[\p{L}_][\p{L}\p{N}_.]*(?:\([^()]*\))?|(?<![\p{L}\p{N}_.])-?[0-9]+(?:\.[0-9]+)?(?:-[0-9]{2}-[0-9]{2})?)"#
    return pattern.replacing("<name>", with: name).replacing("<number>", with: number)
      .replacing("<value>", with: value).replacing("<op>", with: "(=|!=|<=|>=|<|>)")
  }

  /// Where the rule applies first in an expression, with what it makes of it and what it says; `nil` where it
  /// does not.
  ///
  /// - Parameters:
  ///   - item: the id of the question that the expression belongs to.
  ///   - isQuoted: whether a place, counted in UTF-16 units, is inside quotation marks.
  func application(to source: String, item: String?, isQuoted: (Int) -> Bool) -> (
    offset: Int, source: String, message: Phrase
  )? {
    guard let expression = pattern.expression else { return nil }
    if (right + say).contains("{item}"), item == nil { return nil }
    let text = source as NSString
    let matches = expression.matches(in: source, range: NSRange(location: 0, length: text.length))
    guard let match = matches.first(where: { !isQuoted($0.range.location) }) else { return nil }
    let found = text.substring(with: match.range)
    let meant = filled(right, match, in: text, item: item)
    var places = ["item": item ?? "", "wrong": found.trimmingWhitespace()]
    for number in 1..<max(1, match.numberOfRanges) {
      places[String(number)] = captured(number, of: match, in: text)
    }
    let blanks = found.prefix(while: \.isWhitespace).count
    return (
      text.substring(to: match.range.location).count + blanks,
      text.replacingCharacters(in: match.range, with: meant),
      Phrase(sentence: say, filling: places)
    )
  }

  private func filled(
    _ template: String, _ match: NSTextCheckingResult, in text: NSString, item: String?
  ) -> String {
    var filled = template.replacing("{item}", with: item ?? "")
    for number in (1..<max(1, match.numberOfRanges)).reversed() {
      filled = filled.replacing("$\(number)", with: captured(number, of: match, in: text))
    }
    return filled
  }

  private func captured(_ number: Int, of match: NSTextCheckingResult, in text: NSString) -> String
  {
    let range = match.range(at: number)
    var captured = range.location == NSNotFound ? "" : text.substring(with: range)
    if let drop { captured = captured.replacing(drop, with: "") }
    if small == true { captured = captured.lowercased() }
    return captured
  }
}
