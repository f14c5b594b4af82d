public import Foundation
internal import GRDB

/// Everything that a journal holds, in a form that people can read and other programs can use.
public struct JournalArchive: Codable, Sendable {
  /// One event.
  public struct Event: Codable, Sendable, Hashable {
    /// Its number in its session.
    public let sequence: Int
    /// What sort of event it is.
    public let kind: String
    /// Seconds since 1970.
    public let at: Double
    /// The event itself.
    public let payload: JSONValue
  }

  /// One session.
  public struct Session: Codable, Sendable, Hashable {
    /// Its number.
    public let id: Int64
    /// What the person calls it.
    public let name: String?
    /// Seconds since 1970.
    public let started: Double
    /// Its events in order.
    public let events: [Event]
    /// What was typed and not sent, by its place.
    public let drafts: [String: String]
  }

  /// A script as it was answered, or a posting as it was checked.
  public struct Text: Codable, Sendable, Hashable {
    /// What names it.
    public let digest: String
    /// `script` or `posting`.
    public let kind: String
    /// The text.
    public let content: String
  }

  /// Tells the file apart from others.
  public static let format = "nextmove-export"
  /// The version of the form.
  public static let version = 1

  /// ``format``.
  public let format: String
  /// ``version``.
  public let version: Int
  /// In the order of their numbers.
  public let sessions: [Session]
  /// In the order of their digests.
  public let texts: [Text]

  /// The session whose events are not in the order of their numbers, have one twice, or one that no
  /// session comes to; such a file was altered.
  public var disordered: Int64? {
    sessions.first { session in
      zip(session.events, session.events.dropFirst()).contains { $0.sequence >= $1.sequence }
        || session.events.contains { !(1...1_000_000_000).contains($0.sequence) }
    }?.id
  }
}

/// Any JSON value, kept as it is.
public enum JSONValue: Codable, Sendable, Hashable {
  case null
  case bool(Bool)
  case integer(Int64)
  case number(Double)
  case string(String)
  case array([JSONValue])
  case object([String: JSONValue])

  /// Reads any value.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    if container.decodeNil() {
      self = .null
    } else if let value = try? container.decode(Bool.self) {
      self = .bool(value)
    } else if let value = try? container.decode(Int64.self) {
      self = .integer(value)
    } else if let value = try? container.decode(Double.self) {
      self = .number(value)
    } else if let value = try? container.decode(String.self) {
      self = .string(value)
    } else if let value = try? container.decode([JSONValue].self) {
      self = .array(value)
    } else {
      self = .object(try container.decode([String: JSONValue].self))
    }
  }

  /// Writes the value.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    switch self {
    case .null: try container.encodeNil()
    case .bool(let value): try container.encode(value)
    case .integer(let value): try container.encode(value)
    case .number(let value): try container.encode(value)
    case .string(let value): try container.encode(value)
    case .array(let value): try container.encode(value)
    case .object(let value): try container.encode(value)
    }
  }

  /// All texts in it.
  public var strings: [String] {
    switch self {
    case .string(let text): [text]
    case .array(let values): values.flatMap(\.strings)
    case .object(let values): values.sorted { $0.key < $1.key }.flatMap(\.value.strings)
    case .null, .bool, .integer, .number: []
    }
  }
}

extension Journal {
  /// Everything in it.
  public func archive() throws(JournalError) -> JournalArchive {
    try read { database in
      let decoder = JSONDecoder()
      let sessions = try Row.fetchAll(database, sql: "SELECT * FROM session ORDER BY id").map {
        session in
        let id: Int64 = session["id"]
        let events = try Row.fetchAll(
          database, sql: "SELECT * FROM event WHERE session = ? ORDER BY seq", arguments: [id]
        ).map { row in
          let payload: Data = row["payload"]
          return JournalArchive.Event(
            sequence: row["seq"], kind: row["kind"], at: row["at"],
            // What is no JSON was never written by this program; it is kept as text.
            payload: (try? decoder.decode(JSONValue.self, from: payload))
              ?? .string(String(decoding: payload, as: UTF8.self)))
        }
        let drafts = try Row.fetchAll(
          database, sql: "SELECT place, content FROM draft WHERE session = ?", arguments: [id])
        return JournalArchive.Session(
          id: id, name: session["name"], started: session["started"], events: events,
          drafts: Dictionary(
            drafts.map { ($0["place"], $0["content"]) }, uniquingKeysWith: { first, _ in first }))
      }
      let texts = try Row.fetchAll(database, sql: "SELECT * FROM text ORDER BY digest").map {
        JournalArchive.Text(digest: $0["digest"], kind: $0["kind"], content: $0["content"])
      }
      return JournalArchive(
        format: JournalArchive.format, version: JournalArchive.version, sessions: sessions,
        texts: texts)
    }
  }

