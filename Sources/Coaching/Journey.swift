public import Foundation
public import Journal
public import QuestionFlow
public import WorkFit

/// One session, resumed: its interviews, its profile, and the posting checked last.
///
/// State is a fold over the journal's events. Every change is saved before it takes effect, so what a
/// person has been shown as taken is on disk.
public final class Journey {
  /// The session.
  public let session: Session
  /// The interviews begun, by script.
  public private(set) var interviews: [String: Interview] = [:]
  /// What the posting checked last came to.
  public internal(set) var lastVerdict: Verdict?
  /// The digests of the postings checked, the last one last.
  public internal(set) var postings: [String] = []
  var summaries: [String: CheckSummary] = [:]
  /// What the person has said about how their words are to be read.
  public internal(set) var corrections = Corrections()
  /// The names of all who were ever on the list, in lower case.
  var everListed: Set<String> = []
  var people: [Int: Contact] = [:]
  /// What has given and taken energy, day by day.
  public internal(set) var energyLog = EnergyLog()
  /// The round of conversations, the last one where there were several.
  public internal(set) var round: Round?
  /// The number of the next person to be added; numbers are not used again.
  public internal(set) var nextContactID = 1
  /// Events of the journal that could not be replayed; kept, and counted here.
  public private(set) var unreadable = 0
  /// The scripts in the suggested order, those begun in the version that they were answered with.
  public private(set) var scripts: [Script] = []
  /// Interviews over scripts that are no longer there, with all that was answered.
  private(set) var retired: [String: Interview] = [:]
  /// The changes of interviews that stand, by their numbers, with their scripts; the last is undone first.
  private var changes: [(sequence: Int, script: String, path: Path)] = []
  /// The texts of the scripts begun.
  private(set) var begun: [String: ScriptLibrary.Volume] = [:]
  private let library: ScriptLibrary
  private let language: String
  private var sequence = 0
  /// The script that the person turned to; for the time being, and not saved.
  private var asked: String?
  let journal: Journal

  /// Resumes a session by replaying its events.
  ///
  /// - Parameter language: the language of questions, where scripts have translations.
  public init(
    _ session: Session, in journal: Journal, library: ScriptLibrary, language: String = "en"
  ) throws(JournalError) {
    self.session = session
    self.journal = journal
    self.library = library
    self.language = language
    try replay()
  }

  /// Reads the session again from its first event, as after something was taken out of it.
  public func readAgain() throws(JournalError) {
    interviews = [:]
    lastVerdict = nil
    postings = []
    summaries = [:]
    corrections = Corrections()
    everListed = []
    people = [:]
    energyLog = EnergyLog()
    round = nil
    nextContactID = 1
    unreadable = 0
    retired = [:]
    changes = []
    begun = [:]
    sequence = 0
    try replay()
  }

  private func replay() throws(JournalError) {
    let entries = try journal.entries(of: session.id).map {
      (sequence: $0.sequence, event: JourneyEvent(kind: $0.kind, payload: $0.payload))
    }
    let undone = Set(
      entries.compactMap { entry in
        if case .undone(let sequence)? = entry.event { sequence } else { nil }
      })
    for entry in entries {
      sequence = entry.sequence
      guard let event = entry.event else {
        unreadable += 1
        continue
      }
      if !undone.contains(entry.sequence) { try replay(event) }
    }
    arrange()
  }

