public import Foundation
public import Journal
public import QuestionFlow
public import WorkFit

/// One session, resumed: its interviews, its profile, and the posting checked last.
///
/// State is a fold over the journal's events. Every change is saved before it takes effect, so what a
/// person has been shown as taken is on disk.
public struct Journey: Sendable {
  /// The session.
  public let session: Session
  /// The interviews begun, by script.
  public private(set) var interviews: [String: Interview] = [:]
  /// The digest of the posting checked last.
  public private(set) var lastPosting: String?
  /// Events of the journal that could not be replayed; kept, and counted here.
  public private(set) var unreadable = 0
  /// The scripts in the suggested order, those that the session was answered with in their version.
  public private(set) var scripts: [Script]
  private var drafts: [Place: [String]] = [:]
  private var texts: [String: ScriptLibrary.Volume]
  private var sequence = 0
  private let journal: Journal

  /// An item of one of the scripts.
  private struct Place: Hashable {
    let script: String
    let path: Path
  }

  /// Resumes a session by replaying its events.
  public init(_ session: Session, in journal: Journal, library: ScriptLibrary) throws(JournalError)
  {
    self.session = session
    self.journal = journal
    scripts = library.volumes.map(\.script)
    texts = Dictionary(
      library.volumes.map { ($0.script.id, $0) }, uniquingKeysWith: { first, _ in first })
    for entry in try journal.entries(of: session.id) {
      sequence = entry.sequence
      guard let event = JourneyEvent(kind: entry.kind, payload: entry.payload) else {
        unreadable += 1
        continue
      }
      try replay(event)
    }
  }

  private mutating func replay(_ event: JourneyEvent) throws(JournalError) {
    switch event {
    case .opened(let id, let digest):
      // A session keeps the text that it was answered with, so an edited script cannot break it.
      if texts[id]?.digest != digest, let text = try journal.text(digest: digest),
        let volume = try? ScriptLibrary.volume(ScriptBundle(kept: text, file: id))
      {
        texts[id] = volume
        if let place = scripts.firstIndex(where: { $0.id == id }) {
          scripts[place] = volume.script
        } else {
          scripts.append(volume.script)
        }
      }
      if let script = texts[id]?.script { interviews[id] = Interview(script: script) }
    case .interview(let id, let event):
      do throws(Rejection) {
        guard var interview = interviews.removeValue(forKey: id) else {
          unreadable += 1
          return
        }
        defer { interviews[id] = interview }
        try interview.apply(event)
        settleDraft(after: event, in: id)
      } catch {
        unreadable += 1
      }
    case .drafted(let id, let path, let lines):
      drafts[Place(script: id, path: path)] = lines
    case .checked(let posting, _):
      lastPosting = posting
    }
  }

  // MARK: - Where it stands

  /// The script to go on with: the first that is not finished; `nil` where all are.
  public var present: String? {
    scripts.first { interviews[$0.id]?.isFinished != true }?.id
  }

  /// How far the session has come over all its scripts.
  public var progress: InterviewProgress {
    var done = 0
    var total = 0
    for script in scripts {
      let progress = (interviews[script.id] ?? Interview(script: script)).progress
      done += progress.done
      total += progress.total
    }
    return InterviewProgress(done: done, total: total)
  }

  /// What the answers say about the person, for a fit-check.
  public var profile: Profile {
    ProfileReading(interviews: scripts.compactMap { interviews[$0.id] }).profile
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
  public mutating func open(_ id: String, at time: Date) throws(JournalError) -> Interview? {
    if let interview = interviews[id] { return interview }
    guard let volume = texts[id] else { return nil }
    try journal.keep(volume.text, digest: volume.digest, kind: "script")
    try save(.opened(script: id, digest: volume.digest), at: time)
    let interview = Interview(script: volume.script)
    interviews[id] = interview
    return interview
  }

  /// Applies an event to an interview and saves it; where either fails, nothing has changed.
  @discardableResult
  public mutating func apply(_ event: Event, to id: String, at time: Date) throws -> [Note] {
    guard let interview = interviews[id] else { return [] }
    // The copy is dropped before the original changes hands, so nothing is copied twice.
    var next = interview
    let notes = try next.apply(event)
    try save(.interview(script: id, event), at: time)
    interviews[id] = next
    settleDraft(after: event, in: id)
    return notes
  }

  /// An answer takes the place of what had been begun.
  private mutating func settleDraft(after event: Event, in id: String) {
    if case .answer(let path, _) = event { drafts[Place(script: id, path: path)] = nil }
  }

  /// The lines of a list that had been begun at a step; none where there are none.
  public func draft(of step: Step, in id: String) -> [String] {
    guard case .question = step.form else { return [] }
    return drafts[Place(script: id, path: step.path)] ?? []
  }

  /// Saves the lines of a list that is not finished yet.
  public mutating func keep(draft lines: [String], of step: Step, in id: String, at time: Date)
    throws(JournalError)
  {
    try save(.drafted(script: id, step.path, lines), at: time)
    drafts[Place(script: id, path: step.path)] = lines
  }

  /// Remembers a posting and what was found.
  public mutating func remember(posting: String, verdict: Verdict, at time: Date)
    throws(JournalError)
  {
    let digest = Digest.of(posting)
    try journal.keep(posting, digest: digest, kind: "posting")
    try save(.checked(posting: digest, verdict: verdict.rawValue), at: time)
    lastPosting = digest
  }

  /// The text of the posting checked last.
  public func lastPostingText() throws(JournalError) -> String? {
    guard let lastPosting else { return nil }
    return try journal.text(digest: lastPosting)
  }

  private mutating func save(_ event: JourneyEvent, at time: Date) throws(JournalError) {
    // Encoding strings and numbers cannot fail; an empty payload would be reported on replay.
    let payload = (try? event.payload()) ?? Data()
    sequence = try journal.append(
      kind: event.kind, payload: payload, to: session.id, after: sequence, at: time)
  }
}
