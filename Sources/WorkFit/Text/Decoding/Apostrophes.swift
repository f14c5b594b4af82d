/// Apostrophes that another sign stands for, or that are lost where only one word can be meant.
///
/// Between two letters every sign that looks like one is read as ’. In the few English words that it turns
/// into their opposite (“won’t”) it is also found in what other character sets made of it (“donÕt”,
/// “won�t”, “won?t”), where spaces crept in (“won ’ t”, “do n’t”, “didn t”), and where it is doubled or stands
/// between tags (“won''t”).
enum Apostrophes {
  private static let apostrophe: Unicode.Scalar = "\u{2019}"

  /// ´ ` ‘ ‛ ′ ‵ and others; ' and ’ are what they are.
  private static let signs: Set<Unicode.Scalar> = [
    "\u{B4}", "\u{60}", "\u{2018}", "\u{201B}", "\u{2032}", "\u{2035}", "\u{2B9}", "\u{2BB}",
    "\u{2BC}",
    "\u{2BD}", "\u{2BE}", "\u{2BF}", "\u{2C8}", "\u{2CA}", "\u{2CB}", "\u{55A}", "\u{5F3}",
    "\u{7F4}",
    "\u{7F5}", "\u{A78B}", "\u{A78C}", "\u{1FBD}", "\u{1FBF}", "\u{1FEF}", "\u{1FFD}", "\u{1FFE}",
    "\u{275B}", "\u{275C}", "\u{384}", "\u{374}", "\u{301}",
  ]
  /// What the apostrophe of other character sets, or a lost one, shows as.
  private static let misread: Set<Unicode.Scalar> = ["\u{D5}", "\u{C6}", "\u{FFFD}"]
  /// The same, but in words of other languages too.
  private static let ambiguous: Set<Unicode.Scalar> = [
    "\u{ED}", "?", "\u{B9}", "\"", "\u{201D}", "^",
  ]