  private func replay(_ event: JourneyEvent) throws(JournalError) {
    switch event {
    case .opened(let id, let digest):
      // A session keeps the text that it was answered with, so an edited script cannot break it.
      guard let volume = try volume(id, digest: digest) else {
        unreadable += 1
        return
      }
      begun[id] = volume
      interviews[id] = Interview(script: volume.script, language: language)
    case .migrated(let versions):
      var volumes: [ScriptLibrary.Volume] = []
      for version in versions {
        guard let volume = try volume(version.script, digest: version.digest) else {
          unreadable += 1
          return
        }
        volumes.append(volume)
      }
      carry(to: volumes)
    case .interview(let id, let event):
      do throws(Rejection) {
        guard var interview = interviews.removeValue(forKey: id) else {
          unreadable += 1
          return
        }
        defer { interviews[id] = interview }
        try interview.apply(event)
        note(event, in: id)
      } catch {
        // Going back to what an undone answer had opened leads nowhere, and loses nothing.
        if case .revisit = event { return }
        unreadable += 1
      }
    case .contact(let contact):
      people[contact.id] = contact
      everListed.insert(contact.name.lowercased())
      nextContactID = max(nextContactID, contact.id &+ 1)
    case .contactRemoved(let id): people[id] = nil
    case .logged(let entry): energyLog.add(entry)
    case .logRemoved(let id): energyLog.remove(id)
    case .round(let round): self.round = round
    case .roundClosed(let day): round?.closed = day
    case .undone, .takenOver: break
    case .checked(let posting, let verdict, let summary):
      note(posting, Verdict(rawValue: verdict), summary)
    case .corrected(let correction): corrections.add(correction)
    case .correctionRevoked(let correction): corrections.revoke(correction)
    }
  }

  /// A script in one of its versions; `nil` where its text is lost or can no longer be read.
  private func volume(_ id: String, digest: String) throws(JournalError) -> ScriptLibrary.Volume? {
    if let volume = library.volume(id), volume.digest == digest { return volume }
    guard let text = try journal.text(digest: digest) else { return nil }
    return try? ScriptLibrary.volume(ScriptBundle(kept: text, file: id))
  }

  private func arrange() {
    scripts = library.volumes.map { begun[$0.script.id]?.script ?? $0.script }
    // What is begun and gone from the library is gone on with until the session is carried over.
    for id in begun.keys.sorted() where library.volume(id) == nil {
      if let volume = begun[id], interviews[id] != nil { scripts.append(volume.script) }
    }
  }

  // MARK: - Other versions of the scripts

  /// Whether the scripts at hand are other than those that the session was answered with.
  public var isBehindLibrary: Bool {
    interviews.keys.contains { library.volume($0)?.digest != begun[$0]?.digest }
      || retired.keys.contains { library.volume($0) != nil }
  }

  /// Carries the session over to the scripts at hand, and saves that it was.
  ///
  /// Answers follow their questions; what has no place any more is kept aside and comes back with a
  /// version that has one.
  public func migrate(at time: Date) throws(JournalError) -> MigrationReport {
    let volumes = library.volumes
    let versions = volumes.map {
      JourneyEvent.ScriptVersion(script: $0.script.id, digest: $0.digest)
    }
    try save(
      .migrated(to: versions), texts: volumes.map { NewEvent.Text($0.text, kind: "script") },
      at: time)
    let report = carry(to: volumes)
    arrange()
    return report
  }

  @discardableResult
  private func carry(to volumes: [ScriptLibrary.Volume]) -> MigrationReport {
    let crossing = ScriptCrossing(
      interviews: interviews.merging(retired) { first, _ in first }, to: volumes.map(\.script),
      language: language)
    interviews = crossing.interviews
    retired = crossing.retired
    begun = Dictionary(
      volumes.filter { interviews[$0.script.id] != nil }.map { ($0.script.id, $0) },
      uniquingKeysWith: { first, _ in first })
    return crossing.report
  }

  // MARK: - Where it stands

  /// The script to go on with: the first whose turn it is, or that was asked for, and that is not
  /// finished; `nil` where there is none.
  public var present: String? {
    if let asked, interviews[asked]?.isFinished == false { return asked }
    return scripts.first { isUnderWay($0) && interviews[$0.id]?.isFinished != true }?.id
  }

  /// Whether the session comes to a script by itself: where it is its turn, or some of it is answered.
  public func isUnderWay(_ script: Script) -> Bool {
    script.turn == .inTurn || (interviews[script.id]?.progress.done ?? 0) > 0
  }

  /// Turns to a script, whatever else is open; it is gone on with until it is finished or another is
  /// asked for.
  public func ask(for id: String, at time: Date) throws(JournalError) {
    _ = try open(id, at: time)
    asked = id
  }

