/// UTF-8 that was read as another character set on its way: “wonâ€™t”, “cafÃ©”, “won‚Äôt”.
///
/// Sequences that nobody writes are undone wherever they stand; ones that somebody might (“CAFÉ’S” is one)
/// only where nothing else about them speaks for the text as it is. Control characters of eight bits that
/// are left over are Windows-1252 read as Latin-1: U+0092 is an apostrophe.
enum Mojibake {
  static func decoded(_ text: Scalars) -> Scalars? {
    guard text.contains(where: { $0.value >= 0x80 }) else { return nil }
    var result = text
    var isChanged = false
    for reading in readings {
      guard let next = reading.undone(result) else { continue }
      result = next
      isChanged = true
    }
    if let next = withSwallowedLetters(result) {
      result = next
      isChanged = true
    }
    if let next = withoutLatinControls(result) {
      result = next
      isChanged = true
    }
    return isChanged ? result : nil
  }

  private static let readings: [Misreading] = [
    "windows-1252", "macintosh", "cp437", "cp850", "windows-1251", "koi8-r",
  ].compactMap { name in
    Charset.named(name).map { Misreading(charset: $0, isWestern: name == "windows-1252") }
  }

  /// The apostrophe that became a character of Chinese or Japanese, and took the letter behind it into another.
  private static func withSwallowedLetters(_ text: Scalars) -> Scalars? {
    let swallowed = DecodingData.shipped.swallowed
    guard text.contains(where: { swallowed[$0] != nil }) else { return nil }
    return text.rewritten { index in
      text.at(index + 1).flatMap { swallowed[text[index]]?[$0] }.map {
        (["\u{2019}", $0], index + 2)
      }
    }
  }

  private static func withoutLatinControls(_ text: Scalars) -> Scalars? {
    guard let charset = Charset.windows1252 else { return nil }
    var isChanged = false
    let controls = text.indices.filter { (0x80...0x9F).contains(text[$0].value) }
    guard !controls.isEmpty else { return nil }
    let isLatin = controls.contains { text[$0].value != 0x85 && !isControlSequence(text, at: $0) }
    let result = text.indices.map { index -> Unicode.Scalar in
      let scalar = text[index]
      guard (0x80...0x9F).contains(scalar.value), !isControlSequence(text, at: index) else {
        return scalar
      }
      if scalar.value == 0x85, !isLatin, !isEllipsis(text, at: index) {
        isChanged = true
        return "\n"
      }
      let meant = charset.scalar(of: UInt8(truncatingIfNeeded: scalar.value))
      isChanged = isChanged || meant != scalar
      return meant
    }
    return isChanged ? result : nil
  }

  /// Whether U+0085, where nothing else speaks of Windows-1252, is its ellipsis and not the line end that the
  /// character is: the sentence goes on behind it.
  private static func isEllipsis(_ text: Scalars, at index: Int) -> Bool {
    text.at(index + 1)?.isBlank ?? false && text.at(index + 2)?.isLower ?? false
  }

  /// Whether a control sequence of eight bits begins here, such as U+009B `31m`.
  private static func isControlSequence(_ text: Scalars, at index: Int) -> Bool {
    text[index].value == 0x9B && text.at(index + 1)?.isDigit == true
  }
}

/// One character set as which UTF-8 was read.
private struct Misreading {
  let charset: Charset
  /// Whether all that it makes of UTF-8 is looked for, or only what it makes of punctuation.
  let isWestern: Bool

  private let lead: Unicode.Scalar
  private let second: Unicode.Scalar

  init(charset: Charset, isWestern: Bool) {
    self.charset = charset
    self.isWestern = isWestern
    lead = charset.scalar(of: 0xE2)
    second = charset.scalar(of: 0x80)
  }

  private func byte(_ scalar: Unicode.Scalar?) -> UInt8? {
    guard let scalar, scalar.value >= 0x80 else { return nil }
    if let byte = charset.byte(of: scalar) { return byte }
    // Where a byte is undefined, or read as Latin-1, it became the control character of its number.
    return isWestern && scalar.value <= 0x9F ? UInt8(truncatingIfNeeded: scalar.value) : nil
  }

  func undone(_ text: Scalars) -> Scalars? {
    // What is certain bears out what is not.
    let isBorneOut = text.indices.contains { index in
      sequence(text, at: index).map { isCertain($0, text, at: index) } ?? false
    }
    guard isBorneOut else { return nil }
    var result: Scalars = []
    result.reserveCapacity(text.count)
    var index = 0
    while index < text.count {
      if let sequence = sequence(text, at: index),
        isCertain(sequence, text, at: index) || !isPlausible(text, at: index, sequence.length)
      {
        result.append(sequence.scalar)
        index += sequence.length
      } else if isWestern, text[index].value == 0xC2, text.at(index + 1)?.value == 0x20 {
        // A no-break space whose second half has become a plain one.
        index += 1
      } else {
        result.append(text[index])
        index += 1
      }
    }
    return result
  }

  private func sequence(_ text: Scalars, at index: Int) -> (scalar: Unicode.Scalar, length: Int)? {
    guard let first = byte(text[index]), let length = UTF8Sequence.length(ledBy: first) else {
      return nil
    }
    var bytes = [first]
    for offset in 1..<length {
      guard let next = byte(text.at(index + offset)), next & 0xC0 == 0x80 else {
        // A closing quote ends with a byte that is undefined, and is often lost.
        let isQuote = isWestern && offset == 2 && bytes == [0xE2, 0x80]
        return isQuote ? ("\u{201D}", 2) : nil
      }
      bytes.append(next)
    }
    return UTF8Sequence.scalar(bytes).map { ($0, length) }
  }

  /// Whether a sequence is nothing that anybody writes.
  private func isCertain(
    _ sequence: (scalar: Unicode.Scalar, length: Int), _ text: Scalars, at index: Int
  ) -> Bool {
    switch sequence.scalar.value {
    case 0x2000...0x2BFF where text[index] == lead: return isWestern || text.at(index + 1) == second
    case 0xFB00...0xFB06, 0xFEFF, 0xFF01...0xFF5E, 0xFFFD, 0x1F000...0x1FAFF, 0x1D400...0x1D7FF:
      return isWestern
    case 0x80...0xFF:
      return isWestern && !isPlausible(text, at: index, sequence.length)
    default: return false
    }
  }

  /// Whether it may be capital letters and the quote or dash behind them, as in “CAFÉ’S” and “IRMÃ”.
  private func isPlausible(_ text: Scalars, at index: Int, _ length: Int) -> Bool {
    guard length == 2, let mark = text.at(index + 1)?.value, index > 0 else { return false }
    let isPunctuation = (0x2010...0x2026).contains(mark) || mark == 0x203A || mark == 0xBB
    let before = text[index - 1]
    return isPunctuation && before.isLatin && before.properties.isUppercase
  }
}
