import Foundation
import Phrases

/// A few words on one line, perhaps of a certain form. Stored as `{"text": …}`, spoken as it is.
public struct TextAnswer: Hashable, Sendable {
  /// The form that is wanted, such as that of an e-mail address.
  package let pattern: TextPattern?

  /// Longer answers are refused rather than cut.
  static let maximumLength = 2_000_000

  init(pattern: TextPattern? = nil) { self.pattern = pattern }

  /// The words on one line; line ends become spaces.
  static func line(_ typed: String) throws(Rejection) -> String {
    try trimmed(typed).split(whereSeparator: \.isNewline)
      .map { String($0).trimmingWhitespace() }.filter { !$0.isEmpty }.joined(separator: " ")
  }

  /// Without white space around it; refused where nothing is left, or too much.
  static func trimmed(_ typed: String) throws(Rejection) -> String {
    guard typed.utf8.count <= maximumLength else { throw Rejection(.tooLong(maximumLength)) }
    let trimmed = typed.trimmingCharacters(in: .whitespacesAndNewlines)
    guard !trimmed.isBlank else { throw Rejection(.empty) }
    return trimmed
  }
}

extension TextAnswer: WrittenText {
  static let name = "text"
  static let spelling = AnswerSpelling(
    pattern: "text", example: "text", help: "A few words on one line.")
  var form: Phrase { pattern?.hint ?? "a few words" }

  func parse(_ typed: String, in surroundings: AnswerKind.Surroundings) throws(Rejection) -> Answer
  {
    let line = try Self.line(typed)
    if let pattern, !pattern.fits(line) { throw Rejection(.otherForm(line, pattern.refusal)) }
    return .text(line)
  }

  func madeUp(by respondent: inout Respondent, for item: ItemID, offered: [ElementID]) -> Answer {
    guard let pattern else { return .text(respondent.text(for: item)) }
    let asked = respondent.mentions(of: item).texts.sorted().filter(pattern.fits)
    return .text(
      respondent.chance(40) ? respondent.pick(asked) ?? pattern.example : pattern.example)
  }
}
