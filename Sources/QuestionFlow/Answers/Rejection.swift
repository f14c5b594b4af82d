/// Why an answer was not taken: the respondent's to mend. The interview is as it was before.
public struct Rejection: Error, Hashable, Sendable {
  /// The facts of a rejection.
  public enum Reason: Hashable, Sendable {
    case empty
    case tooLong(Int)
    case notANumber(String)
    case notADate(String)
    case notYesOrNo(String)
    case notAName(String)
    case nameOfSeveralLines(String)
    case nameTooLong(Int)
    case notAChoice(String, [String])
    case ambiguousChoice(String, [String])
    case outOfRange(String, String)
    case tooFew(Int, Int)
    case tooMany(Int, Int)
    case rankedTwice(String)
    /// The author's own sentence.
    case check(String)
    case notThisItem(String)
    case wrongKind(String)
  }

  /// What was wrong.
  public let reason: Reason

  /// Makes a rejection.
  public init(_ reason: Reason) { self.reason = reason }
}

extension Rejection: CustomStringConvertible {
  /// One sentence for the respondent: what would be taken instead.
  public var description: String {
    switch reason {
    case .empty: "There is nothing here yet; type an answer, or /skip to leave it open."
    case .tooLong(let limit):
      "That is more than \(limit / 1_000_000) million bytes; give the part that matters."
    case .notANumber(let typed):
      "“\(Self.short(typed))” is not a number; write one such as 12 or 2.5."
    case .notADate(let typed):
      "“\(Self.short(typed))” is not a day I know; write 2027-03-01, tomorrow, or next Tuesday."
    case .notYesOrNo(let typed): "“\(Self.short(typed))” could be either; is it yes or no?"
    case .notAName(let typed): "“\(Self.short(typed))” has no name in it; who is it?"
    case .nameOfSeveralLines(let typed):
      "“\(Self.short(typed))” goes on over several lines; a name is one line."
    case .nameTooLong(let most):
      "That is more than \(most) characters; give the name alone, and the rest elsewhere."
    case .notAChoice(let typed, let options):
      "“\(Self.short(typed))” is not among these: \(Self.listed(options))."
    case .ambiguousChoice(let typed, let options):
      "“\(Self.short(typed))” could be \(options.map { "“\(Self.short($0))”" }.joined(separator: " or ")); which one?"
    case .outOfRange(let low, let high): "It takes a number from \(low) to \(high)."
    case .tooFew(let count, let least):
      "That is \(count); at least \(least) are needed to compare. One a line."
    case .tooMany(let count, let most):
      "That is \(count), and at most \(most) fit; keep the ones that matter most."
    case .rankedTwice(let text): "“\(Self.short(text))” stands there twice; name each once."
    case .check(let sentence): sentence
    case .notThisItem(let path): "“\(path)” is not asked at this point."
    case .wrongKind(let path): "That is not the kind of answer that “\(path)” takes."
    }
  }

  private static func short(_ text: String) -> String {
    let line = text.split(whereSeparator: \.isNewline).first.map(String.init) ?? ""
    return line.count <= 40 ? line : line.prefix(39) + "…"
  }

  private static func listed(_ options: [String]) -> String {
    options.prefix(12).enumerated().map { "\($0.offset + 1) \(short($0.element))" }
      .joined(separator: ", ")
  }
}
