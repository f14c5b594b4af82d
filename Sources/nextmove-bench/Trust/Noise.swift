import QuestionFlow

/// Texts damaged at random, with what has broken readers before.
enum Noise {
  private static let pieces = [
    "{", "}", "[", "]", ":", "- ", "\n", "\r\n", "\r", "\t", "'", "\"", "&a ", "*a", "|", ">", "#",
    "%",
    "{x}", "{{", "\u{FEFF}", "\u{0}", "\u{1B}[2J", "\u{1B}\u{2022}", "\u{1B}]0;", "\u{9B}",
    "\u{1B}[",
    "日本", "é", "e\u{301}", "🙂", "👩‍👩‍👧", "\u{202E}", "\u{2028}", "\u{AD}", "\u{E0041}", "ﬁ",
    "&#39;", "&rsquo;", "&#x1F600;", "&amp;amp;", "=E2=80=99", "=\n", "<p>", "</", "<!--", "â€™",
    "999999999999999999999", "-1", "1e999", "0,750", "1.000.000", "22.11.26", "31 February", "3 1",
    "any(", "not not ", " and ", "in [", "..", "yes", "~", "<<: *a", "\\u", "\\ud800", "null", "/",
  ]

  /// A text with up to six damages.
  static func damaged(_ text: String, _ random: inout SeededRandom) -> String {
    var scalars = Array(text.unicodeScalars)
    for _ in 0..<Int.random(in: 1...6, using: &random) {
      let place = Int.random(in: 0...scalars.count, using: &random)
      let end = min(scalars.count, place + Int.random(in: 1...40, using: &random))
      switch Int.random(in: 0..<5, using: &random) {
      case 0, 1:
        let piece = pieces.randomElement(using: &random) ?? ""
        scalars.insert(contentsOf: piece.unicodeScalars, at: place)
      case 2: scalars.insert(contentsOf: Array(scalars[place..<end]), at: place)
      case 3: scalars.removeSubrange(place..<end)
      default:
        let value = UInt32.random(in: 0...0x10FFFF, using: &random)
        if let scalar = Unicode.Scalar(value) { scalars.insert(scalar, at: place) }
      }
    }
    var text = String.UnicodeScalarView()
    text.append(contentsOf: scalars)
    return String(text)
  }

  /// Bytes of which some are no text.
  static func bytes(_ text: String, _ random: inout SeededRandom) -> [UInt8] {
    var bytes = Array(damaged(text, &random).utf8)
    for _ in 0..<Int.random(in: 0...4, using: &random) where !bytes.isEmpty {
      let place = Int.random(in: 0..<bytes.count, using: &random)
      bytes[place] = UInt8.random(in: 0...255, using: &random)
    }
    return bytes
  }

  /// What a keyboard, a mouse or a hostile program might send.
  static func keys(_ random: inout SeededRandom) -> [UInt8] {
    let alphabet: [[UInt8]] = [
      [0x1B], [0x1B], [0x5B], [0x4F], [0x5D], [0x50], [0x3B], [0x3A], [0x3F], [0x3C], [0x7E],
      [0x75],
      [0x30], [0x31], [0x39], [0x41], [0x4D], [0x07], [0x1B, 0x5C], [0xC2, 0x9B],
      [0xE2, 0x80, 0xA2],
      [0x7F], [0x18], [0x0D],
    ]
    var bytes: [UInt8] = []
    for _ in 0..<Int.random(in: 1...24, using: &random) {
      if Int.random(in: 0..<6, using: &random) == 0 {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      } else {
        bytes += alphabet.randomElement(using: &random) ?? []
      }
    }
    return bytes
  }
}
