import ArgumentParser
import Encoder
import Foundation
import WorkFit

/// `nextmove-bench reader`: what the relation reader and the judge are worth, on postings and statements
/// that training has not seen.
struct ReaderBench: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "reader", abstract: "Measure the relation reader and the judge.",
    discussion: """
      Without --only everything is measured. The postings' folder holds *-train.jsonl, one JSON object \
      with id and text a line; the relations' folder holds the files that GUIDE.md there describes.
      """)

  enum Measure: String, ExpressibleByArgument, CaseIterable {
    case statements, kinds, pairs, speed, agreement
  }

  @Option(help: ArgumentHelp("The folder of the postings.", valueName: "folder"))
  var postings: String
  @Option(help: ArgumentHelp("The folder of the labelled relations.", valueName: "folder"))
  var relations = "Sources/nextmove-train/relations"
  @Option(
    help: ArgumentHelp("The model to read with; by default the one built in.", valueName: "file"))
  var model: String?
  @Option(help: ArgumentHelp("Pairs with a reference's probabilities.", valueName: "file"))
  var reference = "Tests/EncoderTests/Fixtures/pairs.json"
  @Option(help: "Measure this alone.") var only: Measure?

  func run() throws {
    let model = try BenchModel.model(at: model)
    let files = RelationFiles(relations: relations, postings: postings)
    let lexicon = try Lexicon()
    print("model \(model.identity.prefix(12)), \(model.header.name)")
    for measure in only.map({ [$0] }) ?? Measure.allCases {
      print("\n\(measure.rawValue)")
      switch measure {
      case .statements:
        try StatementsMeasure(
          lexicon: lexicon, reader: EncoderReading(model: model), files: files
        ).run()
      case .kinds: try KindsMeasure(reader: EncoderReading(model: model), files: files).run()
      case .pairs:
        try PairsMeasure(lexicon: lexicon, reader: EncoderReading(model: model), files: files).run()
      case .speed: try SpeedMeasure(lexicon: lexicon, model: model, files: files).run()
      case .agreement: try AgreementMeasure(model: model, reference: reference).run()
      }
      // Minutes may pass until the next.
      fflush(nil)
    }
  }
}
