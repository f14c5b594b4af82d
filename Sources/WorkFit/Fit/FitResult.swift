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
  /// One finding for each statement but a pull, by role and rank.
  public let findings: [Finding]
  /// What makes the posting look impressive.
  public let prestige: [PrestigeSignal]
  /// What was left unread.
  public let unread: [Unread]
  /// The model that read it.
  public let model: String
  /// The text as read; lines and offsets of the quotes are of this text.
  public let asRead: TextAsRead

  /// How impressive the posting looks, in 0...4, to the nearest half.
  public var shine: Double { (impressiveness * 8).rounded() / 2 }

  /// What to ask, each once: first what the person requires and the posting does not name, then what speaks
  /// against them.
  public var questions: [String] {
    var seen: Set<String> = []
    return (findings.filter(\.isLacking) + findings.filter(\.kind.isAgainst)).compactMap(\.ask)
      .filter { seen.insert($0).inserted }
  }

  /// Whether an impressive posting conflicts with what the person said: the flag.
  public var isFlagged: Bool { verdict == .impressiveButDraining }

  /// Whether there is anything to show beside the sentence: a text in another language or about
  /// something else is not judged at all.
  public var isJudged: Bool { legibility == .posting || legibility == .tooShort }

  /// The verdict in one sentence.
  public var sentence: String {
    VerdictSentence(findings: findings, confidence: confidence).text(verdict, legibility)
  }
}
