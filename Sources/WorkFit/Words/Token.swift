/// A word, number or sign of a text.
struct Token: Sendable {
  /// In lower case, accents and typographic apostrophes made plain.
  let word: String
  /// Stands for the word where words are only compared.
  let key: WordKey
  /// UTF-8 byte offsets.
  let range: Range<Int>
  /// Whether a comma, colon, dash or bracket parts it from the token before.
  let isParted: Bool
  /// Whether it begins with a capital letter.
  let isCapitalized: Bool
  /// The number that it is, if it is one.
  let number: Double?

  /// The same, parted from the token before.
  var parted: Token {
    Token(
      word: word, key: key, range: range, isParted: true, isCapitalized: isCapitalized,
      number: number)
  }
}

/// Splits bytes into tokens; what is neither word, number nor one of `& % $ € £ +` is passed over.
enum Tokenizer {
  static func tokens(of source: SourceText, in range: Range<Int>) -> [Token] {
    var tokens: [Token] = []
    var isParted = false
    var index = range.lowerBound
    let bytes = source.bytes
    while index < range.upperBound {
      let byte = bytes[index]
      if byte == UInt8(ascii: "<"), let tag = Markup.tag(bytes, at: index, limit: bytes.count) {
        isParted = isParted || tag.isBlock
        index = max(index + 1, min(tag.end, range.upperBound))
      } else if let end = Markup.controlEnd(bytes, at: index, limit: range.upperBound) {
        index = end
      } else if let end = Markup.entityEnd(bytes, at: index, limit: range.upperBound) {
        index = end
      } else if isDigit(byte) {
        let end = numberEnd(bytes, from: index, to: range.upperBound)
        tokens.append(numeral(bytes, index..<end, isParted: isParted))
        isParted = false
        index = end
      } else if isWordByte(byte), !isPunctuation(bytes, at: index) {
        var end = index
        while end < range.upperBound, isInsideWord(bytes, at: end, limit: range.upperBound) {
          end += 1
        }
        tokens.append(word(source, index..<end, isParted: isParted))
        isParted = false
        index = end
      } else if let sign = sign(bytes, at: index, limit: range.upperBound) {
        let end = index + sign.utf8.count
        tokens.append(
          Token(
            word: sign, key: WordKey(sign), range: index..<end, isParted: isParted,
            isCapitalized: false, number: nil))
        isParted = false
        index = end
      } else {
        if ",:;()[]{}".utf8.contains(byte) || isDash(bytes, at: index) { isParted = true }
        index += scalarLength(byte)
      }
    }
    return tokens
  }

  private static func word(_ source: SourceText, _ range: Range<Int>, isParted: Bool) -> Token {
    let bytes = source.bytes[range]
    let first = source.bytes[range.lowerBound]
    var isCapitalized = first >= UInt8(ascii: "A") && first <= UInt8(ascii: "Z")
    let word: String
    if bytes.allSatisfy({ $0 < 0x80 }) {
      word = String(
        decoding: bytes.map { $0 >= 0x41 && $0 <= 0x5A ? $0 + 0x20 : $0 }, as: UTF8.self)
    } else {
      let text = String(decoding: bytes, as: UTF8.self)
      isCapitalized = text.first?.isUppercase ?? false
      word = folded(text)
    }
    return Token(
      word: word, key: WordKey(word), range: range, isParted: isParted,
      isCapitalized: isCapitalized, number: nil)
  }

  /// Lower case, with the accents of Latin letters taken off.
  static func folded(_ text: String) -> String {
    var scalars = String.UnicodeScalarView()
    for scalar in text.lowercased().unicodeScalars {
      switch scalar {
      case "\u{2019}", "\u{2018}": scalars.append("'")
      case "\u{00AD}", "\u{200B}", "\u{FEFF}": continue
      default:
        if scalar.properties.canonicalCombiningClass != .notReordered { continue }
        scalars.append(base[scalar] ?? scalar)
      }
    }
    return String(scalars)
  }

  private static let base: [Unicode.Scalar: Unicode.Scalar] = {
    let plain = "aaaaaceeeeiiiinooooouuuuyy"
    let accented = "àáâãåçèéêëìíîïñòóôõøùúûüýÿ"
    return Dictionary(
      zip(accented.unicodeScalars, plain.unicodeScalars), uniquingKeysWith: { first, _ in first })
  }()

