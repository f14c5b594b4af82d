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

  /// How far things have come with a posting: “seen 2026-11-20, applied 2026-11-22”.
  public static func steps(_ history: [PostingStep]) -> String {
    history.map { "\($0.status.rawValue) \($0.day)" }.joined(separator: ", ")
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
