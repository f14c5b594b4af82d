import EmbeddedFiles
import Encoder
import Journal
import Phrases
import Synchronization
import WorkFit

extension World {
  /// A fit-check with the model inside the program, or with the one of that file or of `$NEXTMOVE_MODEL`.
  ///
  /// - Parameters:
  ///   - threads: how many cores read at once.
  ///   - judgements: where judgements are kept; those of this world without.
  func fitCheck(
    model path: String? = nil, threads: Int = 2, judgements: (any JudgementKeeping)? = nil
  ) throws(Failure) -> FitCheck {
    let lexicon = try lexicon()
    do {
      let reader = try EncoderReading(model: try model(at: path), threads: threads)
      return FitCheck(lexicon: lexicon, reader: reader, judgements: judgements ?? self.judgements)
    } catch {
      throw Failure(Self.readingFault(error))
    }
  }

  /// The lexicon that ships, read once; a fault in it is a fault of the program, worded as one.
  func lexicon() throws(Failure) -> Lexicon {
    if let knownLexicon { return knownLexicon }
    do {
      let lexicon =
        try hasOwnWords ? Lexicon(words: words) : Self.shippedLexicon(in: words)
      knownLexicon = lexicon
      return lexicon
    } catch {
      throw Failure(
        "The data inside nextmove is damaged (\(error.description)); install it again.")
    }
  }

  /// What ships never changes, so that it is read once, whatever worlds there are.
  private static let shippedLexicons = Mutex<[String: Lexicon]>([:])

  /// - Parameter words: those that ship in a language.
  private static func shippedLexicon(in words: PhraseBook) throws(LexiconFault) -> Lexicon {
    if let known = shippedLexicons.withLock({ $0[words.language] }) { return known }
    let lexicon = try Lexicon(words: words)
    shippedLexicons.withLock { $0[words.language] = lexicon }
    return lexicon
  }

  private func model(at path: String?) throws -> ModelFile {
    let variable = environment["NEXTMOVE_MODEL"].flatMap { $0.isEmpty ? nil : $0 }
    if let path = path ?? variable { return try ModelFile(contentsOf: path) }
    return try ModelFile(embedded: .readerModel)
  }

  /// What a reader or its model throws, in a sentence.
  static func readingFault(_ error: any Error) -> Phrase {
    switch error {
    case let error as ModelError: error.phrase
    case let error as EncoderError: error.phrase
    case let error as EncoderReading.Fault: error.phrase
    default: "The posting could not be read (\(String(describing: error)))."
    }
  }

  /// Why something could not be saved, in a sentence.
  static func savingFault(_ error: any Error) -> Phrase {
    (error as? JournalError)?.phrase ?? "\(String(describing: error))."
  }
}
