internal import WorkFit

extension Lexicon {
  /// The lexicon that ships; a fault in it is a fault of the program, worded as one.
  static func shipped() throws(Failure) -> Lexicon {
    do {
      return try Lexicon()
    } catch {
      throw Failure("The data inside nextmove is damaged (\(error)); install it again.")
    }
  }
}
