/// What a finding rests on: the clauses that were read, what was made of each, and where the threshold lies.
public struct Explanation: Sendable, Encodable {
  /// A clause that was read against the statement.
  public struct Line: Sendable, Encodable {
    /// Counts lines from 1.
    public let line: Int
    /// The UTF-8 byte offset of the first byte.
    public let start: Int
    /// The UTF-8 byte offset behind the last byte.
    public let end: Int
    /// The part of the posting that it stands in.
    public let segment: Segment
    /// What was read of it, its heading before it.
    public let reading: String
    /// The probability that it supplies what the statement names.
    public let supplies: Double
    /// The probability that it opposes it.
    public let opposes: Double
    /// How near in meaning it is, from -1 to 1.
    public let likeness: Double
  }

  /// What was read of the statement.
  public let statement: String
  /// The model that read it.
  public let model: String
  /// The clauses that were read, the most telling first.
  public let lines: [Line]
  /// The probability that there is a line that supplies it.
  public let supplied: Double
  /// The probability that there is a line that opposes it.
  public let opposed: Double
  /// From which of these on it is asserted.
  public let threshold: Double
  /// From which of these on it is a question.
  public let question: Double
  /// Whether it rests on an amount, which reading alone does not decide.
  public let restsOnAmount: Bool
  /// How many lines were left out because the person said that they do not say it.
  public let mutedLines: Int
}