  /// How far the session has come over all its scripts.
  public var progress: InterviewProgress {
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
  public var profile: Profile {
    corrections.applied(
      to: ProfileReading(interviews: scripts.compactMap { interviews[$0.id] }).profile)
  }

  /// The event that goes back from a step, or from the end where there is none, and its script.
  ///
  /// From a follow-up it is its question, from a script's first question the last of the script
  /// before; `nil` at the very first question.
  public func goingBack(from step: Step?, in id: String?) -> (script: String, event: Event)? {
    if let step, let id, case .probe = step.form { return (id, .revisit(step.path)) }
    let end = scripts.firstIndex { $0.id == id }
    if let end, let path = interviews[scripts[end].id]?.previousPath {
      return (scripts[end].id, .revisit(path))
    }
    for script in scripts[..<(end ?? scripts.count)].reversed() {
      if let path = interviews[script.id]?.previousPath { return (script.id, .revisit(path)) }
    }
    return nil
  }

  // MARK: - Changes

  /// The interview over a script, begun where it was not.
  public func open(_ id: String, at time: Date) throws(JournalError) -> Interview? {
    if let interview = interviews[id] { return interview }
    guard let volume = library.volume(id) else { return nil }
    try save(
      .opened(script: id, digest: volume.digest),
      texts: [NewEvent.Text(volume.text, kind: "script")], at: time)
    let interview = Interview(script: volume.script, language: language)
    begun[id] = volume
    interviews[id] = interview
    return interview
  }

  /// Applies an event to an interview and saves it; where either fails, nothing has changed.
  @discardableResult
  public func apply(_ event: Event, to id: String, at time: Date) throws -> [Note] {
    guard let interview = interviews[id] else { return [] }
    // The copy is dropped before the original changes hands, so nothing is copied twice.
    var next = interview
    let notes = try next.apply(event)
    try save(
      .interview(script: id, event), clearing: Self.place(of: event).map { "\(id)/\($0)" },
      at: time)
    interviews[id] = next
    note(event, in: id)
    return notes
  }

  private func note(_ event: Event, in id: String) {
    // Going back is no change of an answer.
    if case .revisit = event { return }
    changes.append((sequence, id, event.path))
  }

  // MARK: - Taking back

  /// The question whose answer was given or changed last; `nil` where there is none.
  public var lastAnswered: String? {
    guard let last = changes.last, let interview = interviews[last.script] else { return nil }
    return interview.script.item(last.path.item)?.ask.text(in: language)
  }

  /// Takes the last change back: its question is open again, or has the answer of before.
  ///
  /// - Returns: whether there was one.
  @discardableResult
  public func undo(at time: Date) throws(JournalError) -> Bool {
    guard let last = changes.last else { return false }
    try save(.undone(last.sequence), at: time)
    try readAgain()
    return true
  }

  /// Lets the window that has the session learn that another goes on with it.
  public func takeOver(at time: Date) throws(JournalError) {
    try save(.takenOver, at: time)
  }

  // MARK: - Drafts

  /// What has been typed at a step and not sent; empty where nothing has.
  public func draft(of step: Step, in id: String) throws(JournalError) -> String {
    try journal.draft(of: session.id, at: "\(id)/\(Self.place(of: step))") ?? ""
  }

  /// Keeps what has been typed at a step and is not sent yet.
  public func keep(draft text: String, of step: Step, in id: String, at time: Date)
    throws(JournalError)
  {
    try keep(draft: text, at: Self.place(of: step), in: id, at: time)
  }

  private func keep(draft text: String, at place: String, in id: String, at time: Date)
    throws(JournalError)
  {
    try journal.keepDraft(text, of: session.id, at: "\(id)/\(place)", time: time)
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

  func save(
    _ event: JourneyEvent, texts: [NewEvent.Text] = [], clearing draft: String? = nil, at time: Date
  ) throws(JournalError) {
    // Encoding strings and numbers cannot fail; an empty payload would be reported on replay.
    let payload = (try? event.payload()) ?? Data()
    sequence = try journal.append(
      NewEvent(kind: event.kind, payload: payload, texts: texts, draft: draft), to: session.id,
      after: sequence, at: time
    ).sequence
  }
}
