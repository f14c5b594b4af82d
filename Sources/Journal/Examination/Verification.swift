import Foundation
import GRDB
import Synchronization

extension Journal {
  /// How many of the newest events of a session are verified when it is opened.
  static let newestStretch = 64

  /// What is wrong with the newest events of a session, and with the last that was acknowledged; empty
  /// where nothing is. It takes the same time however long the session is.
  package func faults(in session: SessionID) throws(JournalError) -> [JournalFault] {
    let own = housekeeping.withLock { Array($0.own.suffix(Self.newestStretch)) }
    return try read { database in
      // Before anything of the state is looked at that could be older than the note.
      var faults = try lostLastWord(in: database)
      let start =
        try Int.fetchOne(
          database,
          sql: "SELECT seq FROM event WHERE session = ? ORDER BY seq DESC LIMIT 1 OFFSET ?",
          arguments: [session.rawValue, Self.newestStretch]) ?? 0
      faults += try ChainCheck(session: session, after: start).faults(in: database)
      // Whoever alters an event and all links behind it is found out by what is remembered here.
      for event in own where event.session == session.rawValue && event.seq > start {
        let fault = JournalFault.altered(session, sequence: event.seq)
        if !faults.contains(fault), try !event.isKept(in: database) { faults.append(fault) }
      }
      return faults
    }
  }

  /// What is wrong with any of it: the file, all events, all texts; empty where nothing is.
  package func faults() throws(JournalError) -> [JournalFault] {
    if let structure = try structuralFault() { return [structure] }
    return try read { database in
      var faults = try lostLastWord(in: database)
      for id in try Int64.fetchAll(database, sql: "SELECT id FROM session ORDER BY id") {
        faults += try ChainCheck(session: SessionID(id), after: 0).faults(in: database)
      }
      return try faults + Self.orphans(in: database) + Self.faultsOfTexts(in: database)
    }
  }

  /// Sessions of which only events are left.
  private static func orphans(in database: Database) throws -> [JournalFault] {
    try Row.fetchAll(
      database,
      sql: """
        SELECT session, count(*) FROM event WHERE session NOT IN (SELECT id FROM session)
        GROUP BY session
        """
    ).map { .orphaned(SessionID($0[0]), events: $0[1]) }
  }

  private static func faultsOfTexts(in database: Database) throws -> [JournalFault] {
    var uses = try NamedTexts.uses(in: database)
    var faults: [JournalFault] = []
    let texts = try TextRecord.fetchCursor(database, sql: "SELECT * FROM text ORDER BY digest")
    while let text = try texts.next() {
      if !text.isIntact { faults.append(.alteredText(kind: text.kind, digest: text.digest)) }
      let kinds = uses.removeValue(forKey: text.digest) ?? [NamedTexts.script, NamedTexts.posting]
      if !kinds.contains(text.kind) {
        faults.append(.mislabelledText(kind: text.kind, digest: text.digest))
      }
    }
    return faults
      + uses.sorted { $0.key < $1.key }.map {
        .lostText(kind: $0.value.sorted().joined(separator: " or "), digest: $0.key)
      }
  }

  /// The events that a repair has kept though they are not proven to be as they were saved, by session.
  package func alteredEntries() throws(JournalError) -> [SessionID: [Int]] {
    try read { database in
      var altered: [SessionID: Set<Int>] = [:]
      for note in try RepairNote.all(in: database) {
        altered[note.session, default: []].formUnion(note.altered)
      }
      var present: [SessionID: [Int]] = [:]
      for (session, numbers) in altered {
        for number in numbers.sorted() {
          let key: [String: any DatabaseValueConvertible] = [
            "session": session.rawValue, "seq": number,
          ]
          // What was forgotten since is altered no longer.
          guard try EventRecord.exists(database, key: key) else { continue }
          present[session, default: []].append(number)
        }
      }
      return present
    }
  }

