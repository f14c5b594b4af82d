import Encoder
import Foundation
import WorkFit

/// How long a fit-check takes, and what it holds in memory.
struct SpeedMeasure {
  let lexicon: Lexicon
  let model: ModelFile
  let files: RelationFiles

  private static let runs = 5
  private static let streamed = 20

  func run() throws {
    let postings = SpeedSubject.nearest(try files.postingTexts())
    guard let posting = postings.first else {
      throw BenchFault(description: "“\(files.postings)” holds no posting.")
    }
    let count = SpeedSubject.profile.statements.count
    print("  \(posting.id), \(posting.text.utf8.count) bytes, against \(count) statements")
    for threads in [1, 2] { try check(posting.text, threads: threads) }
    try rerun(posting.text)
    try stream(postings.prefix(Self.streamed).map(\.text))
    print("  memory at most \(ProcessMemory.words(ProcessMemory.peak))")
  }

  private func reader(threads: Int) throws -> CountedReading {
    CountedReading(try EncoderReading(model: model, threads: threads))
  }

  private func check(_ text: String, threads: Int) throws {
    var times: [Duration] = []
    var pairs = 0
    for _ in 0..<Self.runs {
      let reader = try reader(threads: threads)
      // Nothing is known beforehand: each run has a memory of its own.
      let check = FitCheck(lexicon: lexicon, reader: reader)
      times.append(
        try ContinuousClock().measure { _ = try check.check(text, against: SpeedSubject.profile) })
      pairs = reader.pairs
    }
    print(
      "  \(threads == 1 ? "one thread" : "two threads"): first \(Self.seconds(times[0])), "
        + "median of \(Self.runs) \(Self.seconds(times.sorted()[Self.runs / 2])), \(pairs) pairs read"
    )
  }

  private func rerun(_ text: String) throws {
    let reader = try reader(threads: 2)
    let check = FitCheck(lexicon: lexicon, reader: reader)
    _ = try check.check(text, against: SpeedSubject.profile)
    let first = reader.pairs
    let again = try ContinuousClock().measure {
      _ = try check.check(text, against: SpeedSubject.profile)
    }
    let unchanged = reader.pairs - first
    let after = try ContinuousClock().measure {
      _ = try check.check(text, against: SpeedSubject.changed)
    }
    print("  rerun unchanged: \(Self.seconds(again)), \(unchanged) pairs read")
    print(
      "  rerun with one statement changed: \(Self.seconds(after)), \(reader.pairs - first - unchanged) pairs read"
    )
  }

  private func stream(_ texts: [String]) throws {
    let reader = try reader(threads: 2)
    let check = FitCheck(lexicon: lexicon, reader: reader)
    var total = Duration.zero
    var early: Double?
    for (place, text) in texts.enumerated() {
      total += try ContinuousClock().measure {
        _ = try check.check(text, against: SpeedSubject.profile)
      }
      if place == 4 { early = ProcessMemory.now }
    }
    let each = total / max(1, texts.count)
    print(
      "  a stream of \(texts.count) postings: \(Self.seconds(each)) each, \(reader.pairs / max(1, texts.count)) pairs each"
    )
    print(
      "  memory at the 5th posting \(ProcessMemory.words(early)), at the last \(ProcessMemory.words(ProcessMemory.now))"
    )
  }

  private static func seconds(_ duration: Duration) -> String {
    String(
      format: "%.2f s",
      Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18)
  }
}
