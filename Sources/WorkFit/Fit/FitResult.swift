/// All that a fit-check found.
public struct FitResult: Sendable {
  /// What it comes to.
  public let verdict: Verdict
  /// Whether the text could be judged.
  package let legibility: Legibility
  /// How impressive the job looks, to most or to this person, whatever the work is; with the lines that make it so.
  public let shine: Shine
  /// In -1...1: how much of what the person needs the job would supply.
  public let energy: Double
  /// In 0...1: how much of what the person said the posting bears on.
  public let confidence: Double
  /// The verdict in plain words: what looks good, what it would cost, and what to ask.
  public let sentence: String
  /// One finding for each statement but a pull, by role and rank.
  public let findings: [Finding]
  /// Why one would take it or leave it: the two findings that weigh most, one of each side where both have
  /// one; fewer where fewer are sure.
  public let reasons: [Reason]
  /// What was left unread.
  public let unread: [Unread]
  /// The model that read it.
  public let model: String
  /// The text as read; lines and offsets of the quotes are of this text.
  public let asRead: TextAsRead
  /// What its reader should know of the text, in sentences; empty for nearly every text.
  public let notes: [String]

  /// How impressive the job looks, in 0...1.
  public var impressiveness: Double { shine.value / Double(ShineScale.most) }

  /// What to ask, each once: first what the person requires and the posting does not name, then what speaks
  /// against them.
  public var questions: [String] {
    var seen: Set<String> = []
    return (findings.filter(\.isLacking) + findings.filter { $0.stance == .against })
      .compactMap(\.ask)
      .filter { seen.insert($0).inserted }
  }

  /// Whether an impressive posting conflicts with what the person said: the flag.
  public var isFlagged: Bool { verdict == .impressiveButDraining }

  /// Whether there is anything to show beside the sentence: a text in another language or about
  /// something else is not judged at all.
  package var isJudged: Bool { legibility == .posting || legibility == .tooShort }
}
