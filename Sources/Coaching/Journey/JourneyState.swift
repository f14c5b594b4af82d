package import QuestionFlow
package import WorkFit

/// What a session has come to: a fold over its events, and nothing else.
///
/// ``apply(_:at:scripts:)`` is the only thing that changes it, whether an event happens now or is
/// replayed. An event that was taken back is not applied; see ``Replay``.
package struct JourneyState: Sendable {
  /// Finds a script in the version of a digest, or in whatever version there is where the digest is not
  /// known; `nil` where its text is lost or can no longer be read.
  typealias Scripts = (_ id: String, _ digest: String?) throws -> ScriptLibrary.Volume?

  /// A change of an interview that can be taken back.
  struct Change: Hashable, Sendable, Codable {
    let sequence: Int
    let script: String
    let path: Path
  }

  /// One time that a script was answered.
  package struct Instance: Sendable {
    /// The day on which it was begun; `nil` where it was not kept.
    package let day: CalendarDate?
    /// What was answered.
    package let interview: Interview
    let digest: String
  }

  /// How many changes are known without replaying more; any number can be taken back one by one.
  private static let keptChanges = 64

  /// The number of the last event.
  package internal(set) var sequence = 0
  /// The interviews begun, by script.
  package internal(set) var interviews: [String: Interview] = [:]
  /// The days on which the interviews were begun, as far as they were kept.
  package internal(set) var begun: [String: CalendarDate] = [:]
  /// Earlier interviews over scripts that are repeated, the latest last.
  package internal(set) var past: [String: [Instance]] = [:]
  /// The script that was turned to or gone on with last.
  package internal(set) var lastScript: String?
  /// Interviews over scripts that are no longer there, with all that was answered.
  var retired: [String: Interview] = [:]
  /// The digests of the texts that interviews are over, by script.
  var digests: [String: String] = [:]
  /// The latest changes that stand; the last is undone first.
  var changes: [Change] = []
  /// The people on the list, by their numbers.
  var people: [Int: Contact] = [:]
  /// The names of all who were ever on the list, in lower case.
  var everListed: Set<String> = []
  /// The number of the next person to be added; numbers are not used again.
  var nextContactID = 1
  /// What has given and taken energy, day by day.
  package internal(set) var energyLog = EnergyLog()
  /// The round of conversations, the last one where there were several.
  package internal(set) var round: Round?
  /// What the person has said about how their words are to be read.
  package internal(set) var corrections = Corrections()
  /// The postings checked, in the order of their first checks.
  package internal(set) var postings: [CheckedPosting] = []
  /// The digest of the posting checked last.
  package internal(set) var lastPosting: String?
  /// What the posting checked last came to.
  package internal(set) var lastVerdict: Verdict?
  /// Events that could not be replayed; kept, and counted here.
  package var unreadable: Int { unreadableOfInterviews + unreadableOthers }
  var unreadableOfInterviews = 0
  var unreadableOthers = 0
  /// The language of questions, where scripts have translations; it decides nothing else.
  let language: String

  init(language: String) { self.language = language }

  /// What an event brought about besides itself.
  struct Outcome {
    var notes: [Note] = []
    var migration: MigrationReport?
  }

  /// Why an event that was saved means nothing here: its script's text is lost, or cannot be read.
  struct LostScript: Error {}

  /// Takes in an event; where it throws, nothing has changed.
  ///
  /// - Parameter isSaved: whether it was taken in before, so that it stands though something before it
  ///   should be lost.
  /// Throws a `Rejection` where an interview does not take the event, and ``LostScript``.
  @discardableResult
  mutating func apply(
    _ event: JourneyEvent, at sequence: Int, isSaved: Bool = false, scripts: Scripts
  ) throws -> Outcome {
    var outcome = Outcome()
    switch event {
    case .opened(let id, let digest, let beginning):
      guard let volume = try scripts(id, digest) else { throw LostScript() }
      // Opened in two windows at once, it is open once.
      if interviews[id] == nil { begin(volume.script, digest, beginning) }
      lastScript = id
    case .repeated(let id, let digest, let beginning):
      guard let volume = try scripts(id, digest) else { throw LostScript() }
      if let before = interviews[id] {
        past[id, default: []].append(
          Instance(day: begun[id], interview: before, digest: digests[id] ?? digest))
      }
      begin(volume.script, digest, beginning)
      lastScript = id
    case .migrated(let versions):
      outcome.migration = try migrate(to: versions, scripts: scripts)
      lend()
    case .interview(let id, let event, let day, let thin, let words):
      if isSaved, interviews[id] == nil, let volume = try scripts(id, nil) {
        begin(volume.script, volume.digest, JourneyEvent.Beginning(day: nil, seed: 0))
      }
      outcome.notes = try change(id, on: day) { interview throws(Rejection) in
        interview.take(judgements: thin, of: event)
        return try isSaved ? interview.restore(event, about: words) : interview.apply(event)
      }
      lend()
      lastScript = id
      // Going back is no change of an answer.
      if case .revisit = event { break }
      changes.append(Change(sequence: sequence, script: id, path: event.path))
      if changes.count > Self.keptChanges { changes.removeFirst() }
    case .contact(let contact):
      people[contact.id] = contact
      everListed.insert(contact.name.lowercased())
      nextContactID = max(nextContactID, contact.id &+ 1)
    case .contactRemoved(let id): people[id] = nil
    case .logged(let entry): energyLog.add(entry)
    case .logRemoved(let id): energyLog.remove(id)
    case .round(let round): self.round = round
    case .roundClosed(let day): round?.closed = day
    case .checked(let check): take(check)
    case .postingStatus(let digest, let step):
      if let place = place(ofPosting: digest) { postings[place].take(step, from: sequence) }
    case .corrected(let correction): corrections.add(correction)
    case .correctionRevoked(let correction): corrections.revoke(correction)
    // What is taken back is left out by the replay.
    case .undone, .takenOver, .noted: break
    }
    self.sequence = sequence
    return outcome
  }

  private mutating func take(_ check: JourneyEvent.PostingCheck) {
    lastVerdict = Verdict(rawValue: check.verdict)
    lastPosting = check.posting
    let place = place(ofPosting: check.posting) ?? postings.endIndex
    if place == postings.endIndex {
      postings.append(CheckedPosting(check.posting, on: check.day))
    }
    postings[place].summary = check.summary
  }

  private func place(ofPosting digest: String) -> Int? {
    postings.firstIndex { $0.digest == digest }
  }

  private mutating func begin(
    _ script: Script, _ digest: String, _ beginning: JourneyEvent.Beginning
  ) {
    begun[script.id] = beginning.day
    digests[script.id] = digest
    interviews[script.id] = Interview(
      script: script, language: language, seed: beginning.seed, today: beginning.day,
      given: loans(to: script))
  }

  private mutating func change(
    _ id: String, on day: CalendarDate?,
    _ body: (inout Interview) throws(Rejection) -> [Note]
  ) throws(Rejection) -> [Note] {
    // Taken out while it changes, so that nothing is copied.
    guard var interview = interviews.removeValue(forKey: id) else {
      throw Rejection(.notThisItem(id))
    }
    defer { interviews[id] = interview }
    if let day { interview.goOn(on: day) }
    return try body(&interview)
  }

  /// An event that was just taken in, as it is to be saved.
  func settled(_ event: JourneyEvent) -> JourneyEvent {
    guard case .interview(let id, let inner, let day, let thin, _) = event,
      let interview = interviews[id]
    else { return event }
    return .interview(
      script: id, interview.settled(inner), on: day, thin: thin,
      about: interview.words(of: inner))
  }

  /// The answers that a script speaks of, as other interviews have them now.
  func loans(to script: Script) -> [ItemID: Loan] {
    script.givens.mapValues(\.source).compactMapValues { source in
      switch source {
      case .script(let other, let item): interviews[other]?.loan(of: item)
      case .last(let item): past[script.id]?.last?.interview.loan(of: item)
      }
    }
  }

  /// Hands answers on to the interviews that speak of them, and on from those to others.
  private mutating func lend() {
    let borrowers = interviews.filter { !$0.value.script.givens.isEmpty }.keys.sorted()
    for _ in borrowers {
      var hasMoved = false
      for id in borrowers {
        guard let interview = interviews[id] else { continue }
        let loans = loans(to: interview.script)
        guard loans != interview.loans else { continue }
        interviews[id]?.take(loans)
        hasMoved = true
      }
      guard hasMoved else { return }
    }
  }

  /// Carries the interviews over to other versions of all scripts.
  private mutating func migrate(to versions: [JourneyEvent.ScriptVersion], scripts: Scripts) throws
    -> MigrationReport
  {
    let volumes = try versions.map { version in
      guard let volume = try scripts(version.script, version.digest) else { throw LostScript() }
      return volume.script
    }
    let crossing = ScriptCrossing(
      interviews: interviews.merging(retired) { first, _ in first }, to: volumes,
      language: language)
    interviews = crossing.interviews
    retired = crossing.retired
    for version in versions where interviews[version.script] != nil {
      digests[version.script] = version.digest
    }
    digests = digests.filter { interviews[$0.key] != nil || retired[$0.key] != nil }
    return crossing.report
  }
}
