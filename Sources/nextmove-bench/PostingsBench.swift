import ArgumentParser
import Encoder
import Foundation
import WorkFit

/// `nextmove-bench postings`: checks every posting against every profile, and every quote against its
/// posting.
struct PostingsBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "postings",
    abstract: "Check postings against profiles: verdicts, faulty quotes, speed.",
    discussion: "Exits with status 1 where a quote does not stand at its line and offsets.")

  @Argument(help: "Postings, one JSON object with id and text a line.") var postings: String
  @Option(help: "A profile; may be given several times.") var profile: [String]
  @Option(help: "The model to read with.") var model: String
  @Option(help: "Write one result a line to this file.") var results: String?

  private struct Line: Encodable {
    let id: String
    let profile: String
    let result: FitReport
  }

  func run() throws {
    let loading = ContinuousClock().measure { _ = try? Lexicon() }
    let check = FitCheck(
      lexicon: try Lexicon(), reader: try EncoderReading(model: ModelFile(contentsOf: model)))
    print("lexicon loaded in \(Self.milliseconds(loading)) ms")
    let postings = try RelationFiles.rows(of: PostingLine.self, at: postings)
    var lines = ""
    var faults = 0
    var quotes = 0
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    for path in profile {
      let text = try TextFile.text(path)
      let profile = try Profile(yaml: text, file: path)
      var counts: [Verdict: Int] = [:]
      var duration = Duration.zero
      for posting in postings {
        var result: FitResult?
        duration += try ContinuousClock().measure {
          result = try check.check(posting.text, against: profile)
        }
        guard let result else { continue }
        counts[result.verdict, default: 0] += 1
        let audit = QuoteAudit(FitReport(result), posting: result.asRead.text)
        quotes += audit.quotes
        faults += audit.faults.count
        for fault in audit.faults { print("FAULT \(path) \(posting.id): \(fault)") }
        let line = Line(id: posting.id, profile: path, result: FitReport(result))
        lines += String(decoding: try encoder.encode(line), as: UTF8.self) + "\n"
      }
      print(
        "\(path): \(postings.count) postings, \(Self.milliseconds(duration / max(1, postings.count))) ms each"
      )
      for verdict in Verdict.allCases { print("  \(verdict.rawValue): \(counts[verdict] ?? 0)") }
    }
    print("\(quotes) quotes audited, \(faults) faulty")
    if let results { try Data(lines.utf8).write(to: URL(fileURLWithPath: results)) }
    if faults > 0 { throw ExitCode(1) }
  }

  private static func milliseconds(_ duration: Duration) -> String {
    String(
      format: "%.3f",
      Double(duration.components.attoseconds) / 1e15 + Double(duration.components.seconds) * 1000)
  }
}
