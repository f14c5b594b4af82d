import Phrases
import WorkFit

extension Lexicon {
  /// The lexicon that ships; a fault in it is a fault of the program, worded as one.
  static func shipped(in words: PhraseBook) throws(Failure) -> Lexicon {
    do {
      return try Lexicon(words: words)
    } catch {
      throw Failure(
        "The data inside nextmove is damaged (\(error.description)); install it again.")
    }
  }
}
