/// Characters that stand for others, or for none: spaces of every width, invisible ones inside words,
/// ligatures, letters of other shapes, control characters.
///
/// A soft hyphen at the end of a line is left to ``HyphenatedLines``.
enum Characters {
  static func decoded(_ text: Scalars) -> Scalars? {
    var result: Scalars = []
    result.reserveCapacity(text.count)
    var isChanged = false
    var index = 0
    while index < text.count {
      let scalar = text[index]
      // Nearly all of a text is that.
      if (0x20...0x7E).contains(scalar.value) || scalar == "\n" || scalar == "\t" || scalar == "\r"
      {
        result.append(scalar)
        index += 1
        continue
      }
      if scalar.value == 0x08 {
        // What is struck over is what was there before.
        if result.last.map({ !$0.isSpace }) ?? false { result.removeLast() }
        isChanged = true
        index += 1
        continue
      }
      let plain = plain(text, at: index)
      isChanged = isChanged || plain.map { $0 != [scalar] } ?? false
      if let plain { result += plain } else { result.append(scalar) }
      index += 1
      if splitsWord(text, behind: index - 1, in: result) {
        isChanged = true
        index += 1
      }
    }
    return isChanged ? result : nil
  }

  /// What a character is read as; `nil` where it is read as itself.
  private static func plain(_ text: Scalars, at index: Int) -> Scalars? {
    let value = text[index].value
    switch value {
    case 0x0B, 0x0C, 0x1C...0x1E, 0x2028, 0x2029:
      // Where a line ends beside it, it says nothing more.
      let isBeside = text.at(index - 1)?.isLineEnd ?? true || text.at(index + 1)?.isLineEnd ?? true
      return isBeside ? [] : ["\n"]
    // What is left of ’ where each character was cut to its last byte.
    case 0x18...0x19
    where text.at(index - 1)?.isLatin == true && text.at(index + 1)?.isLatin == true:
      return ["\u{2019}"]
    case 0..<0x20, 0x7F, 0x80...0x9F: return []
    case 0xA0, 0x1680, 0x2000...0x200A, 0x202F, 0x205F, 0x3000: return [" "]
    case 0xAD: return text.at(index + 1)?.isLineEnd ?? false ? nil : []
    // They join emoji and the letters of other scripts; in Latin words they are only there to hide.
    case 0x200C, 0x200D, 0xFE00...0xFE0F:
      return (text.at(index - 1) ?? " ").isLatin || (text.at(index + 1) ?? " ").isLatin ? [] : nil
    case 0x034F, 0x061C, 0x180E, 0x200B, 0x200E, 0x200F, 0x202A...0x202E, 0x2060...0x206F, 0xFEFF,
      0xFFF9...0xFFFB:
      return []
    case 0xE0000...0xE007F:
      // A flag of a part of a country is spelt with them.
      let before = text.at(index - 1)?.value ?? 0
      return before == 0x1F3F4 || (0xE0020...0xE007F).contains(before) && isFlag(text, at: index)
        ? nil : []
    case 0x2010, 0x2011: return ["-"]
    case 0xFB00...0xFB06: return ligatures[Int(value) - 0xFB00]
    case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFEE0).map { [$0] }
    case 0xF076, 0xF0A7, 0xF0A8, 0xF0B7, 0xF0D8, 0xF0E0, 0xF0FC: return ["\u{2022}"]
    default: return mathematical(value).map { [$0] }
    }
  }

  private static let mostTags = 8

  private static func isFlag(_ text: Scalars, at index: Int) -> Bool {
    var place = index
    while place > max(0, index - mostTags), (0xE0020...0xE007F).contains(text[place].value) {
      place -= 1
    }
    return text[place].value == 0x1F3F4
  }

  private static let ligatures: [Scalars] = [
    ["f", "f"], ["f", "i"], ["f", "l"], ["f", "f", "i"], ["f", "f", "l"], ["s", "t"], ["s", "t"],
  ]

  /// A letter or digit of the bold, italic and other shapes that mathematics has for them.
  private static func mathematical(_ value: UInt32) -> Unicode.Scalar? {
    switch value {
    case 0x1D400...0x1D6A3:
      let letter = (value - 0x1D400) % 52
      return Unicode.Scalar(
        UInt8(truncatingIfNeeded: letter < 26 ? 0x41 + letter : 0x61 + letter - 26))
    case 0x1D7CE...0x1D7FF:
      return Unicode.Scalar(UInt8(truncatingIfNeeded: 0x30 + (value - 0x1D7CE) % 10))
    case 0x210E: return "h"
    case 0x212F: return "e"
    case 0x210A: return "g"
    case 0x2134: return "o"
    default: return nil
    }
  }

  /// Whether a ligature is followed by a space that is not meant: “speciﬁ c”. No English word but “sci-fi”
  /// and its like ends with it.
  private static func splitsWord(_ text: Scalars, behind index: Int, in result: Scalars) -> Bool {
    guard (0xFB01...0xFB04).contains(text[index].value), text.at(index + 1) == " ",
      text.at(index + 2)?.isLower == true
    else { return false }
    let word = result.suffix(8).reversed().prefix { $0.isLatin || $0 == "-" }.reversed()
    return !DecodingData.shipped.endingInFi.contains(
      String(decoding: Array(word).utf8, as: UTF8.self).lowercased())
  }
}
