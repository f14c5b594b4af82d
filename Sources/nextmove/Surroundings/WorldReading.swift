internal import ArgumentParser
internal import EmbeddedFiles
internal import Encoder
internal import WorkFit

/// Which model postings are read with.
struct ModelOption: ParsableArguments {
  @Option(
    help: ArgumentHelp("Read with this model instead of the one inside.", valueName: "file"))
  var model: String?
}

extension World {
  /// A fit-check with the model inside the program, or with the one of that file or of `$NEXTMOVE_MODEL`.
  ///
  /// - Parameters:
  ///   - threads: how many cores read at once.
  ///   - judgements: where judgements are kept; those of this world without.
  func fitCheck(
    model path: String? = nil, threads: Int = 2, judgements: (any JudgementKeeping)? = nil
  ) throws(Failure) -> FitCheck {
    let lexicon = try Lexicon.shipped()
    do {
      let reader = try EncoderReading(model: try model(at: path), threads: threads)
      return FitCheck(lexicon: lexicon, reader: reader, judgements: judgements ?? self.judgements)
    } catch {
      throw Failure(Self.readingFault(error))
    }
  }

  private func model(at path: String?) throws -> ModelFile {
    let variable = environment["NEXTMOVE_MODEL"].flatMap { $0.isEmpty ? nil : $0 }
    if let path = path ?? variable { return try ModelFile(contentsOf: path) }
    return try ModelFile(embedded: .readerModel)
  }

  /// What a reader or its model throws, in a sentence.
  static func readingFault(_ error: any Error) -> String {
    switch error {
    case let error as ModelError: error.description
    case let error as EncoderError: error.description
    case let error as EncoderReading.Fault: error.description
    default: "The posting could not be read (\(error))."
    }
  }
}
