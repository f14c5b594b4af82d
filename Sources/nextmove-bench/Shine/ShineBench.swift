import ArgumentParser
import Encoder
import Foundation
import WorkFit

/// `nextmove-bench shine`: how impressive postings look, how they lean for people, and who is warned.
struct ShineBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "shine", abstract: "Measure the shine, the lean and the flag.",
    discussion: """
      On the third of the postings that is held back from the weights and from every choice. The postings' \
      folder holds *-train.jsonl, one JSON object with id and text a line; the relations' folder holds the \
      files that GUIDE.md there describes. What the reader finds takes minutes and is measured with \
      --only flags.
      """)

  enum Measure: String, ExpressibleByArgument, CaseIterable {
    case shine, outlook, flags
  }

  @Option(help: ArgumentHelp("The folder of the postings.", valueName: "folder"))
  var postings: String
  @Option(help: ArgumentHelp("The folder of the labelled relations.", valueName: "folder"))
  var relations = "Sources/nextmove-train/relations"
  @Option(help: ArgumentHelp("The model to read with.", valueName: "file"))
  var model: String?
  @Option(help: "Measure this alone.") var only: Measure?
  @Option(
    help: ArgumentHelp("Write what shine.py learns from, and stop.", valueName: "file")
  )
  var cues: String?
  @Option(help: "After so many layers, with --cues.") var layers = 5

  func run() throws {
    let files = RelationFiles(relations: relations, postings: postings)
    let lexicon = try Lexicon()
    let all = try files.shinePostings()
    let reader = try EncoderReading(model: BenchModel.model(at: model))
    if let cues {
      try CueFile(lexicon: lexicon, reader: reader, layers: layers).write(
        all + files.madeShinePostings(), to: cues)
      print("model \(reader.model)")
      return
    }
    let held = all.filter(\.isHeldBack)
    for measure in only.map({ [$0] }) ?? [.shine, .outlook] {
      print("\n\(measure.rawValue)")
      switch measure {
      case .shine: try ShineMeasure(lexicon: lexicon, reader: reader, postings: held).run()
      case .outlook:
        try LeanMeasure(
          lexicon: lexicon, reader: reader,
          postings: Dictionary(held.map { ($0.id, $0) }, uniquingKeysWith: { one, _ in one }),
          leanings: try files.leanings().filter { ShinePosting.isHeldBack($0.id) }
        ).run()
      case .flags:
        try FlagMeasure(
          check: FitCheck(lexicon: lexicon, reader: reader), reader: reader, lexicon: lexicon,
          files: files,
          shine: Dictionary(all.map { ($0.id, $0.shine) }, uniquingKeysWith: { one, _ in one })
        ).run()
      }
      fflush(nil)
    }
  }
}
