import Phrases

extension Numeral {
  /// For reading, as a language writes it, with at most two decimals; what would be nothing then has more.
  static func read(_ number: Double, in language: String) -> String {
    let short = (number * 100).rounded() / 100
    let shown = short == 0 || !short.isFinite ? (number * 1e6).rounded() / 1e6 : short
    return PhraseBook.shipped(language).figures(spoken(shown.isFinite ? shown : number))
  }
}
