package import Foundation
import GRDB
import Synchronization

extension Journal {
  // MARK: - Reading

  /// The events of a session in order, those after one that is known.
  package func entries(of session: SessionID, after sequence: Int = 0) throws(JournalError)
    -> [Entry]
  {
    try read { database in
      try EventRecord.fetchAll(database, in: session, after: sequence).map(\.entry)
    }
  }

  /// The events of one kind in order, those after one that is known.
  package func entries(of session: SessionID, ofKind kind: String, after sequence: Int = 0)
    throws(JournalError) -> [Entry]
  {
    try read { database in
      try EventRecord.fetchAll(
        database,
        sql: "SELECT * FROM event WHERE session = ? AND seq > ? AND kind = ? ORDER BY seq",
        arguments: [session.rawValue, sequence, kind]
      ).map(\.entry)
    }
  }

  /// Gives the events of a session one after the other, without holding all of them.
  ///
  /// - Parameter kinds: those that are given; all of them where it is `nil`.
  package func forEachEntry(
    of session: SessionID, ofKinds kinds: [String]? = nil, after sequence: Int = 0,
    upTo end: Int = .max, _ body: (Entry) throws -> Void
  ) throws {
    let marks = kinds.map { $0.map { _ in "?" }.joined(separator: ", ") }
    let condition = marks.map { " AND kind IN (\($0))" } ?? ""
    var last = sequence
    while true {
      let batch = try read { database in
        try EventRecord.fetchAll(
          database,
          sql: """
            SELECT * FROM event WHERE session = ? AND seq > ? AND seq <= ?\(condition)
            ORDER BY seq LIMIT 500
            """,
          arguments: [session.rawValue, last, end] + StatementArguments(kinds ?? []))
      }
      guard let latest = batch.last else { return }
      for event in batch { try body(event.entry) }
      last = latest.seq
    }
  }

  // MARK: - Appending

  /// Saves an event that depends on what went before; when this returns, it is on disk.
  ///
  /// - Parameter sequence: the number of the last event that the caller knows of. Where another
  ///   program has written since, nothing is saved and the error says ``JournalError/Reason/moved``.
  @discardableResult
  package func append(
    _ event: NewEvent, to session: SessionID, after sequence: Int, at time: Date
  ) throws(JournalError) -> Saved {
    let (saved, event) = try write(for: session) { database in
      guard try EventRecord.fetchAll(database, in: session, after: sequence, limit: 1).isEmpty
      else { throw JournalError(.moved, url: self.url) }
      return try self.insert(event, to: session, missed: [], at: time, in: database)
    }
    return acknowledge(saved, of: event, at: time)
  }

  /// Saves an event whatever others have written meanwhile; when this returns, it is on disk.
  ///
  /// ```swift
  /// try journal.append(to: session, knowing: last, at: now) { missed in
  ///   state.apply(missed)
  ///   return NewEvent(kind: "logged", payload: try state.nextEntry().payload())
  /// }
  /// ```
  ///
  /// - Parameters:
  ///   - sequence: the number of the last event that the caller knows of.
  ///   - make: makes the event from what was written since, while nobody else can write. It may be
  ///     called again where the file was busy; where it throws, nothing is saved.
  @discardableResult
  package func append(
    to session: SessionID, knowing sequence: Int, at time: Date,
    making make: ([Entry]) throws -> NewEvent
  ) throws -> Saved {
    try requireWriting()
    let saved: Saved
    let event: EventRecord
    do {
      try castOffWhereDisplaced(for: session)
      (saved, event) = try connection.write { database in
        let missed = try EventRecord.fetchAll(database, in: session, after: sequence).map(\.entry)
        let event = try make(missed)
        return try insert(event, to: session, missed: missed, at: time, in: database)
      }
    } catch let error as DatabaseError {
      throw JournalError.wrapping(error, url: url)
    } catch let error as NoSession {
      throw JournalError.wrapping(error, url: url)
    }
    return acknowledge(saved, of: event, at: time)
  }

  func insert(
    _ event: NewEvent, to session: SessionID, missed: [Entry], at time: Date,
    in database: Database
  ) throws -> (Saved, EventRecord) {
    var head = try SessionRecord.required(session, in: database)
    if try EventRecord.last(database, in: session) > head.lastSequence {
      try Chain.adopt(session, in: database)
      head = try SessionRecord.required(session, in: database)
    }
    guard head.lastSequence < Int.max else {
      throw JournalError(.other("its events cannot be numbered any further"), url: url)
    }
    let record = EventRecord(
      session: session.rawValue, seq: head.lastSequence + 1, kind: event.kind,
      payload: event.payload, at: time.timeIntervalSince1970
    ).linked(after: head.head ?? Chain.root)
    for text in event.texts { try TextRecord(text).insert(database, onConflict: .ignore) }
    if let place = event.draft { try DraftRecord.delete(database, of: session, at: place) }
    try record.insert(database)
    head.advance(to: record)
    try head.update(database)
    let saved = Saved(sequence: record.seq, missed: missed, displacement: nil)
    return (saved, record)
  }

  /// Sees to what comes after an event is on disk; none of it can take the event back.
  private func acknowledge(_ saved: Saved, of event: EventRecord, at time: Date) -> Saved {
    let displacement = displacement
    if displacement == nil {
      LastWord(
        session: SessionID(event.session), sequence: event.seq, digest: event.digest ?? Chain.root
      ).write(beside: file)
    }
    let (count, isFirst) = housekeeping.withLock { state in
      state.note(event)
      state.saved += 1
      state.hasSaved = true
      defer { state.hasBackup = true }
      return (state.saved, !state.hasBackup)
    }
    // The first answers do not live in the write-ahead log alone for long, and later ones not for many.
    if displacement == nil, saved.sequence <= 8 || count % 16 == 0 {
      _ = try? connection.checkpoint(.passive)
      connection.remember(FileLook(file.path))
    }
    if isFirst, displacement == nil {
      // A backup that fails now is missed by `doctor`, and never keeps an answer from being taken.
      try? Backups(of: file).addWhereDue(from: connection.queue, at: time)
    }
    return Saved(sequence: saved.sequence, missed: saved.missed, displacement: displacement)
  }
}

extension EventRecord {
  /// The events of a session after a number, in order.
  static func fetchAll(
    _ database: Database, in session: SessionID, after sequence: Int, limit: Int = -1
  ) throws -> [EventRecord] {
    try fetchAll(
      database, sql: "SELECT * FROM event WHERE session = ? AND seq > ? ORDER BY seq LIMIT ?",
      arguments: [session.rawValue, sequence, limit])
  }

  /// The number of the last event of a session; 0 where there is none.
  static func last(_ database: Database, in session: SessionID) throws -> Int {
    try Int.fetchOne(
      database, sql: "SELECT max(seq) FROM event WHERE session = ?", arguments: [session.rawValue])
      ?? 0
  }
}
