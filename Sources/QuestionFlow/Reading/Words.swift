import Foundation

/// How texts are compared and counted, in one place.
enum Words {
  /// A text without case, accents, punctuation at its ends, and repeated white space.
  ///
  /// Two spellings with the same key are the same answer.
  static func key(_ text: String) -> String {
    tokens(of: text).joined(separator: " ")
  }

  /// Lowercased words, with the accents folded and typographic apostrophes made plain.
  static func tokens(of text: String) -> [String] {
    let folded =
      text
      .replacingOccurrences(of: "’", with: "'")
      .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
    return folded.split { !($0.isLetter || $0.isNumber || $0 == "'") }.map(String.init)
  }

  /// The number of words; in scripts that do not part words, every two characters count as one.
  static func count(in text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).reduce(0) { total, run in
      let ideographs = run.unicodeScalars.filter { $0.properties.isIdeographic }.count
      return total + max(1, (ideographs + 1) / 2)
    }
  }
}
