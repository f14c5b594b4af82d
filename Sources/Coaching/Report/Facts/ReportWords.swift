internal import Foundation
internal import QuestionFlow
package import WorkFit

/// Every word of a report that nobody typed, in one place for all of its forms.
package struct ReportWords: Sendable {
  /// The words in English.
  package init() {}

  /// The language of the words, as BCP 47 has it.
  package var language: String { "en" }

  /// The heading of the page.
  package var title: String { "My next move" }

  /// The heading of a section.
  package func heading(_ section: ReportSection) -> String {
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

  /// What is said where a section has nothing in it.
  package func nothing(_ section: ReportSection) -> String {
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

  // MARK: - What the person said

  /// The heading of one kind of statement.
  package func heading(_ role: Role) -> String {
    switch role {
    case .energizer: "Gives you energy"
    case .drain: "Drains you"
    case .strength: "What you are good at"
    case .mustHave: "Must be there"
    case .dealBreaker: "Would make you say no"
    case .prestigePull: "Pulls you by its looks"
    }
  }

  /// Said of a strength that they are tired of using.
  package var tires: String { "and tired of it" }

  var leastSure: String { "Least sure of" }
  var place: String { "The place" }
  var mustBeThere: String { "Must be there" }
  var wouldRefuse: String { "Would say no to" }
  var restsOn: String { "Rests on" }

  var day: String { "Day" }
  var level: String { "Energy" }
  var moment: String { "What it was" }

  /// An energy level with its sign, as in “+2” and “−1”.
  package static func signed(_ level: Int) -> String {
    level > 0 ? "+\(level)" : level < 0 ? "−\(level.magnitude)" : "0"
  }

  var optionsChart: String { "How many came from where" }
  var option: String { "Option" }
  var cameFrom: String { "Came from" }
  var howFar: String { "How far" }
  var lookingFurther: String { "looking further out" }
  var furtherOut: String { "further out" }
  var notSaid: String { "not said" }

  // MARK: - Postings

  var untitled: String { "A posting" }
  var postingsMap: String { "Postings by impressiveness and energy" }
  var corners: ReportMap.Corners {
    ReportMap.Corners(
      topLeft: "shines, and drains", topRight: "shines, and energizes",
      bottomLeft: "quiet, and drains", bottomRight: "quiet, and energizes")
  }

  /// A verdict in a few words.
  package func verdict(_ verdict: Verdict) -> String {
    switch verdict {
    case .impressiveButDraining: "impressive, but it would likely wear you down"
    case .impressiveAndEnergizing: "impressive, and the work seems to be yours"
    case .quietButEnergizing: "no show, but it gives you energy"
    case .quietAndDraining: "no show, and not for you"
    case .mixed: "could go either way"
    case .notEnoughToTell: "said too little to tell"
    }
  }

  /// What became of a statement, in a few words.
  package func finding(_ kind: Finding.Kind, of role: Role) -> String {
    if role == .dealBreaker || kind == .missing { return kind.words(as: role) }
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

  func line(_ number: Int) -> String { "line \(number)" }

  // MARK: - People

  var who: String { "Who" }
  var relation: String { "Relation" }
  var status: String { "How far" }
  var next: String { "Next" }

  func status(_ status: Contact.Status) -> String { status.rawValue }
  func due(_ day: CalendarDate) -> String { "by \(day)" }
  func talk(with name: String) -> String { "After talking with \(name)" }

  /// Where a round stands, in a sentence.
  func standing(of round: Round, done: Int, on day: CalendarDate) -> String {
    let talks = "\(done) of \(round.goal) conversations"
    if let closed = round.closed { return "\(talks); closed on \(closed)." }
    let left = round.daysLeft(on: day)
    return left == 0
      ? "\(talks); it was to end on \(round.end)."
      : "\(talks), \(left) \(left == 1 ? "day" : "days") left, until \(round.end)."
  }
}
