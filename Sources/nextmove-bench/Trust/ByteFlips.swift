import Foundation
import Journal
import QuestionFlow

/// A journal with one byte altered: it reads as before, or the difference is told.
struct ByteFlips: CaseMeasure {
  private static let text =
    "script: flipped\ntitle: Flipped\n" + String(repeating: "# words\n", count: 400)

  private let folder: URL
  private let bytes: [UInt8]
  private let last: Data
  private let whole: Reading

  private struct Reading: Equatable {
    /// Each with its number, kind and time.
    var entries: [[Data]] = []
    var text: String?
  }

  init(folder: URL) throws {
    self.folder = folder
    let home = folder.appendingPathComponent("whole")
    let url = home.appendingPathComponent("nextmove.sqlite")
    let journal = try Journal(at: url)
    let noon = Date(timeIntervalSince1970: 1_800_000_000)
    let session = try journal.startSession(name: "spring", at: noon).id
    for number in 1...120 {
      let payload = Data(
        "\"answer \(number) \(String(repeating: "word ", count: number % 40))\"".utf8)
      try journal.append(
        NewEvent(
          kind: "test", payload: payload,
          texts: number == 1 ? [.init(Self.text, kind: "script")] : []),
        to: session, after: number - 1, at: noon)
    }
    whole = try Self.read(journal)
    journal.close()
    bytes = Array(try Data(contentsOf: url))
    last = (try? Data(contentsOf: URL(fileURLWithPath: url.path + "-last"))) ?? Data()
  }

  private static func read(_ journal: Journal) throws -> Reading {
    var reading = Reading()
    for session in try journal.sessions() {
      reading.entries += try journal.entries(of: session.id).map {
        [Data("\($0.sequence) \($0.kind) \($0.at.timeIntervalSince1970)".utf8), $0.payload]
      }
    }
    reading.text = try journal.text(digest: Journal.digest(of: text))
    return reading
  }

  mutating func run(_ number: Int, _ random: inout SeededRandom) throws -> CaseOutcome {
    var flipped = bytes
    let place = Int.random(in: 0..<flipped.count, using: &random)
    flipped[place] ^= UInt8.random(in: 1...255, using: &random)
    let home = folder.appendingPathComponent("flip-\(number)")
    try FileManager.default.createDirectory(at: home, withIntermediateDirectories: true)
    defer { try? FileManager.default.removeItem(at: home) }
    let url = home.appendingPathComponent("nextmove.sqlite")
    try Data(flipped).write(to: url)
    try last.write(to: URL(fileURLWithPath: url.path + "-last"))
    var outcome = CaseOutcome()
    do {
      let journal = try Journal(at: url)
      let isTold = try !journal.faults().isEmpty
      let isSame = try Self.read(journal) == whole
      if isTold { outcome.told = 1 } else if !isSame { outcome.lost = 1 }
    } catch {
      outcome.told = 1
    }
    return outcome
  }
}
