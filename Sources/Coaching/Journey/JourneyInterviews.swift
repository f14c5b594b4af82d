package import Foundation
import Journal
package import QuestionFlow
package import WorkFit

/// The interviews of a session: where it stands, and what changes an answer.
extension Journey {
  /// The interviews begun, by script.
  package var interviews: [String: Interview] { state.interviews }

  /// The scripts in the suggested order, those begun in the version that they were answered with.
  ///
  /// What is begun and gone from the library is gone on with until the session is carried over.
  package var scripts: [Script] { ids.compactMap { script($0) } }

  /// Their names, for which none has to be read.
  private var ids: [String] {
    library.ids + interviews.keys.sorted().filter { !library.ids.contains($0) }
  }

  /// One of ``scripts`` by its name.
  package func script(_ id: String) -> Script? {
    interviews[id]?.script ?? library.volume(id)?.script
  }

  /// The interviews begun, in the suggested order.
  package var interviewsInOrder: [Interview] { ids.compactMap { interviews[$0] } }

  /// Events of the journal that could not be replayed; kept, and counted here.
  package var unreadable: Int { state.unreadable }

  // MARK: - Where it stands

  /// The script to go on with: the first whose turn it is, or that was asked for, and that is not
  /// finished; `nil` where there is none.
  package var present: String? {
    if let asked, interviews[asked]?.isFinished == false, let ready = ready(for: asked) {
      return ready
    }
    return ids.lazy.filter { self.interviews[$0]?.isFinished != true }.compactMap {
      self.script($0)
    }
    .filter { self.isUnderWay($0) }.compactMap { self.ready(for: $0.id) }.first
  }

  /// The scripts that are repeated and are due again on a day.
  package func due(on day: CalendarDate) -> [Script] {
    interviewsInOrder.map(\.script).filter { script in
      nextDue(script.id).map { $0 <= day } ?? false
    }
  }

  /// Whether the session comes to a script by itself: where it is its turn, or some of it is answered.
  package func isUnderWay(_ script: Script) -> Bool {
    script.turn == .inTurn && library.comesInTurn(script.id)
      || (interviews[script.id]?.progress.done ?? 0) > 0
  }

  /// How far the session has come over all its scripts.
  package var progress: InterviewProgress {
    var done = 0
    var total = 0
    for script in scripts where isUnderWay(script) {
      let progress = (interviews[script.id] ?? Interview(script: script)).progress
      done += progress.done
      total += progress.total
    }
    return InterviewProgress(done: done, total: total)
  }

  /// What the answers say about the person, for a fit-check.
  package var profile: Profile {
    corrections.applied(
      to: ProfileReading(interviews: interviewsInOrder).profile)
  }

  /// What the answers say beyond the profile: outline, options, names, debriefs.
  package var sheet: AnswerSheet {
    AnswerSheet(interviews: interviewsInOrder)
  }

  /// The event that goes back from a step, or from the end where there is none, and its script.
  ///
  /// From a follow-up it is its question, from a script's first question the last of the script
  /// before; `nil` at the very first question.
  package func goingBack(from step: Step?, in id: String?) -> (script: String, event: Event)? {
    if let step, let id, case .probe = step.form { return (id, .revisit(step.path)) }
    let end = ids.firstIndex { $0 == id }
    if let id, end != nil, let path = interviews[id]?.previousPath { return (id, .revisit(path)) }
    for id in ids[..<(end ?? ids.count)].reversed() {
      if let path = interviews[id]?.previousPath { return (id, .revisit(path)) }
    }
    return nil
  }

  // MARK: - Changes

  /// The interview over a script, begun where it was not.
  package func open(_ id: String, at time: Date) throws -> Interview? {
    if interviews[id] == nil, let volume = library.volume(id) {
      try record(
        .opened(script: id, digest: volume.digest, beginning(of: volume, at: time)),
        texts: [.script(volume)], at: time)
    }
    return interviews[id]
  }

  /// Begins a script that is repeated anew; what was answered before is kept as it was.
  package func beginAgain(_ id: String, at time: Date) throws {
    guard let volume = library.volume(id), interviews[id] != nil else {
      return try ask(for: id, at: time)
    }
    try record(
      .repeated(script: id, digest: volume.digest, beginning(of: volume, at: time)),
      texts: [.script(volume)], at: time)
    asked = id
  }

  /// The day and the seed are of use to scripts that speak of one, or come in random order; the seed
  /// is another for every session and every beginning.
  private func beginning(of volume: ScriptLibrary.Volume, at time: Date) -> JourneyEvent.Beginning {
    let moment = time.timeIntervalSinceReferenceDate.bitPattern
    var random = SeededRandom(seed: moment ^ UInt64(bitPattern: session.id.rawValue))
    return JourneyEvent.Beginning(
      day: CalendarDate(time), seed: volume.script.hasRandomOrder ? random.next() >> 1 | 1 : 0)
  }

  /// Turns to a script, whatever else is open; it is gone on with until it is finished or another is
  /// asked for.
  package func ask(for id: String, at time: Date) throws {
    if let digest = state.digests[id], interviews[id]?.isFinished == false,
      state.lastScript != id, library.volume(id)?.digest == digest
    {
      // Opened again it stays as it is, and is known to be the one that was turned to last.
      try record(
        .opened(
          script: id, digest: digest,
          JourneyEvent.Beginning(day: state.begun[id], seed: interviews[id]?.seed ?? 0)),
        at: time)
    } else {
      _ = try open(id, at: time)
    }
    asked = id
  }

