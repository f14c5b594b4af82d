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
  /// The scripts in the suggested order, those begun in the version that they were answered with.
  public private(set) var scripts: [Script] = []
  /// Interviews over scripts that are no longer there, with all that was answered.
  private(set) var retired: [String: Interview] = [:]
  private var drafts: [Place: [String]] = [:]
  /// The texts of the scripts begun.
  private(set) var begun: [String: ScriptLibrary.Volume] = [:]
  private let library: ScriptLibrary
  private let language: String
  private var sequence = 0
  private let journal: Journal

  /// An item of one of the scripts.
  private struct Place: Hashable {
    let script: String
    let path: Path
  }

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
    for entry in try journal.entries(of: session.id) {
      sequence = entry.sequence
      guard let event = JourneyEvent(kind: entry.kind, payload: entry.payload) else {
        unreadable += 1
        continue
      }
      try replay(event)
    }
    arrange()
  }

  private mutating func replay(_ event: JourneyEvent) throws(JournalError) {
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

  /// A script in one of its versions; `nil` where its text is lost or can no longer be read.
  private func volume(_ id: String, digest: String) throws(JournalError) -> ScriptLibrary.Volume? {
    if let volume = library.volume(id), volume.digest == digest { return volume }
    guard let text = try journal.text(digest: digest) else { return nil }
    return try? ScriptLibrary.volume(ScriptBundle(kept: text, file: id))
  }

  private mutating func arrange() {
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
  public mutating func migrate(at time: Date) throws(JournalError) -> MigrationReport {
    let volumes = library.volumes
    for volume in volumes { try journal.keep(volume.text, digest: volume.digest, kind: "script") }
    let versions = volumes.map {
      JourneyEvent.ScriptVersion(script: $0.script.id, digest: $0.digest)
    }
    try save(.migrated(to: versions), at: time)
    let report = carry(to: volumes)
    arrange()
    return report
  }

  @discardableResult
  private mutating func carry(to volumes: [ScriptLibrary.Volume]) -> MigrationReport {
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
    guard let volume = library.volume(id) else { return nil }
    try journal.keep(volume.text, digest: volume.digest, kind: "script")
    try save(.opened(script: id, digest: volume.digest), at: time)
    let interview = Interview(script: volume.script, language: language)
    begun[id] = volume
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
