import Foundation

/// A text cut into the words that a BERT vocabulary is asked for: cleaned, in lower case, without
/// accents, every punctuation mark and every Chinese character a word of its own.
///
/// As in Devlin et al., "BERT" (2019), and as the tokenizers of the uncased models do it: control
/// characters go first, then accents (canonical decomposition without nonspacing marks), then
/// capitals.
struct BasicTokens {
  /// The longest stretch of a text that is looked at, in scalars. A text reaches its limit of pieces
  /// long before, unless nearly all of it is blank.
  static let longestText = 16_384

  /// The longest word that a vocabulary is asked for, in scalars; a longer one is unknown.
  static let longestWord = 100

  private var scalars: Substring.UnicodeScalarView
  private var left = longestText
  private var word: [Unicode.Scalar] = []
  /// Units read from the text and not yet used, last first.
  private var units: [Unit] = []

  private enum Unit {
    case blank
    case letter(Unicode.Scalar)
    case alone(Unicode.Scalar)
  }

  /// The words of a text, to be asked for one after the other.
  init(_ text: some StringProtocol) {
    scalars = Substring(text).unicodeScalars
  }

  /// The next word, or `nil` at the end of the text. Of a word that is too long only the beginning
  /// is kept, one scalar more than ``longestWord``.
  mutating func next() -> [Unicode.Scalar]? {
    while let unit = nextUnit() {
      switch unit {
      case .letter(let scalar):
        if word.count <= Self.longestWord { word.append(scalar) }
      case .blank:
        if let word = takeWord() { return word }
      case .alone(let scalar):
        guard let word = takeWord() else { return [scalar] }
        units.append(unit)
        return word
      }
    }
    return takeWord()
  }

  private mutating func takeWord() -> [Unicode.Scalar]? {
    defer { word.removeAll(keepingCapacity: true) }
    return word.isEmpty ? nil : word
  }

  private mutating func nextUnit() -> Unit? {
    while units.isEmpty {
      guard left > 0, let scalar = scalars.popFirst() else { return nil }
      left -= 1
      units = Self.units(of: scalar)
    }
    return units.popLast()
  }

  /// What one scalar of the text becomes, last first.
  private static func units(of scalar: Unicode.Scalar) -> [Unit] {
    if scalar.isASCII { return asciiUnits(of: scalar) }
    if scalar.value == 0xFFFD || isControl(scalar) { return [] }
    if scalar.properties.isWhitespace { return [.blank] }
    let folded = folded(scalar)
    if isChinese(scalar) { return folded.reversed().map(Unit.alone) }
    return folded.reversed().map { isPunctuation($0) ? .alone($0) : .letter($0) }
  }

  private static func asciiUnits(of scalar: Unicode.Scalar) -> [Unit] {
    switch scalar {
    case "a"..."z", "0"..."9": return [.letter(scalar)]
    case "A"..."Z": return [.letter(Unicode.Scalar(UInt8(scalar.value | 0x20)))]
    case " ", "\t", "\n", "\r": return [.blank]
    default: return isControl(scalar) ? [] : [.alone(scalar)]
    }
  }

  /// The scalar without accents and in lower case: none, one or several scalars.
  private static func folded(_ scalar: Unicode.Scalar) -> [Unicode.Scalar] {
    String(scalar).decomposedStringWithCanonicalMapping.unicodeScalars
      .filter { $0.properties.generalCategory != .nonspacingMark }
      .flatMap { Array($0.properties.lowercaseMapping.unicodeScalars) }
  }

  private static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .control, .format, .privateUse, .surrogate: true
    default: false
    }
  }

  private static func isPunctuation(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .connectorPunctuation, .dashPunctuation, .openPunctuation, .closePunctuation,
      .initialPunctuation, .finalPunctuation, .otherPunctuation:
      true
    // Signs that Unicode calls symbols and BERT punctuation.
    default: scalar.isASCII && isASCIISign(scalar)
    }
  }

  private static func isASCIISign(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "!"..."/", ":"..."@", "["..."`", "{"..."~": true
    default: false
    }
  }

  /// The blocks of Chinese characters that BERT names; kana and hangul are not among them. One begins
  /// at 2B920 and not at 2B820, where Unicode begins it, since the tokenizers used for training do so.
  private static func isChinese(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x4E00...0x9FFF, 0x3400...0x4DBF, 0x20000...0x2A6DF, 0x2A700...0x2B73F,
      0x2B740...0x2B81F, 0x2B920...0x2CEAF, 0xF900...0xFAFF, 0x2F800...0x2FA1F:
      true
    default: false
    }
  }
}
