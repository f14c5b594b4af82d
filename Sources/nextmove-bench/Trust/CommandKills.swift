import Foundation
import QuestionFlow

/// Import, forget and export, killed at any moment: each has happened in whole or not at all.
struct CommandKills {
  private var random: SeededRandom
  private let kills: Int
  private static let word = "the words to forget"
  private static let other = "another"
  private static let answers = 40

  /// What is killed.
  private enum Command: CaseIterable {
    case `import`
    case forget
    case export

    func arguments(importing source: String, exportingTo target: String) -> [String] {
      switch self {
      case .import: ["import", source]
      case .forget: ["forget", "answer", "energizers/q1", "--yes"]
      case .export: ["export", "--output", target]
      }
    }
  }

  init(seed: UInt64, kills: Int) {
    random = SeededRandom(seed: seed ^ 0xC0)
    self.kills = kills
  }

  mutating func run() throws -> Tally {
    var tally = Tally("killed import, forget and export")
    let source = try Self.filled(Self.other)
    let export = source.root.appendingPathComponent("export.json").path
    try source.run(["export", "--output", export])
    let template = try Self.filled(Self.word)
    let lengths = try Command.allCases.map { try Self.length(of: $0, template, export) }
    var hit = 0
    for kill in 0..<kills {
      let number = kill % Command.allCases.count
      let command = Command.allCases[number]
      let home = try template.copied()
      let file = home.root.appendingPathComponent("out.json")
      let old = Data("before".utf8)
      try old.write(to: file)
      let child = try home.start(
        command.arguments(importing: export, exportingTo: file.path))
      usleep(UInt32(lengths[number] * Double.random(in: 0.05...1, using: &random) * 1e6))
      let end = child.kill()
      if end.status == -SIGKILL { hit += 1 } else if end.status != 0 { tally.traps += 1 }
      tally.cases += 1
      try Self.judge(command, home, file, old, &tally)
    }
    tally.remarks.append("\(hit) were hit before their end, \(kills - hit) had just come to it")
    return tally
  }

  private static func judge(
    _ command: Command, _ home: TrustHome, _ file: URL, _ old: Data, _ tally: inout Tally
  ) throws {
    let saved = try home.saved()
    tally.lost += saved.faults.count
    func count(_ words: String) -> Int { saved.payloads.count { $0.contains("\"\(words)\"") } }
    let first = count("\(word) 1")
    for number in 2...answers where count("\(word) \(number)") != 1 { tally.lost += 1 }
    tally.doubled += max(0, first - 1)
    switch command {
    case .import:
      let taken = saved.payloads.count { $0.contains("\"\(other) ") }
      if first == 0 || (taken != 0 && taken != answers) { tally.lost += 1 }
    case .forget:
      // Gone from the log, it is gone from every file.
      if first == 0, try home.holds("\(word) 1\"") { tally.lost += 1 }
    case .export:
      let data = try Data(contentsOf: file)
      if first == 0 || (data != old && (try? JSONSerialization.jsonObject(with: data)) == nil) {
        tally.lost += 1
      }
    }
  }

  /// Seconds that a command takes where nobody kills it; the shorter of two times.
  private static func length(of command: Command, _ template: TrustHome, _ export: String) throws
    -> Double
  {
    try (0..<2).map { _ in
      let home = try template.copied()
      let target = home.root.appendingPathComponent("out.json").path
      let start = ContinuousClock.now
      let end = try home.run(command.arguments(importing: export, exportingTo: target))
      guard end.status == 0 else { throw TrustFailure("A command fails before it is killed.") }
      return (.now - start) / .seconds(1)
    }.min() ?? 0
  }

  /// A home with some answers.
  private static func filled(_ word: String) throws -> TrustHome {
    let home = try TrustHome()
    let child = try home.start([], at: .pipes)
    let lines = (1...answers).map { "\(word) \($0)" } + ["/quit", ""]
    child.send(lines.joined(separator: "\n"))
    while child.receive(milliseconds: 30_000) != nil {}
    guard child.wait().status == 0 else { throw TrustFailure("The program does not start.") }
    return home
  }
}
