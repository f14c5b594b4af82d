/// Something that was not read.
public struct Unread: Hashable, Sendable, Codable {
  /// Why it was not.
  public enum Reason: String, Sendable, Codable {
    case clauseTooLong = "clause-too-long"
    case clauseInAnotherLanguage = "clause-in-another-language"
    case tooManyClauses = "too-many-clauses"
    case postingInAnotherLanguage = "posting-in-another-language"
    case statementInAnotherLanguage = "statement-in-another-language"
    case statementEmpty = "statement-empty"
    case statementMisread = "statement-misread"
  }

  /// Why it was not.
  public let reason: Reason
  /// How many.
  public let count: Int

  init(_ reason: Reason, _ count: Int) {
    self.reason = reason
    self.count = count
  }
}
