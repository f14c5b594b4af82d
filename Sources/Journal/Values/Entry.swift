package import Foundation

/// One saved event.
package struct Entry: Hashable, Sendable {
  /// Counts the session's events from 1; what was forgotten leaves a gap.
  package let sequence: Int
  /// What sort of event it is, in the caller's terms.
  package let kind: String
  /// The event itself, in the caller's form.
  package let payload: Data
  /// When it was saved.
  package let at: Date
}

/// An event to be saved, with what is to be saved in the same moment.
package struct NewEvent: Sendable {
  /// A text that the event refers to by its digest.
  package struct Text: Sendable {
    /// The text.
    package let content: String
    /// `script` or `posting`.
    package let kind: String

    /// A text to be kept under its digest.
    package init(_ content: String, kind: String) {
      self.content = content
      self.kind = kind
    }
  }

  /// What sort of event it is, in the caller's terms.
  package let kind: String
  /// The event itself, in the caller's form.
  package let payload: Data
  /// Texts that it refers to.
  package let texts: [Text]
  /// The place of the draft that it takes the place of.
  package let draft: String?

  /// An event that brings texts with it, or takes the place of a draft, where it does.
  package init(kind: String, payload: Data, texts: [Text] = [], draft: String? = nil) {
    self.kind = kind
    self.payload = payload
    self.texts = texts
    self.draft = draft
  }
}

/// An event that is on disk.
package struct Saved: Sendable {
  /// Its number.
  package let sequence: Int
  /// What others had written before it that the caller did not know of, in order.
  package let missed: [Entry]
  /// What has become of the files meanwhile; `nil` where they are where they were.
  package let displacement: Displacement?
}
