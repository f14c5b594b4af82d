import GRDB

/// What a file turns out to be before anything in it is changed.
struct FirstLook {
  /// What a file that is no journal of this program's is refused as.
  enum Finding {
    /// Nothing has been written to it.
    case empty
    /// A journal of that version, this one's or an earlier.
    case journal(Int)
  }

  let file: JournalFile

  /// Looks through connections that can only read: at the file as it stands, and then with its log.
  func finding() throws -> Finding {
    try Retry.whileChanging(look)
  }

  private func look() throws -> Finding {
    do {
      let bare = try Connection.frozen(file).read(finding)
      guard file.hasLog else { return bare }
    } catch let error as DatabaseError where error.resultCode == .SQLITE_CORRUPT && file.hasLog {
      // The power was cut while the log was moved into the file: with its log the file is whole.
    }
    let full = try DatabaseQueue(path: file.path, configuration: Connection.readOnly)
    return try Retry.whileBusy { try full.read(finding) }
  }

  func finding(in database: Database) throws -> Finding {
    let version = try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0
    let application = try Int.fetchOne(database, sql: "PRAGMA application_id") ?? 0
    let tables = try Set(
      String.fetchAll(database, sql: "SELECT name FROM sqlite_master WHERE type = 'table'"))
    // Another process may just be making it: the list of what was done to it comes first.
    if application == 0, version == 0, tables.isSubset(of: [Schema.listOfMigrations]) {
      return .empty
    }
    guard application == JournalFormat.applicationID else {
      throw JournalError(.foreign, url: file.url)
    }
    if version > JournalFormat.version { throw JournalError(.newer(version), url: file.url) }
    guard version > 0 else { throw JournalError(.unnumbered(version), url: file.url) }
    let missing = Schema.tables(of: version).filter { !tables.contains($0) }
    if let table = missing.first {
      throw JournalError(.incomplete(table: table), url: file.url)
    }
    return .journal(version)
  }
}
