import Foundation
import struct QuestionFlow.SeededRandom
import WorkFit

/// The one judgement, pair by pair and source by source: as `pairs.py` prints it for the teacher.
struct PairsMeasure {
  let lexicon: Lexicon
  let reader: any RelationReading
  let files: RelationFiles
  /// Lines that do neither are so many that a sample tells enough; of each source.
  private let mostNeither = 700

  func run() throws {
    print("  all marked lines that do something, and \(mostNeither) at most that do neither")
    let held = try HeldPairs(files, lexicon: lexicon)
    for (source, pairs) in held.bySource.sorted(by: { $0.key < $1.key }) {
      let sample = sampled(pairs)
      let found = try reader.relations(of: sample.map(\.pair), goOn: { _ in true }).map(Mark.init)
      let truth = sample.map(\.mark)
      let right = Share(zip(found, truth).count { $0 == $1 }, of: truth.count)
      let reversed = zip(found, truth).count { $0.isReversed($1) }
      print(
        "  \(source): right \(right); F1 "
          + String(
            format: "supplies %.3f, opposes %.3f", f1(.supplies, found, truth),
            f1(.opposes, found, truth))
          + "; reversed \(reversed)")
    }
  }

  private func sampled(_ pairs: [MarkedPair]) -> [MarkedPair] {
    var order = SeededRandom(seed: 5)
    let neither = pairs.filter { $0.mark == .neither }.shuffled(using: &order)
    return pairs.filter { $0.mark != .neither } + neither.prefix(mostNeither)
  }

  private func f1(_ mark: Mark, _ found: [Mark], _ truth: [Mark]) -> Double {
    let both = zip(found, truth).count { $0 == mark && $1 == mark }
    let either = found.count { $0 == mark } + truth.count { $0 == mark }
    return 2 * Double(both) / Double(max(1, either))
  }
}