  /// Applies an event to an interview and saves it; the draft at its place goes. Where it throws,
  /// nothing has changed.
  ///
  /// - Parameter isInsistedOn: whether the person stands by words that were judged thin; they are not thin then.
  @discardableResult
  package func apply(_ event: Event, to id: String, isInsistedOn: Bool = false, at time: Date)
    throws -> [Note]
  {
    let day = interviews[id]?.script.speaksOfToday == true ? CalendarDate(time) : nil
    let thin = isInsistedOn ? notThin(event, in: id) : judgements(of: event, in: id)
    return try record(
      .interview(script: id, event, on: day, thin: thin),
      draft: Self.place(of: event).map { "\(id)/\($0)" },
      at: time
    ).notes
  }

  /// Whether an answer that was refused for being thin is taken where the person stands by it; what leaves all to
  /// others is not.
  package func canInsist(on event: Event, in id: String) -> Bool {
    guard var interview = interviews[id] else { return false }
    let thin = notThin(event, in: id)
    guard !thin.isEmpty else { return false }
    interview.take(judgements: thin, of: event)
    return (try? interview.apply(event)) != nil
  }

  private func notThin(_ event: Event, in id: String) -> [Bool?] {
    (interviews[id]?.textsToJudge(in: event) ?? []).map { _ in false }
  }

  /// What the judge says of the texts of an event; nothing where it says nothing of any.
  private func judgements(of event: Event, in id: String) -> [Bool?] {
    guard let thinnessJudge, let interview = interviews[id] else { return [] }
    let texts = interview.textsToJudge(in: event)
    guard !texts.isEmpty else { return [] }
    let judged = thinnessJudge.judgements(of: texts, language: interview.language)
    return judged.contains { $0 != nil } ? judged : []
  }

  // MARK: - Other versions of the scripts

  /// Whether the scripts at hand are other than those that the session was answered with.
  package var isBehindLibrary: Bool {
    interviews.keys.contains { library.volume($0)?.digest != state.digests[$0] }
      || state.retired.keys.contains { library.volume($0) != nil }
  }

  /// Carries the session over to the scripts at hand, and saves that it was.
  ///
  /// Answers follow their questions; what has no place any more is kept aside and comes back with a
  /// version that has one.
  package func migrate(at time: Date) throws -> MigrationReport {
    let volumes = library.volumes
    let versions = volumes.map {
      JourneyEvent.ScriptVersion(script: $0.script.id, digest: $0.digest)
    }
    let outcome = try record(.migrated(to: versions), texts: volumes.map { .script($0) }, at: time)
    return outcome.migration ?? MigrationReport(lines: [])
  }

  // MARK: - Taking back

  /// The question whose answer was given or changed last; `nil` where there is none.
  package var lastAnswered: String? {
    guard let last = state.changes.last, let interview = interviews[last.script] else { return nil }
    return interview.script.item(last.path.item)?.ask.text(in: language)
  }

  /// A list that was given last, with all its entries.
  package struct ListGiven: Sendable {
    /// The script and the place of the list.
    package let script: String
    package let path: Path
    /// Its entries in their order.
    package let texts: [String]
  }

  /// The list that was given or changed last; `nil` where the last answer is no list.
  package var lastListGiven: ListGiven? {
    guard let last = state.changes.last,
      case .list(let elements)? = interviews[last.script]?.answer(to: last.path)
    else { return nil }
    return ListGiven(script: last.script, path: last.path, texts: elements.map(\.text))
  }

  /// Takes the last change back: its question is open again, or has the answer of before.
  ///
  /// Throws a `JournalError` of the reason `moved` where another window has written; that is read, and
  /// nothing is taken back.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  package func undo(at time: Date) throws -> Bool {
    guard let last = state.changes.last else { return false }
    try takeBack(last.sequence, at: time)
    return true
  }

  /// Lets the window that has the session learn that another goes on with it.
  package func takeOver(at time: Date) throws { try record(at: time) { _ in .takenOver } }

  // MARK: - Drafts

  /// What has been typed at a step and not sent; empty where nothing has.
  package func draft(of step: Step, in id: String) throws -> String {
    try journal.draft(of: session.id, at: "\(id)/\(Self.place(of: step))") ?? ""
  }

  /// Keeps what has been typed at a step and is not sent yet.
  package func keep(draft text: String, of step: Step, in id: String, at time: Date) throws {
    try journal.keepDraft(text, of: session.id, at: "\(id)/\(Self.place(of: step))", time: time)
  }

  private static func place(of step: Step) -> String {
    if case .probe(let probe) = step.form { return "\(step.path)?\(probe.index)" }
    return step.path.description
  }

  /// Where the draft was that an answer has taken the place of.
  private static func place(of event: Event) -> String? {
    switch event {
    case .answer(let path, _), .arrangeList(let path, _): path.description
    case .answerProbe(let path, let probe, _): "\(path)?\(probe.index)"
    default: nil
    }
  }
}
