internal import Phrases
public import WorkFit

/// The words around a report's facts, in one place for all of its forms.
public enum ReportWords {
  /// The heading of a section.
  public static func heading(_ section: Report.Section) -> String {
    switch section {
    case .profile: "What you said of yourself"
    case .outline: "The role outline"
    case .energy: "Energy, day by day"
    case .options: "Options, by where they came from"
    case .postings: "Postings you held against your answers"
    case .round: "The round of conversations"
    case .trends: "From one time to the next"
    case .answers: "Everything you answered"
    }
  }

  /// The heading of one kind of statement.
  public static func heading(_ role: Role) -> String {
    switch role {
    case .energizer: "Gives you energy"
    case .drain: "Drains you"
    case .strength: "What you are good at"
    case .mustHave: "Must be there"
    case .dealBreaker: "Would make you say no"
    case .prestigePull: "Pulls you by its looks"
    }
  }

  /// A verdict in a few words.
  public static func words(_ verdict: Verdict) -> String {
    switch verdict {
    case .impressiveButDraining: "impressive, but it would likely wear you down"
    case .impressiveAndEnergizing: "impressive, and the work seems to be yours"
    case .quietButEnergizing: "not showy, but it gives you energy"
    case .quietAndDraining: "not showy, and not for you"
    case .mixed: "could go either way"
    case .notEnoughToTell: "said too little to tell"
    }
  }

  /// What became of a statement, in a few words.
  public static func words(_ kind: Finding.Kind, of role: Role) -> String {
    if role == .dealBreaker || kind == .missing { return kind.words(as: role).description }
    return switch kind {
    case .fed: "fed"
    case .conflict: "in conflict"
    case .missing: "not mentioned"
    case .drain: "drain found"
    case .drainAbsent: "drain ruled out"
    case .mixed: "said both ways"
    case .strengthUsed: "used"
    case .strengthIdle: "idle"
    case .mustHaveMet: "met"
    case .mustHaveBroken: "broken"
    case .unclear: "not clear"
    }
  }

  /// Where a round stands, in a sentence.
  public static func standing(_ report: Report) -> String? {
    guard let round = report.round else { return nil }
    let talks = "\(report.conversations) of \(round.goal) conversations"
    if let closed = round.closed { return "\(talks); closed on \(closed)." }
    let left = round.daysLeft(on: report.day)
    return left == 0
      ? "\(talks); it was to end on \(round.end)."
      : "\(talks), \(left) \(left == 1 ? "day" : "days") left, until \(round.end)."
  }

  /// What is said where a section has nothing in it.
  public static func nothing(_ section: Report.Section) -> String {
    switch section {
    case .profile: "Nothing yet; “nextmove” asks."
    case .outline: "Nothing yet; “nextmove start outline” asks."
    case .energy: "Nothing yet; “nextmove log \"what it was\" +2” keeps a moment."
    case .options: "Nothing yet; “nextmove start options” asks."
    case .postings: "None yet; “nextmove fit FILE” checks one."
    case .round: "None yet; “nextmove round start” begins one."
    case .trends: "Nothing yet; a script with “repeats” that is answered twice has one."
    case .answers: "Nothing yet; “nextmove” asks."
    }
  }
}
