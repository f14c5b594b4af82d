import Foundation
import Journal
import QuestionFlow

/// Reads a session back: its events are the truth, and a stored fold of the first of them saves time.
struct Replay {
  let journal: Journal
  let session: SessionID
  let language: String
  let scripts: JourneyState.Scripts

  /// The session's state, and how many events were read for it beyond the stored fold.
  ///
  /// What was taken back counts nowhere. Where the stored fold has it in it, it is read from an earlier fold
  /// on, or from the beginning; where only changes of interviews were taken back, only these are read again,
  /// and all else is taken from the fold.
  func state() throws -> (state: JourneyState, replayed: Int) {
    var newest: JourneyState?
    var limit = Int.max
    while limit > 0,
      let stored = try journal.snapshot(of: session, format: StoredState.format, upTo: limit)
    {
      limit = stored.sequence - 1
      guard let form = try? JSONDecoder().decode(StoredState.self, from: stored.payload),
        let base = try form.state(language: language, scripts: scripts)
      else { continue }
      let undone = try undone(after: base.sequence)
      if let earliest = undone.filter({ $0 <= base.sequence }).min() {
        limit = earliest - 1
        if newest == nil { newest = base }
        continue
      }
      guard let newest else { return try fold(onto: base, leavingOut: undone) }
      return try fold(onto: newest, interviewsFrom: base)
    }
    guard let newest else { return try whole() }
    return try fold(onto: newest, interviewsFrom: JourneyState(language: language))
  }

  /// The state from the first event on, without any stored fold.
  func whole() throws -> (state: JourneyState, replayed: Int) {
    try fold(onto: JourneyState(language: language), leavingOut: try undone(after: 0))
  }

  /// The numbers of the events that later ones take back.
  private func undone(after sequence: Int) throws -> Set<Int> {
    let entries = try journal.entries(
      of: session, ofKind: JourneyEvent.undone(0).kind, after: sequence)
    return Set(
      entries.compactMap { entry in
        if case .undone(let number)? = entry.event { number } else { nil }
      })
  }

  /// Stores a state as the fold of its events.
  func keep(_ state: JourneyState) {
    guard let payload = try? JSONEncoder().encode(StoredState(state)) else { return }
    // A fold that cannot be kept costs time at the next start, and nothing else.
    try? journal.keepSnapshot(payload, of: session, at: state.sequence, format: StoredState.format)
  }

  /// How far before the end a long replay stores what it has come to, so that the latest answers can be
  /// taken back without another.
  private static let waypoints = [20_000, 5_000, 1_000, 256]

  /// The state where a fold has something in it that was taken back since.
  private func fold(onto newest: JourneyState, interviewsFrom earlier: JourneyState) throws -> (
    state: JourneyState, replayed: Int
  ) {
    let undone = try undone(after: earlier.sequence)
    var others = undone.filter { $0 > earlier.sequence && $0 <= newest.sequence }
    var interviews = JourneyState(language: language)
    interviews.takeInterviews(of: earlier)
    var count = 0
    try journal.forEachEntry(
      of: session, ofKinds: JourneyEvent.interviewKinds, after: earlier.sequence,
      upTo: newest.sequence
    ) { entry in
      guard !undone.contains(entry.sequence) else {
        others.remove(entry.sequence)
        return
      }
      count += 1
      try interviews.replay(
        entry.event, ofInterview: true, at: entry.sequence, scripts: scripts)
    }
    guard others.isEmpty else { return try fold(onto: earlier, leavingOut: undone) }
    var base = newest
    base.takeInterviews(of: interviews)
    let (state, rest) = try fold(onto: base, leavingOut: undone)
    return (state, count + rest)
  }

  private func fold(onto base: JourneyState, leavingOut undone: Set<Int>) throws -> (
    state: JourneyState, replayed: Int
  ) {
    var state = base
    var count = 0
    let last = try journal.session(session)?.lastSequence ?? 0
    var waypoints = Self.waypoints.map { last - $0 }.filter { $0 > base.sequence }
    try journal.forEachEntry(of: session, after: base.sequence) { entry in
      count += 1
      if let next = waypoints.first, entry.sequence > next {
        keep(state)
        waypoints.removeFirst()
      }
      if undone.contains(entry.sequence) {
        state.sequence = entry.sequence
      } else {
        try state.replay(
          entry.event, ofInterview: JourneyEvent.interviewKinds.contains(entry.kind),
          at: entry.sequence, scripts: scripts)
      }
    }
    return (state, count)
  }
}

extension JourneyState {
  /// Takes in a saved event; one that means nothing here is counted, and those after it still count.
  mutating func replay(
    _ event: JourneyEvent?, ofInterview isOfInterview: Bool, at sequence: Int, scripts: Scripts
  ) throws {
    defer { self.sequence = sequence }
    guard let event else { return countUnreadable(isOfInterview) }
    do {
      try apply(event, at: sequence, isSaved: true, scripts: scripts)
    } catch is LostScript {
      countUnreadable(isOfInterview)
    } catch is Rejection {
      // Going back to what an undone answer had opened leads nowhere, and loses nothing.
      if case .interview(_, .revisit, _, _, _) = event { return }
      countUnreadable(isOfInterview)
    }
  }

  private mutating func countUnreadable(_ isOfInterview: Bool) {
    if isOfInterview { unreadableOfInterviews += 1 } else { unreadableOthers += 1 }
  }

  /// Takes the interviews of another state, with all that belongs to them, in the place of its own.
  mutating func takeInterviews(of other: JourneyState) {
    interviews = other.interviews
    begun = other.begun
    past = other.past
    lastScript = other.lastScript
    retired = other.retired
    digests = other.digests
    changes = other.changes
    unreadableOfInterviews = other.unreadableOfInterviews
  }
}

extension JourneyEvent {
  /// The kinds of the events that make up interviews; no other changes one, and these change nothing else.
  static let interviewKinds = ["opened", "repeated", "migrated", "interview"]
}
