import Foundation

/// Eight processes that log at once, one entry after the other: each is served, and each entry has a number
/// of its own.
struct ManyWriters {
  private static let writers = 8

  /// How many entries each of them logs.
  let entries: Int

  func run() throws -> Tally {
    var tally = Tally("entries logged by \(Self.writers) processes at once")
    let home = try TrustHome()
    try home.run(["log", "the first", "0"])
    var (next, running) = ([Int](repeating: 0, count: Self.writers), [Int: Child]())
    while true {
      for writer in 0..<Self.writers where running[writer] == nil && next[writer] < entries {
        running[writer] = try home.start(["log", Self.text(writer, next[writer]), "+1"])
        next[writer] += 1
      }
      if running.isEmpty { break }
      for (writer, child) in running {
        guard let end = child.ended() else { continue }
        running[writer] = nil
        tally.cases += 1
        tally.megabytes = max(tally.megabytes, end.megabytes)
        if end.status < 0 { tally.traps += 1 }
        if end.status > 0 { tally.lost += 1 }
      }
      usleep(1_000)
    }
    let saved = try home.saved()
    tally.lost += saved.faults.count
    for writer in 0..<Self.writers {
      for number in 0..<entries {
        let text = "\"\(Self.text(writer, number))\""
        let count = saved.payloads.count { $0.contains(text) }
        if count == 0 { tally.lost += 1 }
        if count > 1 { tally.doubled += 1 }
      }
    }
    return tally
  }

  private static func text(_ writer: Int, _ number: Int) -> String { "entry \(writer)-\(number)" }
}
