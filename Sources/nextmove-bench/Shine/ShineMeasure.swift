import Foundation
import WorkFit

/// How near the shine is to what people say, and whether the lines are those that they point at.
struct ShineMeasure {
  let lexicon: Lexicon
  let reader: any RelationReading
  let postings: [ShinePosting]

  func run() throws {
    let read = try postings.map { posting in
      (
        posting,
        try Shine(of: Posting(posting.text, lexicon: lexicon), reader: reader, lexicon: lexicon)
      )
    }
    let labels = read.map { Double($0.0.shine) }
    let values = read.map(\.1.value)
    print("  \(postings.count) postings")
    print("  Spearman " + String(format: "%.2f", Correlation.spearman(labels, values)))
    let twice = read.compactMap { posting, shine in
      posting.shineAgain.map { (Double(posting.shine), Double($0), shine.value) }
    }
    let (first, second) = (twice.map(\.0), twice.map(\.1))
    print(
      String(
        format:
          "    with the mean of two readers %.2f; one reader with the other %.2f (%d postings)",
        Correlation.spearman(zip(first, second).map { ($0 + $1) / 2 }, twice.map(\.2)),
        Correlation.spearman(first, second), twice.count))
    print(
      "  within one step \(Share(of: read) { abs($0.1.value.rounded() - Double($0.0.shine)) <= 1 })"
    )
    let shining = read.filter { $0.0.shine >= 3 }.map(\.1.value)
    let plain = read.filter { $0.0.shine <= 1 }.map(\.1.value)
    print(
      "  shining (3 or 4) against not (0 or 1): AUC "
        + String(format: "%.3f", Correlation.areaUnderCurve(shining, plain)))
    var hits = Share()
    var same = Share()
    for (posting, shine) in read {
      for (signal, lines) in Dictionary(grouping: shine.signals, by: \.signal) {
        let pointed = lines.prefix(3).compactMap { posting.signals[$0.quote.line] }
        hits.count(!pointed.isEmpty)
        same.count(pointed.contains { $0.contains(signal) })
      }
    }
    print("  a line that a reader points at among the first three of a signal: \(hits)")
    print("    and pointed at for that signal: \(same)")
  }
}
