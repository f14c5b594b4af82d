import Foundation
import GRDB
import struct QuestionFlow.SeededRandom
import Testing
import TestSupport

@testable import Journal

@Suite("several processes at one journal", .serialized)
struct ProcessTests {
  private let home = TemporaryJournal()

  private static let program: String = {
    let tester = URL(fileURLWithPath: CommandLine.arguments.first ?? "")
    for folder in [tester.deletingLastPathComponent(), Bundle.main.bundleURL] {
      let program = folder.appendingPathComponent("JournalWriter").path
      if access(program, X_OK) == 0 { return program }
    }
    return ".build/debug/JournalWriter"
  }()

  private func start(_ name: String, session: SessionID, count: Int, seed: Int) throws -> (
    Process, URL
  ) {
    let ledger = home.root.appendingPathComponent("ledger-\(name)")
    try Data().write(to: ledger)
    let process = try ChildProcess.start(
      Self.program, [home.url.path, session.description, "\(count)", "\(seed)", name],
      output: FileHandle(forWritingTo: ledger))
    return (process, ledger)
  }

  /// Holds what was acknowledged against what is there.
  private func check(_ ledgers: [URL], session: SessionID) throws -> Int {
    let journal = try home.open()
    let there = Dictionary(
      try journal.entries(of: session).map {
        ($0.sequence, String(decoding: $0.payload, as: UTF8.self))
      }, uniquingKeysWith: { $0 + $1 })
    var acknowledged = 0
    for ledger in ledgers {
      // A process that was killed may have written its last line in part.
      let text = try String(contentsOf: ledger, encoding: .utf8)
      for line in text.split(separator: "\n", omittingEmptySubsequences: false).dropLast() {
        let words = line.split(separator: " ")
        acknowledged += 1
        #expect(there[Int(words[0]) ?? 0] == "\"\(words[1])\"")
      }
    }
    #expect(Set(there.values).count == there.count)
    #expect(try journal.faults() == [])
    return acknowledged
  }

  @Test("eight processes that save twelve events each at once are all served")
  func eight() throws {
    let session = try home.fill(0)
    let writers = try (1...8).map {
      try start("w\($0)", session: session, count: 12, seed: $0)
    }
    for (process, _) in writers { process.waitUntilExit() }
    #expect(writers.allSatisfy { $0.0.terminationStatus == 0 })
    #expect(try check(writers.map(\.1), session: session) == 96)
    #expect(try home.open().sessions().map(\.length) == [96])
  }

  @Test("two processes that open, read, close and write by turns lose and double nothing")
  func interleaved() throws {
    let session = try home.fill(0)
    var ledgers: [URL] = []
    for round in 1...12 {
      let pair = try [1, 2].map {
        try start("r\(round)p\($0)", session: session, count: 15, seed: round * 10 + $0)
      }
      for (process, _) in pair {
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
      }
      ledgers += pair.map(\.1)
    }
    #expect(try check(ledgers, session: session) == 360)
  }

  @Test("what a killed process had acknowledged is there, and no event twice")
  func killed() throws {
    let session = try home.fill(0)
    var random = SeededRandom(seed: 3)
    var ledgers: [URL] = []
    for round in 1...20 {
      let (process, ledger) = try start("k\(round)", session: session, count: 10_000, seed: round)
      // Killed after a number of acknowledged events, whenever these have come.
      let enough = 3 + Int(random.next() % 25)
      while try String(contentsOf: ledger, encoding: .utf8).split(separator: "\n").count < enough {
        guard process.isRunning else { break }
        usleep(500)
      }
      kill(process.processIdentifier, SIGKILL)
      process.waitUntilExit()
      ledgers.append(ledger)
    }
    #expect(try check(ledgers, session: session) >= 60)
  }
}
