import Foundation
import WorkFit

/// How the whole leans and whether a warning is due, from what a careful friend held for and against.
struct LeanMeasure {
  let lexicon: Lexicon
  let reader: any RelationReading
  let postings: [String: ShinePosting]
  let leanings: [Leaning]

  func run() throws {
    var counts: [Leaning.Lean: [Leaning.Lean: Int]] = [:]
    var exchanged = Share()
    var shines: [String: Shine] = [:]
    var (due, undue, warned) = (Share(), Share(), Share())
    for leaning in leanings {
      guard let posting = postings[leaning.id] else { continue }
      let shine =
        try shines[leaning.id]
        ?? Shine(
          of: Posting(posting.text, lexicon: lexicon), reader: reader, lexicon: lexicon)
      shines[leaning.id] = shine
      let outlook = Outlook(leaning.outcomes, isShining: shine.isShining, lexicon: lexicon)
      let lean = Leaning.Lean(outlook.verdict)
      counts[leaning.lean, default: [:]][lean, default: 0] += 1
      exchanged.count(
        [leaning.lean, lean] == [.draining, .energizing]
          || [leaning.lean, lean] == [.energizing, .draining])
      // A mixed one on a job that shines is arguable.
      guard posting.shine < 3 || leaning.lean != .mixed else { continue }
      let isDue = posting.shine >= 3 && leaning.lean == .draining
      let isFlagged = outlook.verdict == .impressiveButDraining
      if isDue { due.count(isFlagged) } else { undue.count(!isFlagged) }
      if isFlagged { warned.count(isDue) }
    }
    show(counts)
    print("  energizing and draining exchanged: \(exchanged)")
    print("  flagged where a warning is due: \(due)")
    print("  not flagged where none is: \(undue)")
    print("  flags that are due: \(warned)")
    print("  balanced accuracy of flags " + String(format: "%.2f", (due.value + undue.value) / 2))
  }

  private func show(_ counts: [Leaning.Lean: [Leaning.Lean: Int]]) {
    var right = 0.0
    for lean in Leaning.Lean.allCases {
      let row = counts[lean] ?? [:]
      let share = Share(row[lean] ?? 0, of: row.values.reduce(0, +))
      right += share.value / Double(Leaning.Lean.allCases.count)
      let found = Leaning.Lean.allCases.map { "\($0.rawValue) \(row[$0] ?? 0)" }
      print("  \(lean.rawValue): found \(found.joined(separator: ", ")); right \(share)")
    }
    print("  balanced accuracy of lean " + String(format: "%.2f", right))
  }
}
