public import Foundation
public import QuestionFlow
public import WorkFit

/// Everything that a session remembers: what the journal keeps, in the terms of the domain.
public enum JourneyEvent: Sendable {
  /// A script was opened; the text of the digest is kept with the journal.
  case opened(script: String, digest: String)
  /// The session was carried over to other versions of its scripts, whose texts are kept under the
  /// digests, in the suggested order.
  case migrated(to: [ScriptVersion])
  /// Something happened in the interview over a script.
  case interview(script: String, Event)
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
  /// A posting was checked; its text is kept under the digest.
  case checked(posting: String, verdict: String, summary: CheckSummary?)
  /// The person has said what their words mean.
  case corrected(Corrections.Correction)
  /// A correction was taken back.
  case correctionRevoked(Corrections.Correction)

  /// A version of a script.
  public struct ScriptVersion: Codable, Hashable, Sendable {
    /// The script's id.
    public let script: String
    /// The digest of its text.
    public let digest: String
  }

  private struct Migrated: Codable { let scripts: [ScriptVersion] }
  private struct Opened: Codable { let script: String, digest: String }
  private struct Interviewed: Codable { let script: String, event: Event }
  private struct ContactRemoved: Codable { let id: Int }
  private struct RoundClosed: Codable { let day: CalendarDate }
  private struct Undone: Codable { let sequence: Int }
  private struct Checked: Codable { let posting: String, verdict: String, summary: CheckSummary? }

  /// The name under which the event is saved.
  public var kind: String {
    switch self {
    case .opened: "opened"
    case .migrated: "migrated"
    case .interview: "interview"
    case .undone: "undone"
    case .takenOver: "taken-over"
    case .logged: "logged"
    case .logRemoved: "log-removed"
    case .round: "round"
    case .roundClosed: "round-closed"
    case .contact: "contact"
    case .contactRemoved: "contact-removed"
    case .checked: "checked"
    case .corrected: "corrected"
    case .correctionRevoked: "correction-revoked"
    }
  }

  /// The event as JSON.
  public func payload() throws -> Data {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return switch self {
    case .opened(let script, let digest): try encoder.encode(Opened(script: script, digest: digest))
    case .migrated(let scripts): try encoder.encode(Migrated(scripts: scripts))
    case .interview(let script, let event):
      try encoder.encode(Interviewed(script: script, event: event))
    case .undone(let sequence): try encoder.encode(Undone(sequence: sequence))
    case .takenOver: Data("{}".utf8)
    case .contact(let contact): try encoder.encode(contact)
    case .contactRemoved(let id), .logRemoved(let id): try encoder.encode(ContactRemoved(id: id))
    case .logged(let entry): try encoder.encode(entry)
    case .round(let round): try encoder.encode(round)
    case .roundClosed(let day): try encoder.encode(RoundClosed(day: day))
    case .checked(let posting, let verdict, let summary):
      try encoder.encode(Checked(posting: posting, verdict: verdict, summary: summary))
    case .corrected(let correction), .correctionRevoked(let correction):
      try encoder.encode(correction)
    }
  }

  /// Reads an event back; `nil` for kinds that this version does not know.
  public init?(kind: String, payload: Data) {
    let decoder = JSONDecoder()
    switch kind {
    case "opened":
      guard let value = try? decoder.decode(Opened.self, from: payload) else { return nil }
      self = .opened(script: value.script, digest: value.digest)
    case "migrated":
      guard let value = try? decoder.decode(Migrated.self, from: payload) else { return nil }
      self = .migrated(to: value.scripts)
    case "interview":
      guard let value = try? decoder.decode(Interviewed.self, from: payload) else { return nil }
      self = .interview(script: value.script, value.event)
    case "undone":
      guard let value = try? decoder.decode(Undone.self, from: payload) else { return nil }
      self = .undone(value.sequence)
    case "taken-over": self = .takenOver
    case "logged":
      guard let value = try? decoder.decode(EnergyEntry.self, from: payload) else { return nil }
      self = .logged(value)
    case "log-removed":
      guard let value = try? decoder.decode(ContactRemoved.self, from: payload) else { return nil }
      self = .logRemoved(value.id)
    case "round":
      guard let value = try? decoder.decode(Round.self, from: payload) else { return nil }
      self = .round(value)
    case "round-closed":
      guard let value = try? decoder.decode(RoundClosed.self, from: payload) else { return nil }
      self = .roundClosed(on: value.day)
    case "contact":
      guard let value = try? decoder.decode(Contact.self, from: payload) else { return nil }
      self = .contact(value)
    case "contact-removed":
      guard let value = try? decoder.decode(ContactRemoved.self, from: payload) else { return nil }
      self = .contactRemoved(value.id)
    case "checked":
      guard let value = try? decoder.decode(Checked.self, from: payload) else { return nil }
      self = .checked(posting: value.posting, verdict: value.verdict, summary: value.summary)
    case "corrected":
      guard let value = try? decoder.decode(Corrections.Correction.self, from: payload) else {
        return nil
      }
      self = .corrected(value)
    case "correction-revoked":
      guard let value = try? decoder.decode(Corrections.Correction.self, from: payload) else {
        return nil
      }
      self = .correctionRevoked(value)
    default: return nil
    }
  }
}
