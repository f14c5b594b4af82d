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

  /// Whether there is anything to show beside the sentence: a text in another language or about
  /// something else is not judged at all.
  public var isJudged: Bool { legibility == .posting || legibility == .tooShort }

  /// The verdict in one sentence.
  public var sentence: String {
    Wordings.verdict(verdict, legibility: legibility, findings: findings, confidence: confidence)
  }
}
