/// What a finding rests on: the clauses that were read, what was made of each, and where the threshold lies.
package struct Explanation: Sendable, Encodable {
  /// A clause that was read against the statement.
  package struct Line: Sendable, Encodable {
    /// Counts lines from 1.
    package let line: Int
    /// The UTF-8 byte offset of the first byte.
    package let start: Int
    /// The UTF-8 byte offset behind the last byte.
    package let end: Int
    /// The part of the posting that it stands in.
    package let segment: Segment
    /// What was read of it, its heading before it.
    package let reading: String
    /// The probability that it supplies what the statement names.
    package let supplies: Double
    /// The probability that it opposes it.
    package let opposes: Double
    /// How near in meaning it is, from -1 to 1.
    package let likeness: Double
  }

  /// What was read of the statement.
  package let statement: String
  /// The model that read it.
  package let model: String
  /// The clauses that were read, the most telling first.
  package let lines: [Line]
  /// The probability that there is a line that supplies it.
  package let supplied: Double
  /// The probability that there is a line that opposes it.
  package let opposed: Double
  /// From which of these on it is asserted.
  package let threshold: Double
  /// From which of these on it is a question.
  package let question: Double
  /// Whether it rests on an amount, which reading alone does not decide.
  package let restsOnAmount: Bool
  /// How many lines were left out because the person said that they do not say it.
  package let mutedLines: Int
}
