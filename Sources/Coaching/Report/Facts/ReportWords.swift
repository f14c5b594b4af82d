import Foundation
package import Phrases
import QuestionFlow
package import WorkFit

/// Every word of a report that nobody typed, in one place for all of its forms.
package struct ReportWords: Sendable {
  private let words: PhraseBook

  /// The words in a language.
  package init(_ words: PhraseBook = .english) { self.words = words }

  private func text(_ phrase: Phrase) -> String { words.text(phrase) }

  /// The language of the words, as BCP 47 has it.
  package var language: String { words.language }

  /// The heading of the page.
  package var title: String { text("My next move") }

  /// The heading of a section.
  package func heading(_ section: ReportSection) -> String {
    let phrase: Phrase =
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
    return text(phrase)
  }

  /// What is said where a section has nothing in it.
  package func nothing(_ section: ReportSection) -> String {
    switch section {
    case .postings, .round: text("None yet.")
    case .profile, .outline, .energy, .options, .trends, .answers: text("Nothing yet.")
    }
  }

  /// The same with what to type, for the person whose report it is and nobody else.
  package func nothingAtTerminal(_ section: ReportSection) -> String {
    let phrase: Phrase =
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
    return text(phrase)
  }

  // MARK: - What the person said

  /// The heading of one kind of statement.
  package func heading(_ role: Role) -> String {
    text(role.heading)
  }

  /// Stands above the strengths that they are tired of using.
  package var tires: String { text("Good at, and tired of it") }

  var leastSure: String { text("Least sure of") }
  var place: String { text("The place") }
  var mustBeThere: String { text("Must be there") }
  var wouldRefuse: String { text("Would say no to") }
  var restsOn: String { text("Rests on") }

  var day: String { text("Day") }
  var level: String { text("Energy") }
  var moment: String { text("What it was") }

  /// An energy level with its sign, as in “+2” and “−1”.
  package static func signed(_ level: Int) -> String {
    level > 0 ? "+\(level)" : level < 0 ? "−\(level.magnitude)" : "0"
  }

  var optionsChart: String { text("How many came from where") }
  var option: String { text("Option") }
  var cameFrom: String { text("Came from") }
  var howFar: String { text("How far") }
  var lookingFurther: String { text("looking further out") }
  var furtherOut: String { text("further out") }
  var notSaid: String { text("not said") }

  // MARK: - Postings

  var untitled: String { text("A posting") }
  var postingsMap: String { text("Postings by impressiveness and energy") }
  var corners: ReportMap.Corners {
    ReportMap.Corners(
      topLeft: text("shines, and drains"), topRight: text("shines, and energizes"),
      bottomLeft: text("quiet, and drains"), bottomRight: text("quiet, and energizes"))
  }

  /// A verdict in a few words.
  package func verdict(_ verdict: Verdict) -> String { text(verdict.words) }

  /// What became of a statement, in a few words.
  package func finding(_ kind: Finding.Kind, of role: Role) -> String {
    text(kind.words(as: role))
  }

  /// How far things have come with a posting: “seen 20 November 2026, applied 22 November 2026”.
  func steps(_ history: [PostingStep]) -> String {
    text(history.map { "\($0.status.words) \(written: $0.day)" as Phrase }.joined(separator: ", "))
  }

  func line(_ number: Int) -> String { text("line \(number)") }

  // MARK: - Answers

  /// The heading of what was answered to a script; of one that was answered several times, with the time and its
  /// day.
  func heading(of script: AnsweredScript) -> String {
    guard script.times > 1 else { return script.title }
    guard let day = script.day else {
      return text("\(script.title), \(script.instance) of \(script.times)")
    }
    return text("\(script.title), \(script.instance) of \(script.times): \(written: day)")
  }

  // MARK: - People

  var who: String { text("Who") }
  var relation: String { text("Relation") }
  var status: String { text("How far") }
  var next: String { text("Next") }

  func relation(to person: Contact) -> String { person.knownAs.map(text) ?? "" }
  func status(_ status: Contact.Status) -> String { text(status.words) }
  func due(_ day: CalendarDate) -> String { text("by \(written: day)") }
  func talk(with name: String) -> String { text("After talking with \(name)") }

  /// Where a round stands, in a sentence.
  func standing(of round: Round, done: Int, on day: CalendarDate) -> String {
    if let closed = round.closed {
      return text("\(done) of \(round.goal) conversations; closed on \(written: closed).")
    }
    let left = round.daysLeft(on: day)
    return text(
      left == 0
        ? "\(done) of \(round.goal) conversations; it was to end on \(written: round.end)."
        : "\(done) of \(round.goal) conversations, \(Phrase.days(left)) left, until \(written: round.end)."
    )
  }

  /// A day as the language writes it.
  func date(_ day: CalendarDate) -> String { text("\(written: day)") }
}