  /// Adds what an archive holds: sessions keep their numbers where these are free, and what is there
  /// already, event for event, is not added again.
  ///
  /// - Returns: the numbers of the sessions added.
  public func restore(_ archive: JournalArchive) throws(JournalError) -> [SessionID] {
    try write { database in
      let encoder = JSONEncoder()
      encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
      for text in archive.texts {
        try database.execute(
          sql: "INSERT OR IGNORE INTO text (digest, kind, content) VALUES (?, ?, ?)",
          arguments: [text.digest, text.kind, text.content])
      }
      var added: [SessionID] = []
      for session in archive.sessions {
        let events = try session.events.map {
          (event: $0, payload: try encoder.encode($0.payload))
        }
        let twins = try Int64.fetchAll(
          database, sql: "SELECT id FROM session WHERE started = ?", arguments: [session.started])
        let isThere = try twins.contains { twin in
          let there = try Row.fetchAll(
            database, sql: "SELECT seq, kind, payload FROM event WHERE session = ? ORDER BY seq",
            arguments: [twin])
          return there.count == events.count
            && zip(there, events).allSatisfy { row, event in
              row["seq"] == event.event.sequence && row["kind"] == event.event.kind
                && row["payload"] == event.payload
            }
        }
        if isThere { continue }
        let isTaken =
          try Int.fetchOne(
            database, sql: "SELECT 1 FROM session WHERE id = ?", arguments: [session.id]) != nil
        try database.execute(
          sql: "INSERT INTO session (id, name, started) VALUES (?, ?, ?)",
          arguments: [isTaken || session.id < 1 ? nil : session.id, session.name, session.started])
        let id = database.lastInsertedRowID
        for (event, payload) in events {
          try database.execute(
            sql: "INSERT INTO event (session, seq, kind, payload, at) VALUES (?, ?, ?, ?, ?)",
            arguments: [id, event.sequence, event.kind, payload, event.at])
        }
        for (place, content) in session.drafts {
          try database.execute(
            sql: "INSERT INTO draft (session, place, content, at) VALUES (?, ?, ?, ?)",
            arguments: [id, place, content, session.started])
        }
        added.append(SessionID(id))
      }
      return added
    }
  }

  // MARK: - Forgetting

  /// What is to be taken out of a session for good.
  public struct Erasure: Sendable {
    /// Events that go, by their numbers.
    public var events: Set<Int> = []
    /// Events that stay with another payload.
    public var replacements: [Int: Data] = [:]
    /// Texts that go, by their digests.
    public var texts: Set<String> = []
    /// Places whose drafts go.
    public var drafts: Set<String> = []

    /// Nothing yet.
    public init() {}
  }

  /// Takes events and texts out, and sees to it that their bytes are gone from the file.
  public func erase(_ erasure: Erasure, from session: SessionID) throws(JournalError) {
    try write { database in
      try database.execute(sql: "PRAGMA secure_delete = ON")
      for sequence in erasure.events {
        try database.execute(
          sql: "DELETE FROM event WHERE session = ? AND seq = ?",
          arguments: [session.rawValue, sequence])
      }
      for (sequence, payload) in erasure.replacements {
        try database.execute(
          sql: "UPDATE event SET payload = ? WHERE session = ? AND seq = ?",
          arguments: [payload, session.rawValue, sequence])
      }
      for digest in erasure.texts {
        try database.execute(sql: "DELETE FROM text WHERE digest = ?", arguments: [digest])
      }
      for place in erasure.drafts {
        // Also those of its follow-ups, and of the elements of its list.
        try database.execute(
          sql: """
            DELETE FROM draft WHERE session = :session AND (place = :place
              OR (substr(place, 1, length(:place)) = :place
                AND substr(place, length(:place) + 1, 1) NOT GLOB '[A-Za-z0-9_]'))
            """, arguments: ["session": session.rawValue, "place": place])
      }
    }
    try compact()
  }

  /// Takes a whole session out, with the texts that no other session needs.
  ///
  /// - Parameter texts: the digests of its texts that nothing else refers to.
  public func erase(_ session: SessionID, texts: Set<String>) throws(JournalError) {
    try write { database in
      try database.execute(sql: "PRAGMA secure_delete = ON")
      for table in ["event", "draft"] {
        try database.execute(
          sql: "DELETE FROM \(table) WHERE session = ?", arguments: [session.rawValue])
      }
      try database.execute(sql: "DELETE FROM session WHERE id = ?", arguments: [session.rawValue])
      for digest in texts {
        try database.execute(sql: "DELETE FROM text WHERE digest = ?", arguments: [digest])
      }
    }
    try compact()
  }

  /// Writes the file anew without what was deleted, and empties the log written ahead.
  private func compact() throws(JournalError) {
    try direct { database in
      try database.execute(sql: "VACUUM")
      try database.execute(sql: "PRAGMA wal_checkpoint(TRUNCATE)")
    }
  }
}
