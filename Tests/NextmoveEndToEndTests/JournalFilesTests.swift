import Foundation
import Journal
import Testing
import TestSupport

@Suite("the file with the answers, under the whole program", .waiting)
struct JournalFilesTests {
  private let home: TemporaryHome

  init() throws { home = try TemporaryHome() }

  /// Starts the program without waiting for it.
  private func start(_ arguments: [String]) throws -> Process {
    try ChildProcess.start(Binary.path, arguments, environment: home.environment)
  }

  private func sound() throws -> Bool {
    try Journal(at: home.database, reading: true).faults() == []
  }

  private func logged() throws -> [String] {
    let output = try Binary.run(["log", "--json"], home: home).output
    struct Log: Decodable {
      struct Entry: Decodable { let id: Int, text: String }
      let entries: [Entry]
    }
    let entries = try JSONDecoder().decode(Log.self, from: Data(output.utf8)).entries
    #expect(Set(entries.map(\.id)).count == entries.count)
    return entries.map(\.text)
  }

  @Test("of several processes at a new home none is refused, and they begin one session")
  func severalAtOnce() async throws {
    let home = try TemporaryHome()
    let statuses = try await withThrowingTaskGroup(of: Int32.self) { group in
      for number in 1...6 {
        group.addTask { try Binary.process(["log", "walk \(number)", "+1"], home: home).status }
      }
      return try await group.reduce(into: []) { $0.append($1) }
    }
    #expect(statuses == [Int32](repeating: 0, count: 6))
    let sessions = try Journal(at: home.database, reading: true).sessions()
    #expect(sessions.map(\.length) == [6])
  }

  @Test("eight windows that log at once are all served, each entry with a number of its own")
  func eight() throws {
    #expect(try Binary.run(["log", "the first", "+1"], home: home).status == 0)
    // “nextmove-bench trust” has each of them log twelve times.
    for round in 1...2 {
      let writers = try (1...8).map { try start(["log", "entry \(round) \($0)", "+1"]) }
      for writer in writers { writer.waitUntilExit() }
      #expect(writers.allSatisfy { $0.terminationStatus == 0 })
    }
    #expect(try Set(logged()).count == 17)
    #expect(try sound())
  }

  @Test("commands at home while a second terminal writes destroy nothing and lose nothing")
  func twoTerminals() throws {
    let terminal = try PseudoTerminal([], home: home)
    try terminal.answer(Dialogue.goodDay)
    try terminal.answer("/home")
    try terminal.answer("people", at: "nextmove> ")
    #expect(try Binary.run(["sessions"], home: home).status == 0)
    #expect(try Binary.run(["log", "x", "+1"], home: home).status == 0)
    try terminal.answer("log y -1", at: "nextmove> ")
    try terminal.answer("", at: "nextmove> ")
    try terminal.answer("the dial of a tower clock")
    try terminal.waitFor("question 3 of about 12")
    #expect(try Binary.run(["log", "z", "+2"], home: home).status == 0)
    #expect(try Binary.run(["log"], home: home).status == 0)
    try terminal.answer("/quit")
    _ = try terminal.waitForExit()
    #expect(try logged().sorted() == ["x", "y", "z"])
    #expect(try home.savedAnswer("good_day") != nil)
    #expect(try Binary.run(["export"], home: home).output.contains("the dial of a tower clock"))
    #expect(try sound())
  }

  @Test(
    "reading commands work on a file that may not be written to, and the conversation says why not")
  func readOnly() throws {
    #expect(try Binary.process(["log", "the first", "+1"], home: home).status == 0)
    chmod(home.database.path, 0o400)
    for command in [
      ["sessions"], ["profile"], ["log"], ["people"], ["round"], ["report"],
      ["export"],
    ] {
      let result = try Binary.process(command, home: home)
      #expect(result.status == 0, "\(command): \(result.error)")
    }
    for command in [[], ["log", "another", "+1"], ["import", "-"]] {
      let result = try Binary.process(command, home: home)
      #expect(result.status == 3)
      #expect(result.error.contains("cannot be written to, so nothing would be saved"))
    }
  }

  @Test("an older copy that was put back is told of on opening, and by doctor")
  func olderCopy() throws {
    #expect(try Binary.run(["log", "the first", "+1"], home: home).status == 0)
    let copy = home.url.appendingPathComponent("copy.sqlite")
    try FileManager.default.copyItem(at: home.database, to: copy)
    #expect(try Binary.run(["log", "the second", "+1"], home: home).status == 0)
    for suffix in ["-wal", "-shm"] { unlink(home.database.path + suffix) }
    #expect(rename(copy.path, home.database.path) == 0)
    let words = "the last one saved, is not in the file"
    let doctor = try Binary.run(["doctor"], home: home)
    #expect(doctor.status == 3)
    #expect(doctor.output.replacing("\n    ", with: " ").contains(words))
    let opened = try Binary.run([], home: home)
    #expect(opened.output.replacing("\n", with: " ").contains(words))
  }

