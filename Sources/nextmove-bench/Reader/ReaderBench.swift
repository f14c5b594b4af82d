internal import ArgumentParser
internal import Foundation
internal import WorkFit

/// `nextmove-bench reader`: how well the reader reads, on texts labelled by hand, and how fast.
struct ReaderBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reader",
    abstract: "Measure the reader on labelled texts, against two baselines, and its speed.",
    discussion: """
      Everything is reported twice: on the part that was used for tuning, and on the part that was \
      held back. Exits with status 1 where a quote does not stand at its line and offsets.
      """)

  @Option(help: "The folder with the labelled texts.") var corpus = "Tests/ReaderCorpus"
  @Option(help: "The postings that clauses.tsv speaks of, one JSON object a line.")
  var postings: String?
  @Option(help: "The program whose whole run is timed.") var program = ".build/release/nextmove"
  @Flag(inversion: .prefixedNo, help: "Measure speed as well.") var speed = true
  @Flag(help: "List what was judged otherwise than labelled, in the part for tuning.")
  var errors = false
  @Flag(help: "List such errors of the part held back as well; only for the last account.")
  var heldBack = false

  func run() throws {
    let lexicon = try Lexicon()
    let pairs = try PairCorpus(folder: corpus)
    let faults = PairMeasure(pairs: pairs, lexicon: lexicon).print(listing: parts)
    print()
    try EverydayMeasure(folder: corpus, lexicon: lexicon).print(listing: parts)
    if let postings {
      print()
      try ClauseMeasure(folder: corpus, postings: postings, lexicon: lexicon).print(listing: parts)
    }
    if speed {
      print()
      try SpeedMeasure(pairs: pairs, lexicon: lexicon, program: program).print()
    }
    if faults > 0 { throw ExitCode(1) }
  }

  /// The parts whose errors are listed.
  private var parts: Set<Part> {
    Set(Part.allCases.filter { $0 == .tuning ? errors : heldBack })
  }
}

/// Whether a labelled text may be looked at while the reader is being worked on.
enum Part: String, CaseIterable {
  case tuning = "for tuning"
  case heldBack = "held back"
  /// Written after the reader was last changed.
  case fresh = "written afterwards"
}

/// A share, printed with what it is of.
struct Share: CustomStringConvertible {
  var hits = 0
  var total = 0

  mutating func count(_ isHit: Bool) {
    total += 1
    if isHit { hits += 1 }
  }

  var value: Double { total == 0 ? 0 : Double(hits) / Double(total) }
  var description: String {
    total == 0 ? "none" : String(format: "%.3f (%d of %d)", value, hits, total)
  }
}
