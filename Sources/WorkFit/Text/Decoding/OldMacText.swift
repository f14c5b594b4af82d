/// Whether bytes that are no UTF-8 are of an old Mac: in them the marks of a text (apostrophes, quotes, dashes,
/// bullets) are bytes that in Windows-1252 are capital letters with an accent, which stand in such places in no
/// text.
enum OldMacText {
  static func isLikely(_ bytes: ArraySlice<UInt8>) -> Bool {
    var (mac, windows) = (0, 0)
    for index in bytes.indices where bytes[index] >= 0x80 {
      let before = index > bytes.startIndex ? bytes[index - 1] : 0x0A
      let behind = index + 1 < bytes.endIndex ? bytes[index + 1] : 0x0A
      if isMac(bytes[index], before, behind) { mac += 1 }
      if (0x91...0x97).contains(bytes[index]), isMark(before, behind) { windows += 1 }
    }
    return mac > windows
  }

  private static func isMac(_ byte: UInt8, _ before: UInt8, _ behind: UInt8) -> Bool {
    switch byte {
    // ’ and an opening or closing quote.
    case 0xD5: isLower(before) && isLower(behind)
    case 0xD2: isSpace(before) && isLetter(behind)
    case 0xD3: (isLower(before) || isStop(before)) && (isSpace(behind) || isStop(behind))
    // Dashes, and a bullet before its item.
    case 0xD0, 0xD1: isSpace(before) && isSpace(behind)
    case 0xA5: isLineEnd(before) && (isSpace(behind) || isLetter(behind))
    default: false
    }
  }

  /// Whether a mark may stand between these: inside or beside a word, or between spaces.
  private static func isMark(_ before: UInt8, _ behind: UInt8) -> Bool {
    isLetter(before) && isLetter(behind) || isSpace(before) || isSpace(behind)
  }

  private static func isLower(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte) }
  private static func isLetter(_ byte: UInt8) -> Bool { isLower(byte | 0x20) }
  private static func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
  private static func isSpace(_ byte: UInt8) -> Bool {
    byte == 0x20 || byte == 0x09 || isLineEnd(byte)
  }
  private static func isStop(_ byte: UInt8) -> Bool { ".,;:!?)".utf8.contains(byte) }
}
