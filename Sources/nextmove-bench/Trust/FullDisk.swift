import Foundation
import QuestionFlow

/// A disk that fills while entries are logged: what was acknowledged with status 0 is there once.
struct FullDisk {
  private var random: SeededRandom
  private let rounds: Int

  init(seed: UInt64, rounds: Int) {
    random = SeededRandom(seed: seed ^ 0xD15C)
    self.rounds = rounds
  }

  mutating func run() throws -> Tally {
    var tally = Tally("full disk")
    var refused = 0
    var isReal = true
    for round in 0..<rounds {
      let home = try TrustHome()
      try FileManager.default.createDirectory(at: home.data, withIntermediateDirectories: true)
      let kilobytes = Int.random(in: 200...900, using: &random)
      let disk = try mount(home, kilobytes: kilobytes)
      isReal = isReal && disk
      defer { if disk { unmount(home) } }
      var acknowledged: [String] = []
      var failures = 0
      // Past the first refusal it is tried again, as people do.
      for number in 0..<400 where failures < 3 {
        let text = "entry \(round) \(number) " + String(repeating: "word ", count: 4000)
        let words = ["log", text, "+1"]
        let end = try disk ? home.run(words) : limited(home, words, kilobytes: kilobytes)
        if end.status == 0 {
          acknowledged.append("entry \(round) \(number) ")
        } else {
          failures += 1
        }
        if end.status < 0 { tally.traps += 1 }
      }
      refused += failures
      tally.cases += 1
      let saved = try home.saved()
      tally.lost += saved.faults.count
      for text in acknowledged {
        let count = saved.payloads.count { $0.contains(text) }
        if count == 0 { tally.lost += 1 }
        if count > 1 { tally.doubled += 1 }
      }
    }
    tally.remarks = [
      "\(refused) entries were refused; "
        + (isReal
          ? "a tmpfs of 200 to 900 kB, really full"
          : "no tmpfs may be mounted here: a limit on the size of files stood in for it")
    ]
    return tally
  }

  private func mount(_ home: TrustHome, kilobytes: Int) throws -> Bool {
    guard getuid() == 0, access("/usr/bin/mount", X_OK) == 0 else { return false }
    let options = "size=\(kilobytes)k,mode=700"
    return try Child(
      "/usr/bin/mount", ["-t", "tmpfs", "-o", options, "tmpfs", home.data.path], environment: [:]
    ).wait().status == 0
  }

  private func unmount(_ home: TrustHome) {
    _ = try? Child("/usr/bin/umount", [home.data.path], environment: [:]).wait()
  }

  private func limited(_ home: TrustHome, _ words: [String], kilobytes: Int) throws -> Child.End {
    let script = "trap '' XFSZ; ulimit -f \(kilobytes * 2); exec \"$0\" \"$@\""
    return try Child(
      "/bin/sh", ["-c", script, TrustHome.program] + words, environment: home.environment
    ).wait()
  }
}
