/// Quoted-printable and base64 without the header that would name them, as when the source of a mail is
/// pasted in part.
enum LooseEncodings {
  static func decoded(_ text: [UInt8]) -> [UInt8]? {
    guard let plain = base64Blocks(text) else { return quotedPrintable(text) }
    return quotedPrintable(plain) ?? plain
  }

  // MARK: - Quoted-printable

  /// Lines are no longer than that in quoted-printable.
  private static let widestLine = 76

  private static func quotedPrintable(_ text: [UInt8]) -> [UInt8]? {
    guard text.contains(UInt8(ascii: "=")) else { return nil }
    if isQuotedPrintable(text) {
      return ByteText.mixed(TransferEncoding.quotedPrintable(text)[...])
    }
    return nil
  }

  /// Whether the text has what only quoted-printable has: a character of UTF-8 in escapes, an escape for the
  /// sign of escapes, a letter or an apostrophe inside a word, several escaped blanks between words, several soft
  /// line ends.
  private static func isQuotedPrintable(_ text: [UInt8]) -> Bool {
    var softEnds = 0
    var blanks = 0
    var lineStart = 0
    var index = 0
    while index < text.count {
      if text[index] == 0x0A { lineStart = index + 1 }
      guard text[index] == UInt8(ascii: "=") else {
        index += 1
        continue
      }
      var bytes: [UInt8] = []
      var end = index
      while end < text.count, bytes.count < 4, let byte = TransferEncoding.escaped(text, at: end) {
        bytes.append(byte)
        end += 3
      }
      if let first = bytes.first {
        if first >= 0x80, UTF8Sequence.length(bytes) > 1 { return true }
        if isInsideWord(text, index..<(index + 3)), first >= 0x80 || first == 0x27 { return true }
        if first == 0x20, isInsideWord(text, index..<(index + 3)) {
          blanks += 1
          // “?a=20b” of an address has one.
          if blanks > 1 { return true }
        }
        if first == UInt8(ascii: "="), !isHexadecimal(text, at: index - 1) { return true }
      } else if index > lineStart, text[index - 1] != UInt8(ascii: "="),
        let soft = TransferEncoding.softEnd(text, at: index)
      {
        softEnds += 1
        // One alone is one only where the line is as long as it may be.
        if softEnds > 1 || (70...widestLine).contains(index + 1 - lineStart) { return true }
        lineStart = soft
        index = soft - 1
      }
      index += 1
    }
    return false
  }

  private static func isInsideWord(_ text: [UInt8], _ range: Range<Int>) -> Bool {
    range.lowerBound > 0 && range.upperBound < text.count && isLower(text[range.lowerBound - 1])
      && isLower(text[range.upperBound])
  }

  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }

  private static func isHexadecimal(_ text: [UInt8], at index: Int) -> Bool {
    index >= 0 && Unicode.Scalar(text[index]).hexadecimal != nil
  }

  // MARK: - Base64

  /// In characters. What is shorter may be anything.
  private static let shortestBlock = 60

  /// The text with each block of base64 that is text decoded; `nil` where there is none.
  private static func base64Blocks(_ text: [UInt8]) -> [UInt8]? {
    var result: [UInt8] = []
    var isChanged = false
    var copied = 0
    var index = 0
    while index < text.count {
      // A block is a run of lines without a space.
      var end = index
      var hasBase64 = true
      while end < text.count, hasBase64 {
        let lineEnd = text[end...].firstIndex(of: 0x0A) ?? text.count
        let line = text[end..<lineEnd].filter { $0 != 0x0D }
        hasBase64 = !line.isEmpty && line.allSatisfy { isBase64($0) }
        if hasBase64 { end = min(lineEnd + 1, text.count) }
      }
      if end - index >= shortestBlock, let bytes = TransferEncoding.base64(text[index..<end]),
        let plain = readable(bytes)
      {
        result += text[copied..<index] + plain
        if end > index, text[end - 1] == 0x0A { result.append(0x0A) }
        copied = end
        isChanged = true
      }
      // The line that ended the block is none of its kind.
      index = (text[end...].firstIndex(of: 0x0A) ?? text.count) + 1
    }
    guard isChanged else { return nil }
    return result + text[copied...]
  }

  private static func isBase64(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, UInt8(ascii: "+"), UInt8(ascii: "/"),
      UInt8(ascii: "="):
      true
    default: false
    }
  }

  /// The bytes where they are text with words.
  private static func readable(_ bytes: [UInt8]) -> [UInt8]? {
    let spaces = bytes.count { $0 == 0x20 || $0 == 0x0A }
    let controls = bytes.count { $0 < 0x20 && !(0x09...0x0D).contains($0) }
    let letters = bytes.count { (0x61...0x7A).contains($0 | 0x20) }
    guard controls == 0, spaces * 20 >= bytes.count, letters * 2 >= bytes.count else { return nil }
    return ByteText.mixed(bytes[...])
  }
}