  /// A journal of version 2 with so many moments logged.
  private static let earlier = """
    import sqlite3, sys
    journal = sqlite3.connect(sys.argv[1])
    journal.executescript('''
      CREATE TABLE session (
        id INTEGER PRIMARY KEY AUTOINCREMENT, name TEXT, started REAL NOT NULL);
      CREATE TABLE event (
        session INTEGER NOT NULL REFERENCES session (id), seq INTEGER NOT NULL,
        kind TEXT NOT NULL, payload BLOB NOT NULL, at REAL NOT NULL,
        PRIMARY KEY (session, seq)) WITHOUT ROWID;
      CREATE TABLE text (
        digest TEXT PRIMARY KEY, kind TEXT NOT NULL, content TEXT NOT NULL) WITHOUT ROWID;
      CREATE TABLE draft (
        session INTEGER NOT NULL REFERENCES session (id), place TEXT NOT NULL,
        content TEXT NOT NULL, at REAL NOT NULL, PRIMARY KEY (session, place)) WITHOUT ROWID;
      PRAGMA application_id = 0x6E786D76; PRAGMA user_version = 2;
      INSERT INTO session (started) VALUES (1800000000);
    ''')
    for number in range(1, 601):
      payload = '{"day":"2027-01-15","id":%d,"level":1,"text":"moment %d"}' % (number, number)
      journal.execute(
        "INSERT INTO event VALUES (1, ?, 'logged', ?, 1800000000)", (number, payload.encode()))
    journal.commit()
    """

  @Test("a long journal of an earlier version has a stored fold as soon as it is upgraded")
  func upgraded() throws {
    try FileManager.default.createDirectory(at: home.data, withIntermediateDirectories: true)
    let made = try Binary.process(
      ["-c", Self.earlier, home.database.path], program: "/usr/bin/python3", home: home)
    try #require(made.status == 0, "\(made.error)")
    // A command that reads no session, and so stores no fold of one.
    #expect(try Binary.run(["import", "/dev/null"], home: home).status == 3)
    let journal = try Journal(at: home.database, reading: true)
    let folds = try (1...9).compactMap { try journal.snapshot(of: SessionID(1), format: $0) }
    #expect(folds.map(\.sequence) == [600])
    #expect(try logged().count == 600)
  }

  @Test("files that killed programs left are named by doctor, and swept at the next start")
  func leftovers() throws {
    #expect(try Binary.run(["log", "the first", "+1"], home: home).status == 0)
    let left = home.data.appendingPathComponent(".nextmove-1abc.tmp")
    let edited = home.data.appendingPathComponent("editing/0")
    func leave() throws {
      try Data("half".utf8).write(to: left)
      try FileManager.default.createDirectory(at: edited, withIntermediateDirectories: true)
    }
    try leave()
    let doctor = try Binary.run(["doctor", "--json"], home: home)
    #expect(doctor.status == 3)
    for place in [left, edited] { #expect(doctor.output.contains(place.path)) }
    #expect(try Binary.process(["sessions"], home: home).status == 0)
    for place in [left, edited] { #expect(!FileManager.default.fileExists(atPath: place.path)) }
    try leave()
    let repaired = try Binary.run(["doctor", "--repair"], home: home)
    #expect(repaired.status == 0, "\(repaired.output)")
    for place in [left, edited] { #expect(!FileManager.default.fileExists(atPath: place.path)) }
  }

  @Test("doctor --repair saves what can be read, keeps the damaged file, and says so")
  func repair() throws {
    for number in 1...3 {
      #expect(try Binary.run(["log", "entry \(number)", "+1"], home: home).status == 0)
    }
    #expect(try Binary.run(["doctor"], home: home).status == 0)
    let handle = try FileHandle(forUpdating: home.database)
    try handle.write(contentsOf: Data("no database at all".utf8))
    try handle.close()
    #expect(try Binary.run(["doctor"], home: home).status == 3)
    let result = try Binary.run(["doctor", "--repair"], home: home)
    #expect(result.status == 0, "\(result.output)")
    #expect(result.output.contains("The damaged file is kept as"))
    #expect(try logged().count == 3)
  }
}