  /// What SQLite itself finds wrong with the file; `nil` where it is sound.
  private func structuralFault() throws(JournalError) -> JournalFault? {
    do throws(JournalError) {
      let finding = try read { database in
        try String.fetchOne(database, sql: "PRAGMA integrity_check(1)")
      }
      return finding == "ok" ? nil : .structure(finding ?? "it gives no answer")
    } catch {
      guard error.reason == .damaged else { throw error }
      return .structure("its pages contradict each other")
    }
  }

  private func lostLastWord(in database: Database) throws -> [JournalFault] {
    guard let word = LastWord(beside: file) else { return [] }
    let wholeSession = try ForgottenRecord.fetchOne(
      database, key: ["session": word.session.rawValue, "seq": 0])
    guard wholeSession == nil,
      try Chain.digest(of: word.session, at: word.sequence, in: database) != word.digest
    else { return [] }
    return [.lost(word.session, sequence: word.sequence)]
  }
}

/// Follows a session's chain from one of its links to its end.
private struct ChainCheck {
  let session: SessionID
  let after: Int

  func faults(in database: Database) throws -> [JournalFault] {
    guard let record = try SessionRecord.fetchOne(database, key: session.rawValue) else {
      return []
    }
    var faults: [JournalFault] = []
    var link = Link(
      sequence: after,
      digest: try Chain.digest(of: session, at: after, in: database) ?? Chain.root)
    var forgotten = try marks(in: database)[...]
    let events = try EventRecord.fetchCursor(
      database, sql: "SELECT * FROM event WHERE session = ? AND seq > ? ORDER BY seq",
      arguments: [session.rawValue, after])
    var count = 0
    while let event = try events.next() {
      while let mark = forgotten.first, mark.seq < event.seq {
        faults += link.follow(mark, in: session)
        forgotten.removeFirst()
      }
      count += 1
      // What an older program wrote last is chained with the next event.
      if event.digest == nil, event.seq > record.lastSequence { continue }
      if let mark = forgotten.first, mark.seq == event.seq {
        forgotten.removeFirst()
        faults += link.follow(mark, in: session)
        if event.commitment != mark.instead {
          faults.append(.altered(session, sequence: event.seq))
        }
      } else {
        faults += link.follow(event, in: session)
      }
    }
    for mark in forgotten { faults += link.follow(mark, in: session) }
    if link.sequence < record.lastSequence {
      faults.append(.cutOff(session, after: link.sequence))
    } else if let head = record.head, link.sequence == record.lastSequence, head != link.digest {
      faults.append(.altered(session, sequence: link.sequence))
    } else if after == 0, faults.isEmpty, count < record.events {
      faults.append(.miscounted(session))
    }
    return faults
  }

  private func marks(in database: Database) throws -> [ForgottenRecord] {
    try ForgottenRecord.fetchAll(
      database, sql: "SELECT * FROM forgotten WHERE session = ? AND seq > ? ORDER BY seq",
      arguments: [session.rawValue, after])
  }
}

/// The last link that was looked at.
private struct Link {
  var sequence: Int
  var digest: Data

  mutating func follow(_ event: EventRecord, in session: SessionID) -> [JournalFault] {
    follow(event.seq, event.commitment, event.digest, in: session)
  }

  mutating func follow(_ mark: ForgottenRecord, in session: SessionID) -> [JournalFault] {
    follow(mark.seq, mark.commitment, mark.digest, in: session)
  }

  /// Goes on from the digest as it stands, so that one fault is not found again in all that follows.
  private mutating func follow(
    _ number: Int, _ commitment: Data?, _ stored: Data?, in session: SessionID
  ) -> [JournalFault] {
    let before = self
    self = Link(sequence: number, digest: stored ?? before.digest)
    guard let commitment, let stored else { return [.altered(session, sequence: number)] }
    if Chain.digest(after: before.digest, commitment: commitment) == stored { return [] }
    return [
      number > before.sequence + 1
        ? .missing(session, after: before.sequence) : .altered(session, sequence: number)
    ]
  }
}