  static func decoded(_ text: Scalars) -> Scalars? {
    var result: Scalars = []
    result.reserveCapacity(text.count)
    var isChanged = false
    var index = 0
    while index < text.count {
      if let end = end(text, at: index) {
        result.append(apostrophe)
        index = end
        isChanged = true
      } else if isBeforeNot(text, at: index) {
        index += 1
        isChanged = true
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return isChanged ? result : nil
  }

  /// Behind the apostrophe that is written from a place on; `nil` where none is.
  private static func end(_ text: Scalars, at index: Int) -> Int? {
    let scalar = text[index]
    // Nearly all of a text is letters, and they are looked up in no set.
    guard index > 0, !scalar.isLower, !scalar.isUpper, !scalar.isDigit else { return nil }
    if text[index - 1].isLatin {
      if signs.contains(scalar), scalar.value != 0x301, text.at(index + 1)?.isLatin == true {
        return index + 1
      }
      if misread.contains(scalar), isLowerOrWhole(text, at: index), hasEnding(text, from: index + 1)
      {
        return index + 1
      }
      if ambiguous.contains(scalar), isNegated(text, before: index),
        isLoneT(text, at: index + 1, like: text[index - 1])
      {
        return index + 1
      }
    }
    if scalar.isSpace || isSign(scalar), let end = spaced(text, at: index) { return end }
    if isNegated(text, before: index), let end = odd(text, from: index),
      isLoneT(text, at: end, like: text[index - 1])
    {
      return end
    }
    return nil
  }

  private static let longestOdd = 8
  private static let longestTag = 80
  /// What UTF-8 read as Latin-1 begins with, which is undone as a whole or not at all.
  private static let leads: Set<Unicode.Scalar> = ["\u{C2}", "\u{C3}", "\u{E2}"]

  /// Behind signs that stand for one apostrophe in an unknown way: `<92>`, `&lsquo`, `в”`. The digits and letters
  /// of escapes are theirs where a sign opens them.
  private static func odd(_ text: Scalars, from index: Int) -> Int? {
    // One sign alone is what it is.
    guard !leads.contains(text[index]),
      !isSign(text[index]) || text.at(index + 1).map({ !$0.isLatin }) ?? false
    else { return nil }
    let isOpened = "<[({\\%&=#$^~_".unicodeScalars.contains(text[index])
    var place = index
    var length = 0
    while let scalar = text.at(place), length < longestOdd, !scalar.isSpace {
      if scalar == "<", let end = tagEnd(text, at: place) {
        place = end
        continue
      }
      let isWord = scalar.isLower || scalar.isUpper || scalar.isDigit
      guard
        !isWord || isOpened && (scalar.hexadecimal != nil || "uUxX".unicodeScalars.contains(scalar))
      else { break }
      place += 1
      length += 1
    }
    return length > 0 ? place : nil
  }

  /// Behind a tag within words, such as `<span class="a">`.
  static func tagEnd(_ text: Scalars, at index: Int) -> Int? {
    let tag = text[index...].prefix(longestTag).prefix { !$0.isLineEnd }
    let name = tag.dropFirst().drop { $0 == "/" }.prefix { $0.isLatin }.map(\.lowered)
    guard Markup.marksWords(String(decoding: Scalars(name).utf8, as: UTF8.self)),
      let behind = tag.dropFirst().drop(while: { $0 == "/" }).first(where: { !$0.isLatin }),
      behind == ">" || behind == " "
    else { return nil }
    return tag.firstIndex(of: ">").map { $0 + 1 }
  }

  private static func isSign(_ scalar: Unicode.Scalar) -> Bool {
    scalar == "'" || scalar == apostrophe || signs.contains(scalar)
  }

  // MARK: - Spaces

  private static let mostSpaces = 2

  /// Behind “ ’ ” of “won ’ t”, or the space of “didn t”.
  private static func spaced(_ text: Scalars, at index: Int) -> Int? {
    guard isNegated(text, before: index) else { return nil }
    var place = index
    var spaces = 0
    var signs = 0
    var lineEnds = 0
    while let scalar = text.at(place), place - index < 6 {
      if scalar.isBlank {
        spaces += 1
      } else if scalar.isLineEnd {
        lineEnds += scalar == "\n" ? 1 : 0
      } else if isSign(scalar) {
        signs += 1
      } else {
        break
      }
      place += 1
    }
    // A t on the next line is only one of these words’ where the sign shows it.
    guard spaces + lineEnds > 0, spaces <= mostSpaces, signs <= 1, lineEnds <= signs else {
      return nil
    }
    return isLoneT(text, at: place, like: text[index - 1]) ? place : nil
  }

  /// Whether a space parts one of the words from its n’t: “do n’t”.
  private static func isBeforeNot(_ text: Scalars, at index: Int) -> Bool {
    guard text[index] == " ", text.at(index + 1)?.lowered == "n",
      let sign = text.at(index + 2), isSign(sign)
    else { return false }
    return isLoneT(text, at: index + 3, like: text[index + 1])
      && DecodingData.shipped.negatable.contains(word(text, before: index))
  }

  // MARK: - None at all

  /// A text with the apostrophes that are missing in it (“wont”, “couldnt”): so that it is read as it is meant,
  /// while it stays as it is written.
  static func restored(in text: String) -> String {
    let scalars = Scalars(text.unicodeScalars)
    let restored = scalars.rewritten { index in
      isMissing(scalars, before: index) ? ([apostrophe, scalars[index]], index + 1) : nil
    }
    return restored.map { String(decoding: $0.utf8, as: UTF8.self) } ?? text
  }

  /// Whether the t at a place ends one of the words without their apostrophe: “wont”, “couldnt”.
  private static func isMissing(_ text: Scalars, before index: Int) -> Bool {
    guard index > 1, text[index].lowered == "t", text[index - 1].lowered == "n",
      isNegated(text, before: index), isLoneT(text, at: index, like: text[index - 1])
    else { return false }
    let own = word(text, before: index) + "t"
    guard let neighbours = DecodingData.shipped.wordsOfTheirOwn[own] else { return true }
    return !neighbours.behind.contains(nextWord(text, from: index + 1))
      && !neighbours.before.contains(previousWord(text, before: index + 1 - own.count))
  }

  private static func nextWord(_ text: Scalars, from index: Int) -> String {
    let letters = text[min(index, text.count)...].prefix(16).drop { !$0.isLatin }
    return String(decoding: Scalars(letters.prefix { $0.isLatin }).utf8, as: UTF8.self).lowercased()
  }

  private static func previousWord(_ text: Scalars, before index: Int) -> String {
    let letters = text[..<max(0, index)].suffix(16).reversed().drop { !$0.isLatin }
    return String(
      decoding: Scalars(letters.prefix { $0.isLatin }.reversed()).utf8, as: UTF8.self
    ).lowercased()
  }

  // MARK: - Words

  /// Whether a t stands alone: the end of a word that an apostrophe goes before.
  ///
  /// - Parameter letter: a letter of the word, which is as large: “can T-cells” has none.
  private static func isLoneT(_ text: Scalars, at index: Int, like letter: Unicode.Scalar) -> Bool {
    guard text.at(index) == (letter.isUpper ? "T" : "t") else { return false }
    guard let next = text.at(index + 1) else { return true }
    return !next.isLatin && !next.isDigit && next != "-" && !isSign(next)
  }

  /// Whether one of the words that take n’t stands before a place, its n included: “won”, “didn”.
  private static func isNegated(_ text: Scalars, before index: Int) -> Bool {
    guard text.at(index - 1)?.lowered == "n" else { return false }
    // “Can” ends with the n of its own word.
    return DecodingData.shipped.negatable.contains(word(text, before: index - 1))
  }

  private static func word(_ text: Scalars, before index: Int) -> String {
    let letters = text[max(0, index - 10)..<index].reversed().prefix { $0.isLatin }
    return String(decoding: Array(letters.reversed()).utf8, as: UTF8.self).lowercased()
  }

  /// Whether what follows is the end of a word that an apostrophe goes before: “re”, “ll”, “s”.
  private static func hasEnding(_ text: Scalars, from index: Int) -> Bool {
    let letters = text[min(index, text.count)..<min(index + 4, text.count)].prefix { $0.isLatin }
    return DecodingData.shipped.endings.contains(
      String(decoding: Array(letters).utf8, as: UTF8.self).lowercased())
  }

  /// Whether a letter that may be one of its word’s own stands among small ones, or is none at all.
  private static func isLowerOrWhole(_ text: Scalars, at index: Int) -> Bool {
    text[index].value == 0xFFFD || text[index - 1].isLower
  }
}
