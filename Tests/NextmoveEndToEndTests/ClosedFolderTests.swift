import Foundation
import TestSupport
import Journal
import Testing

@Suite("folders that modes close to their owner", .waiting)
struct ClosedFolderTests {
  private let home: TemporaryHome
  private var backups: URL { home.data.appendingPathComponent("backups") }

  init() throws {
    home = try TemporaryHome()
    #expect(
      try Binary.run([], home: home, input: "a day at the bench\nmending it\n").status == 3)
    // The first backup was made with the first event; the next is to have the answers.
    try FileManager.default.removeItem(at: home.data.appendingPathComponent("backups"))
    #expect(try Binary.run(["log", "a walk", "+1"], home: home).status == 0)
  }

  private func holdsWords() throws -> Bool {
    try FileManager.default.subpathsOfDirectory(atPath: home.data.path).contains { name in
      let data = try? Data(contentsOf: home.data.appendingPathComponent(name))
      return data?.range(of: Data("a day at the bench".utf8)) != nil
    }
  }

  @Test(
    "a forgotten answer is gone from copies once their folder may be written to",
    arguments: [0o500, 0o000])
  func forgotten(mode: mode_t) throws {
    #expect(try holdsWords())
    chmod(backups.path, mode)
    guard
      let result = try Binary.runAsPlainUser(["forget", "answer", "good_day", "--yes"], home: home)
    else { return }
    #expect(
      result.output.replacing("\n", with: " ").contains(
        "copies that may hold it could not be removed"))
    let doctor = try Binary.runAsPlainUser(["doctor"], home: home)
    #expect(doctor?.output.contains("bytes of something forgotten are still in") == true)
    chmod(backups.path, 0o700)
    #expect(try holdsWords())
    #expect(try Binary.runAsPlainUser(["sessions"], home: home)?.status == 0)
    #expect(try !holdsWords())
    #expect(try Binary.runAsPlainUser(["doctor"], home: home)?.status == 0)
  }

  @Test("one that may be entered and not listed is read, and said to be so")
  func unlisted() throws {
    chmod(home.data.path, 0o100)
    defer { chmod(home.data.path, 0o700) }
    guard let doctor = try Binary.runAsPlainUser(["doctor"], home: home) else { return }
    #expect(!doctor.output.contains("may not be entered"))
    #expect(doctor.output.contains("may be entered and not listed"))
    #expect(try Binary.runAsPlainUser(["export"], home: home)?.status == 0)
  }

  @Test("one that may not be entered is said to be so, by what reads too")
  func closed() throws {
    chmod(home.data.path, 0o000)
    defer { chmod(home.data.path, 0o700) }
    guard let exported = try Binary.runAsPlainUser(["export"], home: home) else { return }
    #expect(exported.status == 3)
    #expect(exported.error.contains("may not be entered, so nothing in it can be read"))
    let doctor = try Binary.runAsPlainUser(["doctor"], home: home)
    #expect(doctor?.output.contains("may not be entered") == true)
  }

  @Test("an answer that is forgotten on a disk without room is said to be forgotten")
  func noRoom() throws {
    // Far more in the file than a copy of it may have.
    let journal = try Journal(at: home.database)
    let session = try #require(try journal.sessions().first)
    let words = String(repeating: "x", count: 2000)
    for number in 1...300 {
      let payload = #"{"day":"2027-01-15","id":\#(number),"level":1,"text":"\#(words)"}"#
      try journal.append(to: session.id, knowing: 0, at: Date()) { _ in
        NewEvent(kind: "logged", payload: Data(payload.utf8))
      }
    }
    journal.close()
    let result = try Binary.process(
      ["-c", "trap '' XFSZ; ulimit -f 300; exec \"$0\" forget answer good_day --yes", Binary.path],
      program: "/bin/bash", home: home)
    #expect(result.status == 0, "\(result.error)")
    #expect(!result.error.contains("Nothing was changed"))
    #expect(result.output.replacing("\n", with: " ").contains("no command shows it any more"))
    #expect(try !Binary.run(["answers"], home: home).output.contains("a day at the bench"))
    #expect(try !holdsWords())
  }
}
