public import Foundation

/// The number by which a person calls a session.
public struct SessionID: Hashable, Sendable, Comparable, CustomStringConvertible {
  /// Counts from 1.
  public let rawValue: Int64

  /// Names a session.
  public init(_ rawValue: Int64) { self.rawValue = rawValue }

  /// The order of the underlying values.
  public static func < (left: SessionID, right: SessionID) -> Bool {
    left.rawValue < right.rawValue
  }
  /// The text as it is shown in messages.
  public var description: String { String(rawValue) }
}

/// One person's way through the scripts.
public struct Session: Hashable, Sendable {
  /// The session's number.
  public let id: SessionID
  /// What the person calls it, if anything.
  public let name: String?
  /// When it began.
  public let started: Date
  /// When it was last written to.
  public let lastUsed: Date
  /// How many events it has.
  public let length: Int
  /// The number of the last event that it ever had; what was forgotten leaves its number unused.
  public let lastSequence: Int
}
