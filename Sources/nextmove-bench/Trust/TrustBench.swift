import ArgumentParser
import Foundation

/// `nextmove-bench trust`: whether what people write here is safe with the program.
struct TrustBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "trust",
    abstract: "Kill it, cut its power, damage its files, fill its disk, feed it noise.",
    discussion: """
      The whole is 1,000 killed conversations, 300 killed commands, 100 times two windows at one journal, \
      96 entries logged by eight processes, 400 power cuts, 500 flipped bytes, 20 full disks and 1,000,000 \
      fuzz cases. Exits with status 1 where anything is lost, doubled, trapped or hanging, where a case \
      takes more than a second of processor time, and where more than 200 MB are held.
      """)

  enum Part: String, ExpressibleByArgument, CaseIterable {
    case kills, windows, power, flips, disk, fuzz
  }

  @Option(help: "Where the random numbers begin.") var seed: UInt64 = 1
  @Option(help: "Run so large a part of it, such as 0.01.") var scale = 1.0
  @Option(help: "Run one part alone.") var only: Part?

  func validate() throws {
    guard scale > 0, scale <= 100 else {
      throw ValidationError("The scale is above 0 and at most 100, such as 0.01.")
    }
  }

  func run() throws {
    guard access(TrustHome.program, X_OK) == 0 else {
      throw ValidationError("“\(TrustHome.program)” is missing; run “swift build” first.")
    }
    OutputLine.print("seed \(seed), scale \(scale)")
    var isSound = true
    for part in Part.allCases where only == nil || only == part {
      for measure in measures(part) {
        let start = Date()
        let tally = try measure()
        OutputLine.print(tally.line + String(format: " [%.0f s]", Date().timeIntervalSince(start)))
        isSound = isSound && tally.isSound
      }
    }
    guard isSound else { throw ExitCode(1) }
  }

  private func measures(_ part: Part) -> [() throws -> Tally] {
    func scaled(_ whole: Int) -> Int { max(1, Int((Double(whole) * scale).rounded())) }
    let seed = seed
    switch part {
    case .kills:
      return [
        {
          var kills = ConversationKills(seed: seed, kills: scaled(1_000))
          return try kills.run()
        },
        {
          var kills = CommandKills(seed: seed, kills: max(3, scaled(300)))
          return try kills.run()
        },
      ]
    case .windows:
      return [
        {
          var windows = TwoWindows(seed: seed, rounds: max(2, scaled(100)))
          return try windows.run()
        },
        { try ManyWriters(entries: scaled(12)).run() },
      ]
    case .power: return [CaseRun(kind: .power, seed: seed, cases: scaled(400)).run]
    case .flips: return [CaseRun(kind: .flips, seed: seed, cases: scaled(500)).run]
    case .disk:
      return [
        {
          var disk = FullDisk(seed: seed, rounds: scaled(20))
          return try disk.run()
        }
      ]
    case .fuzz: return [CaseRun(kind: .fuzz, seed: seed, cases: scaled(1_000_000)).run]
    }
  }
}
