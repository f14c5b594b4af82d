package import Foundation
import Journal
package import QuestionFlow
package import WorkFit

/// Everything that a session remembers: what the journal keeps, in the terms of the domain.
package enum JourneyEvent: Sendable {
  /// A script was opened; the text of the digest is kept with the journal.
  case opened(script: String, digest: String, Beginning)
  /// A script that is repeated was begun anew; what was answered before is kept as it was.
  case repeated(script: String, digest: String, Beginning)
  /// The session was carried over to other versions of its scripts, whose texts are kept under the
  /// digests, in the suggested order.
  case migrated(to: [ScriptVersion])
  /// Something happened in the interview over a script, on a day where that is known; with what was judged of
  /// the texts in it, one judgement a text, where somebody judged; and about elements of these words, the
  /// outermost first, where it stands among a list's.
  case interview(
    script: String, Event, on: CalendarDate? = nil, thin: [Bool?] = [], about: [String] = [])
  /// The event of that number is taken back: it is kept, and counts no longer.
  case undone(Int)
  /// Somebody was added to the people, or what is known of them changed.
  case contact(Contact)
  /// Somebody was taken off the list.
  case contactRemoved(Int)
  /// Something that gave or took energy was logged.
  case logged(EnergyEntry)
  /// An entry of the energy log was taken out.
  case logRemoved(Int)
  /// A round of conversations began, or its aim changed.
  case round(Round)
  /// The round is over.
  case roundClosed(on: CalendarDate)
  /// Another window goes on with the session, which the first one learns by this.
  case takenOver
  /// The journal has noted something, by that kind: it changes nothing of what the session has come to.
  case noted(String)
  /// A posting was checked; its text is kept under the digest.
  case checked(PostingCheck)
  /// The person has said how far things have come with a posting, named by its digest.
  case postingStatus(posting: String, PostingStep)
  /// The person has said what their words mean.
  case corrected(Corrections.Correction)
  /// A correction was taken back.
  case correctionRevoked(Corrections.Correction)

  /// What an interview begins with besides its script.
  package struct Beginning: Hashable, Sendable {
    /// The day; `nil` where it was not kept.
    package let day: CalendarDate?
    /// By which what comes in random order is ordered; 0 leaves it as the script has it.
    package let seed: UInt64

    /// A beginning on some day.
    package init(day: CalendarDate?, seed: UInt64) {
      self.day = day
      self.seed = seed
    }
  }

  /// What a check of a posting is remembered by.
  package struct PostingCheck: Hashable, Sendable {
    /// The digest of the text.
    package let posting: String
    /// The verdict's name.
    package let verdict: String
    /// What was found; `nil` where it was not read, or was forgotten.
    package let summary: CheckSummary?
    /// The day.
    package let day: CalendarDate

    /// The same check without a word of what was found.
    var bare: PostingCheck {
      PostingCheck(posting: posting, verdict: verdict, summary: nil, day: day)
    }
  }

  /// A version of a script.
  package struct ScriptVersion: Codable, Hashable, Sendable {
    /// The script's id.
    package let script: String
    /// The digest of its text.
    package let digest: String
  }

  private struct Migrated: Codable { let scripts: [ScriptVersion] }
  private struct Opened: Codable {
    let script: String, digest: String
    let day: CalendarDate?
    let seed: UInt64?

    init(_ script: String, _ digest: String, _ beginning: Beginning) {
      self.script = script
      self.digest = digest
      day = beginning.day
      seed = beginning.seed == 0 ? nil : beginning.seed
    }

    var beginning: Beginning { Beginning(day: day, seed: seed ?? 0) }
  }
  private struct Interviewed: Codable {
    let script: String, event: Event
    let day: CalendarDate?
    let thin: [Bool?]?
    let about: [String]?
  }
  private struct Removed: Codable { let id: Int }
  private struct RoundClosed: Codable { let day: CalendarDate }
  private struct Undone: Codable { let sequence: Int }
  private struct Checked: Codable {
    let posting: String, verdict: String, summary: CheckSummary?
    /// `nil` in checks of earlier versions.
    let day: CalendarDate?
  }
  private struct PostingStatusSaid: Codable {
    let posting: String, status: PostingStatus, day: CalendarDate
  }

  /// The name under which the event is saved.
  package var kind: String {
    switch self {
    case .opened: "opened"
    case .repeated: "repeated"
    case .migrated: "migrated"
    case .interview: "interview"
    case .undone: "undone"
    case .takenOver: "taken-over"
    case .noted(let kind): kind
    case .logged: "logged"
    case .logRemoved: "log-removed"
    case .round: "round"
    case .roundClosed: "round-closed"
    case .contact: "contact"
    case .contactRemoved: "contact-removed"
    case .checked: "checked"
    case .postingStatus: "posting-status"
    case .corrected: "corrected"
    case .correctionRevoked: "correction-revoked"
    }
  }

  /// The event as JSON.
  ///
  /// Throws where a value has no JSON, such as an infinite number.
  package func payload() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return switch self {
    case .opened(let script, let digest, let beginning),
      .repeated(let script, let digest, let beginning):
      try encoder.encode(Opened(script, digest, beginning))
    case .migrated(let scripts): try encoder.encode(Migrated(scripts: scripts))
    case .interview(let script, let event, let day, let thin, let words):
      try encoder.encode(
        Interviewed(
          script: script, event: event, day: day, thin: thin.isEmpty ? nil : thin,
          about: words.isEmpty ? nil : words))
    case .undone(let sequence): try encoder.encode(Undone(sequence: sequence))
    case .takenOver, .noted: Data("{}".utf8)
    case .contact(let contact): try encoder.encode(contact)
    case .contactRemoved(let id), .logRemoved(let id): try encoder.encode(Removed(id: id))
    case .logged(let entry): try encoder.encode(entry)
    case .round(let round): try encoder.encode(round)
    case .roundClosed(let day): try encoder.encode(RoundClosed(day: day))
    case .checked(let check):
      try encoder.encode(
        Checked(
          posting: check.posting, verdict: check.verdict, summary: check.summary, day: check.day))
    case .postingStatus(let posting, let step):
      try encoder.encode(
        PostingStatusSaid(posting: posting, status: step.status, day: step.day))
    case .corrected(let correction), .correctionRevoked(let correction):
      try encoder.encode(correction)
    }
  }

  /// Reads an event back; `nil` for kinds that this version does not know, and for what is damaged.
  ///
  /// - Parameter time: when it was saved, for events that do not say their day.
  package init?(kind: String, payload: Data, at time: Date) {
    guard let event = try? Self.decoded(kind, payload, time) else { return nil }
    self = event
  }

  private static let decoder = JSONDecoder()

  private static func decoded(_ kind: String, _ payload: Data, _ time: Date) throws
    -> JourneyEvent?
  {
    func read<T: Decodable>(_ type: T.Type = T.self) throws -> T {
      try decoder.decode(type, from: payload)
    }
    switch kind {
    case "opened":
      let value: Opened = try read()
      return .opened(script: value.script, digest: value.digest, value.beginning)
    case "repeated":
      let value: Opened = try read()
      return .repeated(script: value.script, digest: value.digest, value.beginning)
    case "migrated": return .migrated(to: try read(Migrated.self).scripts)
    case "interview":
      let value: Interviewed = try read()
      return .interview(
        script: value.script, value.event, on: value.day, thin: value.thin ?? [],
        about: value.about ?? [])
    case "undone": return .undone(try read(Undone.self).sequence)
    case "taken-over": return .takenOver
    case _ where Journal.ownKinds.contains(kind): return .noted(kind)
    case "logged": return .logged(try read())
    case "log-removed": return .logRemoved(try read(Removed.self).id)
    case "round": return .round(try read())
    case "round-closed": return .roundClosed(on: try read(RoundClosed.self).day)
    case "contact": return .contact(try read())
    case "contact-removed": return .contactRemoved(try read(Removed.self).id)
    case "checked":
      let value: Checked = try read()
      return .checked(
        PostingCheck(
          posting: value.posting, verdict: value.verdict, summary: value.summary,
          day: value.day ?? CalendarDate(time)))
    case "posting-status":
      let value: PostingStatusSaid = try read()
      return .postingStatus(posting: value.posting, PostingStep(value.status, on: value.day))
    case "corrected": return .corrected(try read())
    case "correction-revoked": return .correctionRevoked(try read())
    default: return nil
    }
  }
}
