/// A fit-check as JSON, in the shape that other programs rely on.
public struct FitReport: Codable, Sendable {
  /// What quoted words do to the statement.
  public typealias Side = WorkFit.Evidence.Side

  /// The statement that a finding meets.
  public struct Answer: Codable, Sendable {
    /// What the statement is.
    public let role: Role
    /// The person's words, unchanged.
    public let text: String
    /// The place among its kind, counting from 1.
    public let rank: Int
    /// The amount that it asks for, where it asks for one that can be compared.
    public let amount: Amount?
  }

  /// Words quoted from the posting.
  public struct Evidence: Codable, Sendable {
    /// Counts lines from 1.
    public let line: Int
    /// The UTF-8 byte offset of the first byte.
    public let start: Int
    /// The UTF-8 byte offset behind the last byte.
    public let end: Int
    /// The words, verbatim.
    public let quote: String
    /// Whether they supply what the statement names, or oppose it.
    public let side: Side
    /// The amount that they name, where amounts were compared.
    public let amount: Amount?
  }

  /// One finding.
  public struct Item: Codable, Sendable {
    /// What became of the statement.
    public let kind: Finding.Kind
    /// Where it stands on taking the job; absent in what earlier versions kept.
    package let stance: Stance?
    /// The statement.
    public let answer: Answer
    /// What the statement is about, where that is clear.
    public let facet: String?
    /// That the kind is right, in 0...1.
    public let probability: Double
    /// The posting's own words; empty where nothing was found.
    public let evidence: [Evidence]
    /// What was read, or what was looked for.
    public let why: String
    /// A question for somebody who knows the work.
    public let ask: String?
  }

  /// Something that makes the posting look impressive.
  public struct Signal: Codable, Sendable {
    /// What kind of thing it is, such as `title`; `own-pull` for what pulls this person.
    public let signal: String
    /// Counts lines from 1.
    public let line: Int
    /// The words, verbatim.
    public let quote: String
  }

  /// What it comes to.
  public let verdict: Verdict
  /// Whether it is impressive and conflicts with what the person said.
  public let flagged: Bool
  /// In 0...1.
  public let impressiveness: Double
  /// In 0...4, to a tenth: 0 an ordinary job, 1 decent, 2 respectable, 3 impressive to most, 4 striking.
  public let shine: Double
  /// In -1...1.
  public let energy: Double
  /// In 0...1.
  public let confidence: Double
  /// The verdict in plain words.
  public let sentence: String
  /// One finding for each statement but a pull.
  public let findings: [Item]
  /// What makes it look impressive: of each signal up to three lines, the most telling first.
  public let prestige: [Signal]
  /// What was left unread; absent where everything was read.
  public let unread: [Unread]?
  /// `true` where the posting had to be decoded, and is not the text that lines and offsets count in.
  public let decoded: Bool?
  /// What could not be decoded, in sentences; absent where there is nothing to say.
  public let notes: [String]?

  /// The JSON form of a result; numbers are rounded to three places.
  public init(_ result: FitResult) {
    verdict = result.verdict
    flagged = result.isFlagged
    impressiveness = Self.rounded(result.impressiveness)
    shine = result.shine.value
    energy = Self.rounded(result.energy)
    confidence = Self.rounded(result.confidence)
    sentence = result.sentence
    findings = result.findings.map { finding in
      Item(
        kind: finding.kind, stance: finding.stance,
        answer: Answer(
          role: finding.statement.role, text: finding.statement.text, rank: finding.statement.rank,
          amount: finding.amount),
        facet: finding.facet?.rawValue, probability: Self.rounded(finding.probability),
        evidence: finding.evidence.map {
          Evidence(
            line: $0.quote.line, start: $0.quote.range.lowerBound, end: $0.quote.range.upperBound,
            quote: $0.quote.text, side: $0.side, amount: $0.amount)
        },
        why: finding.why, ask: finding.ask)
    }
    prestige = result.shine.signals.map {
      Signal(signal: $0.signal, line: $0.quote.line, quote: $0.quote.text)
    }
    unread = result.unread.isEmpty ? nil : result.unread
    decoded = result.asRead.isDecoded ? true : nil
    notes = result.notes.isEmpty ? nil : result.notes
  }

  private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}
