import Foundation
import QuestionFlow

/// A conversation at a terminal, with commands typed at home, while commands of a second terminal read and
/// write the same journal: nothing is turned away, lost or doubled, and the file stays sound.
struct TwoWindows {
  private var random: SeededRandom
  private let rounds: Int
  private static let steps = 12

  /// One step of either side.
  private enum Step {
    case answer
    case home(String)
    case command([String])
    case log
    /// A command that runs while the conversation takes its next step.
    case beside([String])
  }

  /// What destroyed journals once.
  private static let known: [[Step]] = [
    [
      .answer, .home("people"), .command(["sessions"]), .log, .answer, .log, .command(["log"]),
    ],
    [
      .answer, .home("sessions"), .log, .home("log"), .log, .answer, .beside(["sessions"]), .answer,
    ],
  ]

  init(seed: UInt64, rounds: Int) {
    random = SeededRandom(seed: seed ^ 0x2)
    self.rounds = rounds
  }

  mutating func run() throws -> Tally {
    var tally = Tally("two windows at one journal")
    var saved = 0
    for round in 0..<rounds {
      let steps =
        Self.known.indices.contains(round)
        ? Self.known[round] : (0..<Self.steps).map { _ in step() }
      saved += try play(steps, round, &tally)
    }
    tally.remarks.append("\(saved) answers and entries were acknowledged")
    return tally
  }

  private mutating func step() -> Step {
    let reading = [["sessions"], ["log"], ["people"], ["profile"], ["export"]]
    let atHome = ["people", "sessions", "log", "people add Rosa", "profile", "round"]
    return switch Int.random(in: 0..<10, using: &random) {
    case 0...2: .answer
    case 3...4: .home(atHome.randomElement(using: &random) ?? "people")
    case 5: .command(reading.randomElement(using: &random) ?? ["sessions"])
    case 6...7: .beside(reading.randomElement(using: &random) ?? ["sessions"])
    default: .log
    }
  }

  /// - Returns: how much was acknowledged.
  private func play(_ steps: [Step], _ round: Int, _ tally: inout Tally) throws -> Int {
    let home = try TrustHome()
    let window = try Window(at: home)
    var ledger: [String] = []
    var beside: [Child] = []
    for (number, step) in steps.enumerated() {
      let words = "words \(round)-\(number)."
      switch step {
      case .answer:
        if window.isHome { try window.goOn() }
        try window.answer(words)
        ledger.append(words)
      case .home(let command):
        if !window.isHome { try window.goHome() }
        try window.run(command)
        // What is typed at home is kept like what is typed elsewhere.
        try window.run("log '\(words)' +1")
        ledger.append(words)
      case .command(let arguments): try settle(home.start(arguments), &tally)
      case .log:
        try settle(home.start(["log", words, "+2"]), &tally)
        ledger.append(words)
      case .beside(let arguments):
        beside.append(try home.start(arguments))
        beside.append(try home.start(["log", words, "-1"]))
        ledger.append(words)
      }
    }
    for child in beside { try settle(child, &tally) }
    if window.quit().status != 0 { tally.traps += 1 }
    tally.cases += 1
    let saved = try home.saved()
    tally.lost += saved.faults.count
    for words in ledger {
      let count = saved.payloads.count { $0.contains("\"\(words)\"") }
      if count == 0 { tally.lost += 1 }
      if count > 1 { tally.doubled += 1 }
    }
    return ledger.count
  }

  /// Waits for a command; one that is turned away is as bad as one that loses something.
  private func settle(_ child: Child, _ tally: inout Tally) throws {
    let end = child.wait()
    tally.megabytes = max(tally.megabytes, end.megabytes)
    if end.status < 0 { tally.traps += 1 }
    if end.status > 0 { tally.lost += 1 }
  }
}
