import Foundation
import GRDB
import Phrases

/// The making of a new journal from a damaged one and the backups.
struct Repair {
  let file: JournalFile
  /// Texts that are known elsewhere.
  private let texts: [NewEvent.Text]
  var report = RepairReport()
  /// Events that are not proven to be as they were saved; a backup may have them as they were.
  private var doubtful: [EventName: Salvage.Vouched] = [:]
  /// Texts that are not those that were kept.
  private var alteredTexts: [TextRecord] = []

  private struct EventName: Hashable {
    let session: Int64
    let number: Int
  }

  init(file: JournalFile, texts: [NewEvent.Text] = []) {
    self.file = file
    self.texts = texts
  }

  /// - Returns: the path of the new journal, complete and closed.
  mutating func build() throws -> String {
    let path = file.path + ".repaired"
    for rest in ["", "-wal", "-shm", "-journal"] { unlink(path + rest) }
    let descriptor = open(path, O_RDWR | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
      throw JournalError(.directoryNotWritable(file.folder.path), url: file.url)
    }
    close(descriptor)
    let target = try DatabaseQueue(path: path)
    try Schema.migrate(target)
    if let source = source() {
      try take(from: source, into: target)
    } else {
      report.losses.append("anything in the file itself")
    }
    for backup in Backups(of: file).all { try supplement(from: backup.path, into: target) }
    try supplement(with: texts, into: target)
    try finish(target)
    try target.close()
    return path
  }

  /// A copy of the damaged file that SQLite opens; `nil` where it opens none.
  private func source() -> DatabaseQueue? {
    for isMended in [false, true] {
      if let queue = try? PrivateCopy.queue(of: file, isMended: isMended) { return queue }
    }
    return nil
  }

  private mutating func take(from source: DatabaseQueue, into target: DatabaseQueue) throws {
    var salvage = Salvage(source)
    let known = LastWord(beside: file)
    for session in salvage.sessions() {
      guard let id = session.id, id > 0 else { continue }
      let reach = known?.session.rawValue == id ? known?.sequence ?? 0 : 0
      let events = salvage.events(of: id, reaching: reach)
      try target.write { database in
        var session = session
        try session.insert(database)
        try insert(events, in: database)
      }
    }
    let named = try target.read { try NamedTexts.uses(in: $0) }
    try target.write { database in
      try salvage.texts(named: named.keys) { try insert($0, in: database) }
      try salvage.drafts { draft in
        guard try SessionRecord.exists(database, key: draft.session) else { return }
        try draft.insert(database, onConflict: .ignore)
      }
      for forgotten in (try? source.read(ForgottenRecord.fetchAll)) ?? [] where forgotten.seq == 0 {
        try forgotten.insert(database, onConflict: .ignore)
      }
    }
    report.losses += salvage.losses
  }

  /// Adds what a backup has as it was saved and the damaged file has not. What was forgotten is in no backup.
  private mutating func supplement(from path: String, into target: DatabaseQueue) throws {
    guard let source = try? Connection.frozen(JournalFile(url: URL(fileURLWithPath: path))) else {
      return
    }
    var salvage = Salvage(source)
    for session in salvage.sessions() {
      guard let id = session.id, id > 0 else { continue }
      let events = salvage.events(of: id, reaching: 0)
      let added = try target.write { database in
        if let present = try SessionRecord.fetchOne(database, key: id) {
          guard present.started == 0 || present.started == session.started else { return 0 }
          if present.started == 0 { try session.update(database) }
        } else {
          var session = session
          try session.insert(database)
        }
        let before = try EventRecord.fetchCount(database)
        try insert(events, in: database)
        return try EventRecord.fetchCount(database) - before
      }
      report.eventsFromBackups += added
    }
    try target.write { database in
      try salvage.texts(named: []) { try insert($0, in: database) }
    }
  }

