import Foundation
import QuestionFlow

/// Conversations killed with SIGKILL at any moment, every third of them at a terminal and the others over
/// pipes; an answer counts as acknowledged when the next question has appeared.
struct ConversationKills {
  private var random: SeededRandom
  private let seed: UInt64
  private let kills: Int
  /// So many kills share a home, each going on where the last ended.
  private static let killsOfHome = 25

  init(seed: UInt64, kills: Int) {
    random = SeededRandom(seed: seed)
    self.seed = seed
    self.kills = kills
  }

  mutating func run() throws -> Tally {
    var tally = Tally("killed conversations")
    var acknowledged = 0
    var (home, ledger): (TrustHome, Ledger) = (try TrustHome(), Ledger())
    for kill in 0..<kills {
      if kill % Self.killsOfHome == 0 { (home, ledger) = (try TrustHome(), Ledger()) }
      let before = ledger.acknowledged.count
      let end = try converse(kill, at: home, &ledger)
      acknowledged += ledger.acknowledged.count - before
      tally.cases += 1
      if end.status != -SIGKILL { tally.traps += 1 }
      tally.megabytes = max(tally.megabytes, end.megabytes)
      let saved = try home.saved()
      for text in ledger.acknowledged + ledger.sent {
        let count = saved.payloads.count { $0.contains("\"\(text)\"") }
        if count > 1 { tally.doubled += 1 }
        if count == 0, ledger.acknowledged.contains(text) { tally.lost += 1 }
      }
      tally.lost += saved.faults.count
    }
    tally.remarks.append(
      "\((kills + 2) / 3) at a terminal; \(acknowledged) answers were acknowledged; seed \(seed)")
    return tally
  }

  private struct Ledger {
    var acknowledged: [String] = []
    /// Sent and not acknowledged: each may be there once, or not.
    var sent: [String] = []
  }

  /// One conversation up to its death.
  private mutating func converse(_ kill: Int, at home: TrustHome, _ ledger: inout Ledger) throws
    -> Child.End
  {
    let isAtTerminal = kill % 3 == 0
    let child = try home.start([], at: isAtTerminal ? .terminal : .pipes)
    var answers = Int.random(in: 0...4, using: &random)
    // One in ten dies while it starts.
    if Int.random(in: 0..<10, using: &random) == 0 {
      usleep(UInt32.random(in: 0...150_000, using: &random))
      return child.kill()
    }
    var shown = AskedQuestions()
    var last = 0
    var pending: String?
    while true {
      guard let piece = child.receive(milliseconds: 30_000), !piece.isEmpty else { break }
      shown.take(piece)
      guard let question = shown.last, question > last, !isAtTerminal || shown.isPrompted else {
        continue
      }
      last = question
      if let text = pending { ledger.acknowledged.append(text) }
      let text = "words \(seed) \(kill) \(question)"
      pending = text
      child.send(isAtTerminal ? text + "\r" : text + "\n")
      if answers == 0 { break }
      answers -= 1
    }
    usleep(UInt32.random(in: 0...20_000, using: &random))
    let end = child.kill()
    // What was shown before it died, and not yet read here, was shown.
    while let piece = child.receive(milliseconds: 0), !piece.isEmpty { shown.take(piece) }
    if let pending {
      if let question = shown.last, question > last {
        ledger.acknowledged.append(pending)
      } else {
        ledger.sent.append(pending)
      }
    }
    return end
  }
}
