import Coaching
import Foundation
import Journal
import Phrases

extension World {
  /// The session of that number or name; without one, the session of the conversation or the one used
  /// last. `nil` where there is none yet.
  func session(_ wanted: String?) throws -> Session? {
    if wanted == nil, let conversation { return conversation.session }
    let sessions = try journal().sessions()
    guard let wanted else { return sessions.first }
    if let id = Int64(wanted), let session = sessions.first(where: { $0.id == SessionID(id) }) {
      return session
    }
    if let session = sessions.first(where: { $0.name == wanted }) { return session }
    throw Failure(
      sessions.isEmpty
        ? "There is no session yet; “nextmove” starts one."
        : "There is no session “\(wanted)”; “nextmove sessions” lists them.", status: .usage)
  }

  /// A session's journey: the one that is open in the conversation, or opened here.
  func journey(of session: Session, prompts: String? = nil) throws -> Journey {
    if let conversation, conversation.session.id == session.id, prompts == nil {
      return conversation.journey
    }
    let journey = try Journey(
      session, in: try journal(), library: try library(prompts: prompts), language: home.language)
    if let fault = try newFaults(in: session.id).first {
      try console.complain(Self.sentence(on: fault))
    }
    return journey
  }

  /// What of the newest of a session is not as it was saved, and was not told yet.
  func newFaults(in session: SessionID) throws -> [JournalFault] {
    let faults = try journal().faults(in: session).filter { !toldFaults.contains($0) }
    toldFaults.formUnion(faults)
    return faults
  }

  static func sentence(on fault: JournalFault) -> Phrase {
    "\(fault) “nextmove doctor” says more."
  }

  /// As ``journey(of:prompts:)``, of the session that ``session(_:)`` finds.
  func journey(_ wanted: String?, prompts: String?) throws -> Journey? {
    try session(wanted).map { try journey(of: $0, prompts: prompts) }
  }
}