  /// Adds texts that are needed and neither the damaged file nor a backup has.
  private func supplement(with texts: [NewEvent.Text], into target: DatabaseQueue) throws {
    guard !texts.isEmpty else { return }
    try target.write { database in
      let named = try NamedTexts.uses(in: database)
      for text in texts {
        let record = TextRecord(text)
        guard named[record.digest] != nil else { continue }
        try record.insert(database, onConflict: .ignore)
      }
    }
  }

  // MARK: - What is taken, and what waits

  private mutating func insert(_ events: [Salvage.Vouched], in database: Database) throws {
    for vouched in events {
      guard case .proven = vouched.finding else {
        let name = EventName(session: vouched.event.session, number: vouched.event.seq)
        // The damaged file comes first, and what it has is what was seen last.
        if doubtful[name] == nil { doubtful[name] = vouched }
        continue
      }
      try vouched.event.insert(database, onConflict: .ignore)
    }
  }

  private mutating func insert(_ text: TextRecord, in database: Database) throws {
    if text.isIntact {
      try text.insert(database, onConflict: .ignore)
    } else {
      alteredTexts.append(text)
    }
  }

  // MARK: - The end

  private mutating func finish(_ target: DatabaseQueue) throws {
    try target.write { database in
      let altered = try keepDoubtful(in: database)
      try finishTexts(in: database)
      try database.execute(
        sql: """
          UPDATE session SET started = coalesce(
            (SELECT at FROM event WHERE event.session = session.id ORDER BY seq LIMIT 1), started)
          WHERE started = 0
          """)
      for id in try Int64.fetchAll(database, sql: "SELECT id FROM session") {
        let session = SessionID(id)
        try Chain.adopt(session, in: database)
        if let numbers = altered[id] { try note(numbers, in: session, database) }
      }
      report.sessions = try SessionRecord.fetchCount(database)
    }
  }

  /// Takes events as they are that no backup has as they were.
  ///
  /// - Returns: their numbers, by session.
  private mutating func keepDoubtful(in database: Database) throws -> [Int64: [Int]] {
    let all = doubtful.sorted {
      ($0.key.session, $0.key.number) < ($1.key.session, $1.key.number)
    }
    for (name, vouched) in all {
      let key: [String: any DatabaseValueConvertible] = [
        "session": name.session, "seq": name.number,
      ]
      guard try !EventRecord.exists(database, key: key) else { continue }
      try vouched.event.insert(database)
      let isAltered = if case .altered = vouched.finding { true } else { false }
      report.doubtful.append(
        RepairReport.Doubtful(
          session: SessionID(name.session), entry: vouched.event.entry, isAltered: isAltered))
    }
    report.events = try EventRecord.fetchCount(database)
    return Dictionary(grouping: report.doubtful, by: \.session.rawValue)
      .mapValues { $0.map(\.entry.sequence) }
  }

  private mutating func finishTexts(in database: Database) throws {
    for text in alteredTexts { try text.insert(database, onConflict: .ignore) }
    try OldTextNames.replace(in: database)
    for (digest, kinds) in try NamedTexts.uses(in: database).sorted(by: { $0.key < $1.key }) {
      guard let text = try TextRecord.fetchOne(database, key: digest) else {
        report.losses.append("a text (\(digest.prefix(12)))")
        continue
      }
      guard !kinds.contains(text.kind), let kind = kinds.first else { continue }
      try database.execute(
        sql: "UPDATE text SET kind = ? WHERE digest = ?", arguments: [kind, digest])
    }
  }

  private func note(_ numbers: [Int], in session: SessionID, _ database: Database) throws {
    var head = try SessionRecord.required(session, in: database)
    let event = try RepairNote(altered: numbers).event
    let record = EventRecord(
      session: session.rawValue, seq: head.lastSequence + 1, kind: event.kind,
      payload: event.payload, at: head.lastUsed ?? head.started
    ).linked(after: head.head ?? Chain.root)
    try record.insert(database)
    head.advance(to: record)
    try head.update(database)
  }
}
