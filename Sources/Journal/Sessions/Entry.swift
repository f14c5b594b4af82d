public import Foundation

/// One saved event.
public struct Entry: Hashable, Sendable {
  /// Counts the session's events from 1; what was forgotten leaves a gap.
  public let sequence: Int
  /// What sort of event it is, in the caller's terms.
  public let kind: String
  /// The event itself, in the caller's form.
  public let payload: Data
  /// When it was saved.
  public let at: Date
}

/// An event to be saved, with what is to be saved in the same moment.
public struct NewEvent: Sendable {
  /// A text that the event refers to by its digest.
  public struct Text: Sendable {
    /// The text.
    public let content: String
    /// `script` or `posting`.
    public let kind: String

    /// A text to be kept under its digest.
    public init(_ content: String, kind: String) {
      self.content = content
      self.kind = kind
    }
  }

  /// What sort of event it is, in the caller's terms.
  public let kind: String
  /// The event itself, in the caller's form.
  public let payload: Data
  /// Texts that it refers to.
  public let texts: [Text]
  /// The place of the draft that it takes the place of.
  public let draft: String?

  /// An event that brings texts with it, or takes the place of a draft, where it does.
  public init(kind: String, payload: Data, texts: [Text] = [], draft: String? = nil) {
    self.kind = kind
    self.payload = payload
    self.texts = texts
    self.draft = draft
  }
}

/// An event that is on disk.
public struct Saved: Sendable {
  /// Its number.
  public let sequence: Int
  /// What others had written before it that the caller did not know of, in order.
  public let missed: [Entry]
  /// What has become of the files meanwhile; `nil` where they are where they were.
  public let displacement: Displacement?
}
