public import Foundation
public import QuestionFlow

/// Everything that a session remembers: what the journal keeps, in the terms of the domain.
public enum JourneyEvent: Sendable {
  /// A script was opened; the text of the digest is kept with the journal.
  case opened(script: String, digest: String)
  /// The session was carried over to other versions of its scripts, whose texts are kept under the
  /// digests, in the suggested order.
  case migrated(to: [ScriptVersion])
  /// Something happened in the interview over a script.
  case interview(script: String, Event)
  /// Lines of a list that is not finished yet.
  case drafted(script: String, Path, [String])
  /// A posting was checked; its text is kept under the digest.
  case checked(posting: String, verdict: String)

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
  private struct Drafted: Codable { let script: String, path: Path, lines: [String] }
  private struct Checked: Codable { let posting: String, verdict: String }

  /// The name under which the event is saved.
  public var kind: String {
    switch self {
    case .opened: "opened"
    case .migrated: "migrated"
    case .interview: "interview"
    case .drafted: "drafted"
    case .checked: "checked"
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
    case .drafted(let script, let path, let lines):
      try encoder.encode(Drafted(script: script, path: path, lines: lines))
    case .checked(let posting, let verdict):
      try encoder.encode(Checked(posting: posting, verdict: verdict))
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
    case "drafted":
      guard let value = try? decoder.decode(Drafted.self, from: payload) else { return nil }
      self = .drafted(script: value.script, value.path, value.lines)
    case "checked":
      guard let value = try? decoder.decode(Checked.self, from: payload) else { return nil }
      self = .checked(posting: value.posting, verdict: value.verdict)
    default: return nil
    }
  }
}