  private static func numeral(_ bytes: [UInt8], _ range: Range<Int>, isParted: Bool) -> Token {
    let word = String(decoding: bytes[range], as: UTF8.self)
    return Token(
      word: word, key: WordKey(word), range: range, isParted: isParted, isCapitalized: false,
      number: value(of: word))
  }

  /// `150,000` and `150.000` are a hundred and fifty thousand; `2.5` is two and a half.
  private static func value(of word: String) -> Double? {
    let groups = word.split { $0 == "," || $0 == "." }
    guard groups.count > 1 else { return Double(word) }
    let isGrouped = groups.dropFirst().allSatisfy { $0.count == 3 }
    return Double(groups.joined(separator: isGrouped ? "" : "."))
  }

  private static func numberEnd(_ bytes: [UInt8], from start: Int, to limit: Int) -> Int {
    var end = start
    while end < limit {
      let isMark = bytes[end] == UInt8(ascii: ",") || bytes[end] == UInt8(ascii: ".")
      if isDigit(bytes[end]) || (isMark && end + 1 < limit && isDigit(bytes[end + 1])) {
        end += 1
      } else {
        break
      }
    }
    return end
  }

  private static func isDigit(_ byte: UInt8) -> Bool {
    byte >= UInt8(ascii: "0") && byte <= UInt8(ascii: "9")
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (byte | 0x20) >= UInt8(ascii: "a") && (byte | 0x20) <= UInt8(ascii: "z")
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { isLetter(byte) || byte >= 0x80 }

  /// General punctuation (U+2000–U+206F), signs such as `£` and `·`, and currency are no letters.
  private static func isPunctuation(_ bytes: [UInt8], at index: Int) -> Bool {
    let next = index + 1 < bytes.count ? bytes[index + 1] : 0
    switch bytes[index] {
    case 0xE2: return next >= 0x80 && next <= 0xAF
    case 0xC2: return true
    case 0xE3: return next == 0x80
    case 0xEF: return next == 0xBB || next == 0xBC || next == 0xBF
    case 0xF0: return true
    default: return false
    }
  }

  private static func isApostrophe(_ bytes: [UInt8], at index: Int) -> Bool {
    bytes[index] == UInt8(ascii: "'")
      || (bytes[index] == 0xE2 && index + 2 < bytes.count && bytes[index + 1] == 0x80
        && bytes[index + 2] == 0x99)
  }

  private static func isInsideWord(_ bytes: [UInt8], at index: Int, limit: Int) -> Bool {
    let byte = bytes[index]
    if isApostrophe(bytes, at: index) {
      let after = index + (byte == 0xE2 ? 3 : 1)
      return after < limit && isLetter(bytes[after])
    }
    // The two bytes that follow the first of a typographic apostrophe.
    if byte == 0x80, index > 0, bytes[index - 1] == 0xE2 {
      return isApostrophe(bytes, at: index - 1)
    }
    if byte == 0x99, index > 1, bytes[index - 2] == 0xE2, bytes[index - 1] == 0x80 { return true }
    if isLetter(byte) { return true }
    if byte >= 0x80 && byte < 0xC0 { return true }
    return byte >= 0xC0 && !isPunctuation(bytes, at: index)
  }

  private static func isDash(_ bytes: [UInt8], at index: Int) -> Bool {
    if bytes[index] == 0xE2, index + 2 < bytes.count, bytes[index + 1] == 0x80 {
      return bytes[index + 2] == 0x93 || bytes[index + 2] == 0x94
    }
    let isHyphen = bytes[index] == UInt8(ascii: "-")
    return isHyphen && index > 0 && bytes[index - 1] == UInt8(ascii: " ")
  }

  private static func sign(_ bytes: [UInt8], at index: Int, limit: Int) -> String? {
    switch bytes[index] {
    case UInt8(ascii: "&"): return "&"
    case UInt8(ascii: "%"): return "%"
    case UInt8(ascii: "$"): return "$"
    case UInt8(ascii: "+"): return "+"
    case 0xC2 where index + 1 < limit && bytes[index + 1] == 0xA3: return "£"
    case 0xE2 where index + 2 < limit && bytes[index + 1] == 0x82 && bytes[index + 2] == 0xAC:
      return "€"
    default: return nil
    }
  }

  private static func scalarLength(_ byte: UInt8) -> Int {
    switch byte {
    case 0xC0..<0xE0: 2
    case 0xE0..<0xF0: 3
    case 0xF0...: 4
    default: 1
    }
  }
}
