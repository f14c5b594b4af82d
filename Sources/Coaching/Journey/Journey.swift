import Foundation
package import Journal
import Phrases
package import QuestionFlow

/// One session, open: its state, and the journal that every change of it goes to.
///
/// A change is saved before it takes effect, so what a person has been shown as taken is on disk. Where
/// another window has written to the session, that is read first, and the change comes after it;
/// ``takeMeanwhile()`` tells.
package final class Journey {
  /// The session.
  package let session: Session
  /// What the session has come to.
  package private(set) var state: JourneyState
  /// Whether the files are still where they were, by the last change; `nil` where they are.
  package private(set) var displacement: Displacement?
  let journal: Journal
  let library: ScriptLibrary
  let language: String
  /// Judges the answers that are given; `nil` where phrases alone do.
  package var thinnessJudge: (any ThinnessJudge)?
  /// The script that the person turned to; for the time being, and not saved.
  var asked: String?
  /// A stored fold is kept after so many events, and after a replay of so many.
  private let eventsBetweenFolds: Int
  private let shelf: ScriptShelf
  /// What others have written that nobody was told of yet.
  package private(set) var meanwhile: Meanwhile?
  private var foldedAt = 0
  /// Whether the session could not be read again when it had changed, so that nothing of it is known here.
  package private(set) var isBehind = false

  /// Opens a session.
  ///
  /// - Parameter language: the language of questions, where scripts have translations.
  package convenience init(
    _ session: Session, in journal: Journal, library: ScriptLibrary, language: String = "en"
  ) throws {
    try self.init(
      session, in: journal, library: library, language: language, foldingEvery: 256)
  }

  init(
    _ session: Session, in journal: Journal, library: ScriptLibrary, language: String = "en",
    foldingEvery eventsBetweenFolds: Int
  ) throws {
    self.eventsBetweenFolds = eventsBetweenFolds
    self.session = session
    self.journal = journal
    self.library = library
    self.language = language
    shelf = ScriptShelf(library: library, journal: journal)
    state = JourneyState(language: language)
    try readAgain()
  }

  /// Reads a session that nobody is about to open, so that a fold of it is stored for whoever opens it next.
  package static func storeFold(
    of session: Session, in journal: Journal, library: ScriptLibrary
  ) throws {
    _ = try Journey(session, in: journal, library: library)
  }

  /// Reads the session again, as after something was taken out of it.
  ///
  /// Where it throws, the state is empty, and ``isBehind`` says so.
  package func readAgain() throws {
    // What was known goes first: of a long session there is not to be twice as much in memory.
    isBehind = true
    state = JourneyState(language: language)
    let replayed: Int
    (state, replayed) = try replay.state()
    isBehind = false
    foldedAt = state.sequence - replayed
    keepFold()
  }

  var replay: Replay {
    Replay(
      journal: journal, session: session.id, language: language, scripts: shelf.volume)
  }

  private func keepFold() {
    guard state.sequence - foldedAt >= eventsBetweenFolds else { return }
    replay.keep(state)
    foldedAt = state.sequence
  }

  // MARK: - Changes

  /// Saves an event that rests on what went before, and takes it in.
  ///
  /// Where it throws, nothing was saved: a `Rejection` where it does not fit, a `JournalError`, or an
  /// encoding error.
  ///
  /// - Parameters:
  ///   - texts: texts that the event names by their digests.
  ///   - draft: the place whose draft the event takes the place of.
  @discardableResult
  func record(
    _ event: JourneyEvent, texts: [NewEvent.Text] = [], draft: String? = nil, at time: Date
  ) throws -> JourneyState.Outcome {
    if isBehind { try readAgain() }
    var hasReadUp = false
    while true {
      var next = state
      // What was said in view of what has changed since is kept all the same.
      let outcome = try next.apply(
        event, at: state.sequence + 1, isSaved: hasReadUp, scripts: shelf.volume)
      do {
        let saved = try journal.append(
          NewEvent(
            kind: event.kind, payload: try next.settled(event).payload(), texts: texts,
            draft: draft),
          to: session.id, after: state.sequence, at: time)
        next.sequence = saved.sequence
        accept(next, saved)
        return outcome
      } catch let error as JournalError where error.reason == .moved {
        let known = state.sequence
        try readUp(before: event)
        guard state.sequence > known else { throw error }
        hasReadUp = true
      }
    }
  }

  /// Saves an event that stands on its own whatever others have written, and takes it in.
  ///
  /// - Parameters:
  ///   - texts: texts that the event names by their digests.
  ///   - draft: the place whose draft the event takes the place of.
  ///   - make: makes the event, given the numbers that are free once everybody's events count.
  func record(
    texts: [NewEvent.Text] = [], draft: String? = nil, at time: Date,
    making make: (FreeNumbers) -> JourneyEvent
  ) throws {
    var event = make(FreeNumbers(state))
    let saved = try journal.append(to: session.id, knowing: state.sequence, at: time) { missed in
      var numbers = FreeNumbers(state)
      for entry in missed { numbers.count(entry.event) }
      event = make(numbers)
      return NewEvent(
        kind: event.kind, payload: try event.payload(), texts: texts, draft: draft)
    }
    if saved.missed.isEmpty {
      var next = state
      try next.apply(event, at: saved.sequence, scripts: shelf.volume)
      accept(next, saved)
    } else {
      for entry in saved.missed { noteMeanwhile(entry.event) }
      displacement = saved.displacement
      try readAgain()
    }
  }

  private func accept(_ next: JourneyState, _ saved: Saved) {
    displacement = saved.displacement
    state = next
    keepFold()
  }

  /// Takes the event of that number back. Where others have written meanwhile, that is read and nothing is
  /// taken back; the error says ``JournalError/Reason/moved``.
  func takeBack(_ sequence: Int, at time: Date) throws {
    let event = JourneyEvent.undone(sequence)
    do {
      let saved = try journal.append(
        NewEvent(kind: event.kind, payload: try event.payload()), to: session.id,
        after: state.sequence, at: time)
      displacement = saved.displacement
    } catch let error as JournalError where error.reason == .moved {
      try readUp()
      throw error
    }
    // What is taken back is in the state, so the events are read without it.
    try readAgain()
  }

  // MARK: - Other windows

  /// What others have written since this was asked last; `nil` where they have written nothing.
  package func takeMeanwhile() -> Meanwhile? {
    defer { meanwhile = nil }
    return meanwhile
  }

  /// Takes in what others have written.
  package func readUp() throws { try readUp(before: nil) }

  private func readUp(before mine: JourneyEvent?) throws {
    let missed = try journal.entries(of: session.id, after: state.sequence).map(\.event)
    guard !missed.isEmpty else { return }
    try readAgain()
    for event in missed {
      noteMeanwhile(event)
      guard case .interview(let script, let theirs, _, _, _)? = event,
        case .interview(script, let mine, _, _, _)? = mine, mine.competes(with: theirs)
      else { continue }
      meanwhile?.conflict = Meanwhile.Conflict(
        script: script, event: theirs, words: words(of: theirs, in: script))
    }
  }

  private func noteMeanwhile(_ event: JourneyEvent?) {
    var noted = meanwhile ?? Meanwhile()
    noted.note(event)
    meanwhile = noted
  }

  /// An answer that was just read, as it would be quoted.
  private func words(of event: Event, in script: String) -> Phrase {
    switch event {
    case .answerProbe(_, _, let text): return Phrase(verbatim: text)
    case .decline, .declineProbe: return "(left open)"
    default:
      guard let interview = state.interviews[script],
        let answer = interview.answer(to: event.path)
      else { return "(left open)" }
      return Phrase(verbatim: interview.spoken(answer, at: event.path))
    }
  }
}
