import Foundation

/// How texts are compared and counted, in one place.
enum Words {
  /// A text without case, accents, repeated white space, and the punctuation between its words.
  ///
  /// Two spellings with the same key are the same words. Signs that tell names apart are kept:
  /// C, C++ and C#, .NET and net, 50 and 50% have keys of their own.
  static func key(_ text: String) -> String {
    let characters = Array(plain(text))
    let words = characters.indices.split { index in
      let character = characters[index]
      if character == "." {
        let begins = index == 0 || characters[index - 1].isWhitespace
        let goesOn = index + 1 < characters.count && isOfWord(characters[index + 1])
        return !(begins && goesOn)
      }
      return !isOfWord(character) && !tellsApart(character)
    }
    return words.map { String(characters[$0.startIndex..<$0.endIndex]) }.joined(separator: " ")
  }

  /// Lowercased words, with the accents folded and typographic apostrophes made plain.
  static func tokens(of text: String) -> [String] {
    plain(text).split { !isOfWord($0) }.map(String.init)
  }

  /// A text without case, accents and repeated white space, and with all its signs.
  static func folded(_ text: String) -> String {
    plain(text).split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }

  private static func plain(_ text: String) -> String {
    text.replacingOccurrences(of: "’", with: "'")
      .folding(options: [.caseInsensitive, .diacriticInsensitive, .widthInsensitive], locale: nil)
  }

  private static func isOfWord(_ character: Character) -> Bool {
    character.isLetter || character.isNumber || character == "'"
  }

  private static func tellsApart(_ character: Character) -> Bool {
    if "#%&@".contains(character) || character.isMathSymbol || character.isCurrencySymbol {
      return true
    }
    return character.unicodeScalars.first?.properties.generalCategory == .otherSymbol
  }

  /// The number of words; in scripts that do not part words, every two characters count as one.
  static func count(in text: String) -> Int {
    text.split(whereSeparator: \.isWhitespace).reduce(0) { total, run in
      let ideographs = run.unicodeScalars.filter { $0.properties.isIdeographic }.count
      return total + max(1, (ideographs + 1) / 2)
    }
  }
}
