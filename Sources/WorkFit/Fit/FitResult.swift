/// All that a fit-check found.
public struct FitResult: Sendable {
  /// What it comes to.
  public let verdict: Verdict
  /// Whether the text could be judged.
  public let legibility: Legibility
  /// In 0...1: how impressive the posting looks, whatever the work is.
  public let impressiveness: Double
  /// In -1...1: how much of what the person needs the job would supply.
  public let energy: Double
  /// In 0...1: how much of what the person said the posting bears on.
  public let confidence: Double
  /// One finding for each statement that there is something to say about.
  public let findings: [Finding]
  /// What makes the posting look impressive.
  public let prestige: [PrestigeSignal]
  private let lexicon: Lexicon

  init(
    verdict: Verdict, legibility: Legibility, impressiveness: Double, energy: Double,
    confidence: Double, findings: [Finding], prestige: [PrestigeSignal], lexicon: Lexicon
  ) {
    self.verdict = verdict
    self.legibility = legibility
    self.impressiveness = impressiveness
    self.energy = energy
    self.confidence = confidence
    self.findings = findings
    self.prestige = prestige
    self.lexicon = lexicon
  }

  /// Whether an impressive posting conflicts with what the person said: the flag.
  public var isFlagged: Bool { verdict == .impressiveButDraining }

  /// The verdict in one sentence.
  public var sentence: String {
    Wordings.verdict(verdict, legibility: legibility, findings: findings, confidence: confidence)
  }
}

/// A fit-check as JSON, in the shape that other programs rely on.
public struct FitReport: Codable, Sendable {
  public struct Answer: Codable, Sendable {
    public let role: Role
    public let text: String
    public let rank: Int
  }

  public struct Evidence: Codable, Sendable {
    public let line: Int
    public let start: Int
    public let end: Int
    public let quote: String
  }

  public struct Item: Codable, Sendable {
    public let kind: Finding.Kind
    public let answer: Answer
    public let facet: String?
    public let evidence: [Evidence]
    public let why: String
    public let ask: String?
  }

  public struct Signal: Codable, Sendable {
    public let signal: String
    public let line: Int
    public let quote: String
  }

  public let verdict: Verdict
  public let flagged: Bool
  public let impressiveness: Double
  public let energy: Double
  public let confidence: Double
  public let sentence: String
  public let findings: [Item]
  public let prestige: [Signal]

  /// The JSON form of a result; numbers are rounded to three places.
  public init(_ result: FitResult) {
    verdict = result.verdict
    flagged = result.isFlagged
    impressiveness = Self.rounded(result.impressiveness)
    energy = Self.rounded(result.energy)
    confidence = Self.rounded(result.confidence)
    sentence = result.sentence
    findings = result.findings.map { finding in
      Item(
        kind: finding.kind,
        answer: Answer(
          role: finding.statement.role, text: finding.statement.text, rank: finding.statement.rank),
        facet: finding.facet?.rawValue,
        evidence: finding.evidence.map {
          Evidence(line: $0.line, start: $0.range.lowerBound, end: $0.range.upperBound, quote: $0.text)
        },
        why: finding.why, ask: finding.ask)
    }
    prestige = result.prestige.map {
      Signal(signal: $0.signal, line: $0.quote.line, quote: $0.quote.text)
    }
  }

  private static func rounded(_ number: Double) -> Double { (number * 1000).rounded() / 1000 }
}
