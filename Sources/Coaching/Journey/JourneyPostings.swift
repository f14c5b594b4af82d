package import Foundation
package import Journal
package import Phrases
import QuestionFlow
package import WorkFit

/// The postings that a session has checked, and what was said about how its words are to be read.
extension Journey {
  // MARK: - Postings

  /// The postings checked, in the order of their first checks.
  package var postings: [CheckedPosting] { state.postings }

  /// What the posting checked last came to.
  package var lastVerdict: Verdict? { state.lastVerdict }

  /// The digest of the posting checked last.
  package var lastPosting: String? { state.lastPosting }

  /// The text of a posting that was checked.
  package func postingText(_ digest: String) throws(JournalError) -> String? {
    try journal.text(digest: digest)
  }

  /// The text of the posting checked last.
  package func lastPostingText() throws(JournalError) -> String? {
    guard let lastPosting else { return nil }
    return try postingText(lastPosting)
  }

  /// Remembers a posting and what was found.
  ///
  /// - Returns: what has changed since the same posting was checked before, in sentences.
  @discardableResult
  package func remember(posting: String, _ result: FitResult, at time: Date) throws -> [Phrase] {
    let summary = CheckSummary(result, corrections: corrections)
    let known = try earlier(posting)
    let digest = known.same ?? Journal.digest(of: posting)
    let before = state.postings.first { $0.digest == (known.same ?? known.edited) }?.summary
    try record(check: posting, digest, verdict: result.verdict.rawValue, summary, at: time)
    return before.map { summary.changes(since: $0, hasNewText: known.same == nil) } ?? []
  }

  /// Keeps a posting whose reading was stopped, so that it can be read later; one that is known stays as
  /// it is.
  package func keep(posting: String, at time: Date) throws {
    guard try earlier(posting).same == nil else { return try drop(draftOf: posting, at: time) }
    try record(
      check: posting, Journal.digest(of: posting), verdict: Self.unread, nil, at: time)
  }

  private func record(
    check posting: String, _ digest: String, verdict: String, _ summary: CheckSummary?,
    at time: Date
  ) throws {
    // Of a text that is known in other lines those it came in first are kept.
    let texts =
      digest == Journal.digest(of: posting) ? [NewEvent.Text(posting, kind: "posting")] : []
    try record(texts: texts, draft: try draft(of: posting), at: time) { _ in
      .checked(
        JourneyEvent.PostingCheck(
          posting: digest, verdict: verdict, summary: summary, day: CalendarDate(time)))
    }
  }

  // MARK: - Their status

  /// Keeps how far things have come with a posting.
  ///
  /// - Returns: the posting as it stands now.
  @discardableResult
  package func keep(_ step: PostingStep, of posting: CheckedPosting, at time: Date) throws
    -> CheckedPosting
  {
    try record(at: time) { _ in .postingStatus(posting: posting.digest, step) }
    return current(posting)
  }

  /// Takes back what was said last of how far things have come with a posting.
  ///
  /// - Returns: the posting as it stands now; `nil` where nothing was said.
  package func takeBackStatus(of posting: CheckedPosting, at time: Date) throws -> CheckedPosting? {
    guard let event = posting.lastNaming else { return nil }
    do {
      try takeBack(event, at: time)
    } catch let error as JournalError where error.reason == .moved {
      // Whatever others have written, it is this one that is meant, unless they have named another.
      guard current(posting).lastNaming == event else { throw error }
      try takeBack(event, at: time)
    }
    return current(posting)
  }

  private func current(_ posting: CheckedPosting) -> CheckedPosting {
    postings.first { $0.digest == posting.digest } ?? posting
  }

  // MARK: - The draft of one

  /// A posting that was begun to be given and is not checked yet; empty where none was.
  package func draftOfPosting() throws -> String {
    try journal.draft(of: session.id, at: Self.draftPlace) ?? ""
  }

  /// Keeps what has come of a posting that is being given; an empty one takes away what was kept.
  package func keep(draftOfPosting text: String, at time: Date) throws {
    try journal.keepDraft(text, of: session.id, at: Self.draftPlace, time: time)
  }

  /// The place of the draft that a posting takes the place of; `nil` where another posting was begun, or none.
  private func draft(of posting: String) throws -> String? {
    try draftOfPosting() == posting ? Self.draftPlace : nil
  }

  private func drop(draftOf posting: String, at time: Date) throws {
    if try draft(of: posting) != nil { try keep(draftOfPosting: "", at: time) }
  }

  /// No question's: those have the name of their script before a stroke.
  private static let draftPlace = "posting"

  /// In the place of a verdict.
  private static let unread = "unread"

  /// The posting checked before that is this one: the same, or the same before it was edited.
  private func earlier(_ posting: String) throws(JournalError) -> (same: String?, edited: String?) {
    let digest = Journal.digest(of: posting)
    if postings.contains(where: { $0.digest == digest }) { return (digest, nil) }
    var edited: String?
    for known in postings.reversed() {
      guard let text = try journal.text(digest: known.digest) else { continue }
      switch PostingVersion(posting, of: text) {
      case .same?: return (known.digest, nil)
      case .edited?: edited = edited ?? known.digest
      case nil: continue
      }
    }
    return (nil, edited)
  }

  // MARK: - Corrections

  /// What the person has said about how their words are to be read.
  package var corrections: Corrections { state.corrections }

  /// Keeps what the person has said about their words; it applies from now on.
  package func correct(_ correction: Corrections.Correction, at time: Date) throws {
    try record(at: time) { _ in .corrected(correction) }
  }

  /// Takes a correction back.
  package func revoke(_ correction: Corrections.Correction, at time: Date) throws {
    try record(at: time) { _ in .correctionRevoked(correction) }
  }
}
