internal import Foundation
internal import QuestionFlow

/// Import, forget and export, killed at any moment: each has happened in whole or not at all.
struct CommandKills {
  private var random: SeededRandom
  private let kills: Int
  private static let word = "the words to forget"

  init(seed: UInt64, kills: Int) {
    random = SeededRandom(seed: seed ^ 0xC0)
    self.kills = kills
  }

  mutating func run() throws -> Tally {
    var tally = Tally("killed import, forget and export")
    let source = try filled("another")
    let export = source.root.appendingPathComponent("export.json").path
    try source.run(["export", "--output", export])
    var ended = 0
    for kill in 0..<kills {
      let home = try filled(Self.word)
      let file = home.root.appendingPathComponent("out.json")
      let old = Data("before".utf8)
      try old.write(to: file)
      let commands = [
        ["import", export], ["forget", "answer", "energizers/q1", "--yes"],
        ["export", "--output", file.path],
      ]
      let child = try home.start(commands[kill % 3])
      usleep(UInt32.random(in: 0...250_000, using: &random))
      let end = child.kill()
      if end.status == 0 { ended += 1 } else if end.status != -SIGKILL { tally.traps += 1 }
      tally.cases += 1
      let saved = try home.saved()
      tally.lost += saved.faults.count
      let kept = saved.payloads.count { $0.contains("\"\(Self.word) 1\"") }
      let second = saved.payloads.count { $0.contains("\"\(Self.word) 2\"") }
      tally.lost += second == 0 ? 1 : 0
      tally.doubled += max(0, second - 1) + max(0, kept - 1)
      switch kill % 3 {
      case 0:
        let taken = saved.payloads.count { $0.contains("\"another ") }
        if kept == 0 || (taken != 0 && taken != 2) { tally.lost += 1 }
      case 1:
        // Gone from the log, it is gone from every file.
        if kept == 0, try home.holds("\(Self.word) 1") { tally.lost += 1 }
      default:
        let data = try Data(contentsOf: file)
        if kept == 0 || (data != old && (try? JSONSerialization.jsonObject(with: data)) == nil) {
          tally.lost += 1
        }
      }
    }
    tally.remarks.append("\(ended) had come to their end before the signal")
    return tally
  }

  /// A home with two answers.
  private func filled(_ word: String) throws -> TrustHome {
    let home = try TrustHome()
    let child = try home.start([], conversing: true)
    child.send("\(word) 1\n\(word) 2\n/quit\n")
    while child.receive(milliseconds: 30_000) != nil {}
    guard child.wait().status == 0 else { throw TrustFailure("The program does not start.") }
    return home
  }
}
