public import Foundation
public import Journal
public import Phrases
public import WorkFit

/// The postings that a session has checked, and what was said about how its words are to be read.
extension Journey {
  // MARK: - Postings

  /// The digests of the postings checked, the last one last.
  public var postings: [String] { state.postings }

  /// What the posting checked last came to.
  public var lastVerdict: Verdict? { state.lastVerdict }

  /// The digest of the posting checked last.
  public var lastPosting: String? { postings.last }

  /// The text of a posting that was checked.
  public func postingText(_ digest: String) throws(JournalError) -> String? {
    try journal.text(digest: digest)
  }

  /// The text of the posting checked last.
  public func lastPostingText() throws(JournalError) -> String? {
    guard let lastPosting else { return nil }
    return try postingText(lastPosting)
  }

  /// Remembers a posting and what was found.
  ///
  /// - Returns: what has changed since the same posting was checked before, in sentences.
  @discardableResult
  public func remember(posting: String, _ result: FitResult, at time: Date) throws -> [Phrase] {
    let digest = Journal.digest(of: posting)
    let summary = CheckSummary(result, corrections: corrections)
    let twin = try state.summaries[digest] == nil ? earlierVersion(of: posting) : nil
    let before = state.summaries[twin ?? digest]
    try record(
      texts: [NewEvent.Text(posting, kind: "posting")], draft: try draft(of: posting), at: time
    ) { _ in
      .checked(posting: digest, verdict: result.verdict.rawValue, summary: summary)
    }
    return before.map { summary.changes(since: $0, hasNewText: twin != nil) } ?? []
  }

  /// Keeps a posting whose reading was stopped, so that it can be read later; one that is known stays as
  /// it is.
  public func keep(posting: String, at time: Date) throws {
    let digest = Journal.digest(of: posting)
    guard !postings.contains(digest) else { return try drop(draftOf: posting, at: time) }
    try record(
      texts: [NewEvent.Text(posting, kind: "posting")], draft: try draft(of: posting), at: time
    ) { _ in
      .checked(posting: digest, verdict: Self.unread, summary: nil)
    }
  }

  /// A posting that was begun to be given and is not checked yet; empty where none was.
  public func draftOfPosting() throws -> String {
    try journal.draft(of: session.id, at: Self.draftPlace) ?? ""
  }

  /// Keeps what has come of a posting that is being given; an empty one takes away what was kept.
  public func keep(draftOfPosting text: String, at time: Date) throws {
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

  /// The posting checked before that most of a text's lines stand in: the same one, edited since.
  private func earlierVersion(of posting: String) throws(JournalError) -> String? {
    let lines = Set(Self.lines(of: posting))
    guard lines.count >= 3 else { return nil }
    for digest in postings.reversed() {
      guard let text = try journal.text(digest: digest) else { continue }
      let others = Set(Self.lines(of: text))
      let shared = lines.intersection(others).count
      if 2 * shared > max(lines.count, others.count) { return digest }
    }
    return nil
  }

  private static func lines(of text: String) -> [String] {
    text.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }
      .filter { !$0.isEmpty }
  }

  // MARK: - Corrections

  /// What the person has said about how their words are to be read.
  public var corrections: Corrections { state.corrections }

  /// Keeps what the person has said about their words; it applies from now on.
  public func correct(_ correction: Corrections.Correction, at time: Date) throws {
    try record(at: time) { _ in .corrected(correction) }
  }

  /// Takes a correction back.
  public func revoke(_ correction: Corrections.Correction, at time: Date) throws {
    try record(at: time) { _ in .correctionRevoked(correction) }
  }
}
