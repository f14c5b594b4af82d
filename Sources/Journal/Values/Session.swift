package import Foundation

/// The number by which a person calls a session.
package struct SessionID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Counts from 1.
  package let rawValue: Int64

  /// Names a session.
  package init(_ rawValue: Int64) { self.rawValue = rawValue }

  /// The order of the underlying values.
  package static func < (left: SessionID, right: SessionID) -> Bool {
    left.rawValue < right.rawValue
  }
  /// The text as it is shown in messages.
  package var description: String { String(rawValue) }
}

/// One person's way through the scripts.
package struct Session: Hashable, Sendable {
  /// The session's number.
  package let id: SessionID
  /// What the person calls it, if anything.
  package let name: String?
  /// When it began.
  package let started: Date
  /// When it was last written to.
  package let lastUsed: Date
  /// How many events it has.
  package let length: Int
  /// The number of the last event that it ever had; what was forgotten leaves its number unused.
  package let lastSequence: Int
}

/// A session was forgotten while it was open.
struct NoSession: Error {
  let id: SessionID
}
