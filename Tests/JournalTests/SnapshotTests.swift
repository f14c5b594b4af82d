import Foundation
import Testing

@testable import Journal

@Suite("stored folds")
struct SnapshotTests {
  private let home = TemporaryJournal()

  @Test("the newest at or before a number is found, of the form that is asked for")
  func newest() throws {
    let session = try home.fill(20)
    let journal = try home.open()
    for number in [5, 10, 15] {
      try journal.keepSnapshot(Data([UInt8(number)]), of: session, at: number, format: 3)
    }
    #expect(try journal.snapshot(of: session, format: 3)?.sequence == 15)
    #expect(try journal.snapshot(of: session, format: 3, upTo: 14)?.payload == Data([10]))
    #expect(try journal.snapshot(of: session, format: 3, upTo: 4) == nil)
    #expect(try journal.snapshot(of: session, format: 4) == nil)
    try journal.keepSnapshot(Data([1]), of: session, at: 18, format: 4)
    #expect(try journal.snapshot(of: session, format: 3) == nil)
  }

  @Test("one that no longer agrees with the events, or was altered, is passed over")
  func disagreeing() throws {
    let session = try home.fill(20)
    let journal = try home.open()
    for number in [5, 10, 15] {
      try journal.keepSnapshot(Data([UInt8(number)]), of: session, at: number, format: 1)
    }
    try home.tamper("UPDATE snapshot SET payload = x'FF' WHERE seq = 15")
    try home.tamper("UPDATE snapshot SET digest = x'FF' WHERE seq = 10")
    #expect(try home.open().snapshot(of: session, format: 1)?.sequence == 5)
  }

  @Test("few are kept, closer together towards the end")
  func bounded() throws {
    let session = try home.fill(400)
    let journal = try home.open()
    for number in stride(from: 4, through: 400, by: 4) {
      try journal.keepSnapshot(Data([1]), of: session, at: number, format: 1)
    }
    var kept: [Int] = []
    var next = Int.max
    while let snapshot = try journal.snapshot(of: session, format: 1, upTo: next) {
      kept.append(snapshot.sequence)
      next = snapshot.sequence - 1
    }
    #expect(kept.prefix(4) == [400, 396, 392, 388])
    #expect(kept.count <= Journal.snapshotLimit)
    #expect((kept.last ?? 400) < 300)
  }
}
