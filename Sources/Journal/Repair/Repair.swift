package import Foundation
import GRDB
package import Phrases

/// What a repair has saved, and what it could not.
package struct RepairReport: Sendable {
  /// How many sessions there are now.
  package internal(set) var sessions = 0
  /// How many events there are now.
  package internal(set) var events = 0
  /// How many of these were taken from a backup, because the damaged file did not have them any more.
  package internal(set) var eventsFromBackups = 0
  /// What could not be read, such as “entries 3–5 of session 1”.
  package internal(set) var losses: [Phrase] = []
  /// Where the damaged file is now.
  package let damaged: URL
}

extension Journal {
  /// Saves what can be read of a damaged journal into a new one in its place.
  ///
  /// The damaged file is kept in the folder `damaged` beside it. What it has lost is taken from backups
  /// where these have it. Nothing in the path's file may be open in this process.
  package static func repair(at url: URL, time: Date) throws(JournalError) -> RepairReport {
    let file = JournalFile(url: url)
    guard file.exists else { throw JournalError(.empty, url: url) }
    try file.requireReadable()
    try file.requireWritableFolder()
    guard SessionHold.isFree(file) else { throw JournalError(.busy, url: url) }
    let copies = DamagedCopies(of: file)
    do {
      var repair = Repair(file: file, report: RepairReport(damaged: copies.place(at: time)))
      let new = try repair.build()
      try copies.take(to: repair.report.damaged)
      LastWord.remove(beside: file)
      guard rename(new, file.path) == 0 else {
        throw JournalError(.directoryNotWritable(file.folder.path), url: url)
      }
      return repair.report
    } catch {
      throw JournalError.wrapping(error, url: url)
    }
  }
}

/// Damaged journals that were kept when they were repaired.
struct DamagedCopies {
  static let folderName = "damaged"

  let file: JournalFile
  let folder: String

  init(of file: JournalFile) {
    self.file = file
    folder = file.folder.appendingPathComponent(Self.folderName).path
  }

  /// Where the next one goes.
  func place(at time: Date) -> URL {
    let name = "\(folder)/nextmove-\(Backups.stamp(time))"
    var path = "\(name).sqlite"
    var number = 2
    while JournalFile.mode(of: path) != nil {
      path = "\(name)-\(number).sqlite"
      number += 1
    }
    return URL(fileURLWithPath: path)
  }

  /// Moves the journal there, with what was written ahead.
  func take(to place: URL) throws(JournalError) {
    guard mkdir(folder, 0o700) == 0 || errno == EEXIST, rename(file.path, place.path) == 0 else {
      throw JournalError(.directoryNotWritable(folder), url: file.url)
    }
    for suffix in ["-wal", "-shm"] { rename(file.path + suffix, place.path + suffix) }
  }

  /// The names of those there are.
  var names: [String] { Folder.names(in: folder).filter { $0.hasSuffix(".sqlite") } }

  /// Takes all of them away.
  func removeAll() {
    for name in Folder.names(in: folder) { unlink("\(folder)/\(name)") }
    rmdir(folder)
  }
}

/// The making of a new journal from a damaged one and the backups.
private struct Repair {
  let file: JournalFile
  var report: RepairReport

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
      try target.write { database in
        var session = session
        try session.insert(database)
        let reach = known?.session.rawValue == id ? known?.sequence ?? 0 : 0
        try salvage.events(of: id, reaching: reach) { try $0.insert(database, onConflict: .ignore) }
      }
    }
    let named = try target.read { database in
      let payloads = try Data.fetchCursor(
        database, sql: "SELECT payload FROM event WHERE kind IN ('opened', 'migrated', 'checked')")
      var named: Set<String> = []
      while let payload = try payloads.next() {
        named.formUnion(Hex.digests(in: String(decoding: payload, as: UTF8.self)))
      }
      return named
    }
    try target.write { database in
      try salvage.texts(named: named) { try $0.insert(database, onConflict: .ignore) }
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

  /// Adds what a backup has and the damaged file has no more. What was forgotten is in no backup.
  private mutating func supplement(from path: String, into target: DatabaseQueue) throws {
    guard let source = try? Connection.frozen(JournalFile(url: URL(fileURLWithPath: path))) else {
      return
    }
    var salvage = Salvage(source)
    for session in salvage.sessions() {
      guard let id = session.id, id > 0 else { continue }
      report.eventsFromBackups += try target.write { database in
        if let present = try SessionRecord.fetchOne(database, key: id) {
          guard present.started == 0 || present.started == session.started else { return 0 }
          if present.started == 0 { try session.update(database) }
        } else {
          var session = session
          try session.insert(database)
        }
        let before = try Int.fetchOne(database, sql: "SELECT count(*) FROM event") ?? 0
        try salvage.events(of: id, reaching: 0) { try $0.insert(database, onConflict: .ignore) }
        return (try Int.fetchOne(database, sql: "SELECT count(*) FROM event") ?? 0) - before
      }
    }
    try target.write { database in
      try salvage.texts(named: []) { try $0.insert(database, onConflict: .ignore) }
    }
  }

  private mutating func finish(_ target: DatabaseQueue) throws {
    try target.write { database in
      try OldTextNames.replace(in: database)
      try database.execute(
        sql: """
          UPDATE session SET started = coalesce(
            (SELECT at FROM event WHERE event.session = session.id ORDER BY seq LIMIT 1), started)
          WHERE started = 0
          """)
      for id in try Int64.fetchAll(database, sql: "SELECT id FROM session") {
        try Chain.adopt(SessionID(id), in: database)
        // Drafts and folds aside, numbers of what was lost are not given out again.
      }
      report.sessions = try SessionRecord.fetchCount(database)
      report.events = try EventRecord.fetchCount(database)
    }
  }
}
