import Foundation
import QuestionFlow
import WorkFit

/// A state in the form in which it is stored beside the events: the interviews without their scripts,
/// which the journal keeps by their digests.
///
/// It only saves the time of a replay, and may be thrown away at any moment.
struct StoredState: Hashable, Codable {
  /// The number of the form; to be raised whenever an event is folded differently than before, or what
  /// is stored here changes, so that nothing older is taken up.
  static let format = 6

  private struct Answered: Hashable, Codable {
    let digest: String
    let answers: SavedInterview
  }

  private struct Past: Hashable, Codable {
    let day: CalendarDate?
    let answered: Answered
  }

  private let sequence: Int
  private let begun: [String: CalendarDate]
  private let past: [String: [Past]]
  private let lastScript: String?
  private let interviews: [String: Answered]
  private let retired: [String: Answered]
  private let changes: [JourneyState.Change]
  private let people: [Contact]
  private let everListed: Set<String>
  private let nextContactID: Int
  private let energyLog: EnergyLog
  private let round: Round?
  private let corrections: Corrections
  private let postings: [CheckedPosting]
  private let lastPosting: String?
  private let lastVerdict: String?
  private let unreadableOfInterviews: Int
  private let unreadableOthers: Int

  init(_ state: JourneyState) {
    func answered(_ interviews: [String: Interview]) -> [String: Answered] {
      interviews.reduce(into: [:]) { all, one in
        all[one.key] = Answered(digest: state.digests[one.key] ?? "", answers: one.value.saved)
      }
    }
    sequence = state.sequence
    begun = state.begun
    past = state.past.mapValues { instances in
      instances.map {
        Past(
          day: $0.day, answered: Answered(digest: $0.digest, answers: $0.interview.saved))
      }
    }
    lastScript = state.lastScript
    interviews = answered(state.interviews)
    retired = answered(state.retired)
    changes = state.changes
    people = state.people.values.sorted { $0.id < $1.id }
    everListed = state.everListed
    nextContactID = state.nextContactID
    energyLog = state.energyLog
    round = state.round
    corrections = state.corrections
    postings = state.postings
    lastPosting = state.lastPosting
    lastVerdict = state.lastVerdict?.rawValue
    unreadableOfInterviews = state.unreadableOfInterviews
    unreadableOthers = state.unreadableOthers
  }

  /// The state again; `nil` where a script that it needs is not to be had.
  func state(language: String, scripts: JourneyState.Scripts) throws -> JourneyState? {
    var state = JourneyState(language: language)
    for (id, answered) in interviews {
      guard let volume = try scripts(id, answered.digest) else { return nil }
      state.interviews[id] = Interview(answered.answers, over: volume.script, language: language)
      state.digests[id] = answered.digest
    }
    for (id, answered) in retired {
      guard let volume = try scripts(id, answered.digest) else { return nil }
      state.retired[id] = Interview(answered.answers, over: volume.script, language: language)
      state.digests[id] = answered.digest
    }
    for (id, instances) in past {
      for instance in instances {
        guard let volume = try scripts(id, instance.answered.digest) else { return nil }
        state.past[id, default: []].append(
          JourneyState.Instance(
            day: instance.day,
            interview: Interview(
              instance.answered.answers, over: volume.script, language: language),
            digest: instance.answered.digest))
      }
    }
    state.begun = begun
    state.lastScript = lastScript
    state.sequence = sequence
    state.changes = changes
    state.people = Dictionary(
      people.map { ($0.id, $0) }, uniquingKeysWith: { _, latest in latest })
    state.everListed = everListed
    state.nextContactID = nextContactID
    state.energyLog = energyLog
    state.round = round
    state.corrections = corrections
    state.postings = postings
    state.lastPosting = lastPosting
    state.lastVerdict = lastVerdict.flatMap { Verdict(rawValue: $0) }
    state.unreadableOfInterviews = unreadableOfInterviews
    state.unreadableOthers = unreadableOthers
    return state
  }
}
