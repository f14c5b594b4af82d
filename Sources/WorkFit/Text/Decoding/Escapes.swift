/// Escapes of programming languages and addresses: `won\u2019t`, `won\'t`, `won%E2%80%99t`.
enum Escapes {
  static func decoded(_ text: Scalars) -> Scalars? {
    guard text.contains(where: { $0 == "\\" || $0 == "%" }) else { return nil }
    let isAddress = isAddress(text)
    let hasEscapedLines = hasEscapedLines(text)
    var result: Scalars = []
    result.reserveCapacity(text.count)
    var isChanged = false
    var index = 0
    while index < text.count {
      var found: (Scalars, Int)?
      switch text[index] {
      case "\\": found = backslash(text, at: index, endsLines: hasEscapedLines)
      case "%": found = percent(text, at: index, isAddress: isAddress)
      case "+" where isAddress: found = ([" "], index + 1)
      default: break
      }
      if let (scalars, end) = found {
        result += scalars
        index = end
        isChanged = true
      } else {
        // Of several backslashes the last escapes nothing that the first does not.
        repeat {
          result.append(text[index])
          index += 1
        } while index < text.count && text[index] == "\\" && text[index - 1] == "\\"
      }
    }
    return isChanged ? result : nil
  }

  // MARK: - Backslashes

  /// Whether line ends are written out: a text of one line has several `\n`.
  private static func hasEscapedLines(_ text: Scalars) -> Bool {
    guard !text.contains(where: { $0.isLineEnd }) else { return false }
    var count = 0
    for index in text.indices.dropLast() where text[index] == "\\" && text[index + 1] == "n" {
      count += 1
      if count > 1 { return true }
    }
    return false
  }

  private static func backslash(_ text: Scalars, at index: Int, endsLines: Bool) -> (Scalars, Int)?
  {
    var place = index
    while text.at(place) == "\\" { place += 1 }
    switch text.at(place) {
    case "'" where text.at(place + 1)?.isDigit == true:
      return richText(text, at: place) ?? (["\u{2019}"], place + 1)
    case "'", "\u{2019}": return (["\u{2019}"], place + 1)
    case "r" where !endsLines, "t" where !endsLines: return named(text, from: place)
    case "\"" where endsLines || place > index + 1: return (["\""], place + 1)
    case "n" where endsLines: return (["\n"], place + 1)
    case "r" where endsLines: return ([], place + 1)
    case "t" where endsLines: return (["\t"], place + 1)
    case "u", "U": return unicode(text, from: place)
    case let digit? where ("0"..."3").contains(digit): return octal(text, from: place - 1)
    case "x", "X": return bytes(text, from: place - 1) { text.at($0) == "\\" ? $0 + 2 : nil }
    default: return nil
    }
  }

  /// `'92`, as RTF writes a byte of Windows-1252 that it has no other way for.
  private static func richText(_ text: Scalars, at sign: Int) -> (Scalars, Int)? {
    guard let value = hexadecimal(text, from: sign + 1, count: 2),
      let byte = UInt8(exactly: value), byte >= 0x80
    else { return nil }
    return (
      Scalars(String(decoding: ByteText.mixed([byte][...]), as: UTF8.self).unicodeScalars), sign + 3
    )
  }

  private static let apostropheNames = ["rquote", "textquoteright", "textquotesingle"]
    .map { Scalars($0.unicodeScalars) }

  /// `rquote ` of RTF, `textquoteright{}` of TeX: an apostrophe by its name.
  private static func named(_ text: Scalars, from place: Int) -> (Scalars, Int)? {
    guard let name = apostropheNames.first(where: { text[place...].starts(with: $0) }) else {
      return nil
    }
    var end = place + name.count
    if text.at(end) == "{", text.at(end + 1) == "}" {
      end += 2
    } else if text.at(end) == " " {
      end += 1
    }
    return (["\u{2019}"], end)
  }

  /// `u2019`, or two of them that make up one character.
  private static func unicode(_ text: Scalars, from place: Int) -> (Scalars, Int)? {
    guard let first = hexadecimal(text, from: place + 1, count: 4) else { return nil }
    var value = first
    var end = place + 5
    if (0xD800...0xDBFF).contains(first), text.at(end) == "\\", text.at(end + 1) == "u",
      let second = hexadecimal(text, from: end + 2, count: 4), (0xDC00...0xDFFF).contains(second)
    {
      value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      end += 6
    }
    guard value >= 0x20, let scalar = Unicode.Scalar(value) else { return nil }
    return ([scalar], end)
  }

  private static func hexadecimal(_ text: Scalars, from start: Int, count: Int) -> UInt32? {
    var value: UInt32 = 0
    for index in start..<(start + count) {
      guard let digit = text.at(index)?.hexadecimal else { return nil }
      value = value << 4 | digit
    }
    return value
  }

  // MARK: - Bytes

  /// The characters of bytes that are written one behind the other.
  ///
  /// - Parameter next: the place of the digits of a byte that is written at a place; `nil` where none is.
  private static func bytes(
    _ text: Scalars, from start: Int, _ next: (Int) -> Int?
  ) -> (Scalars, Int)? {
    var bytes: [UInt8] = []
    var place = start
    while let digits = next(place), let value = hexadecimal(text, from: digits, count: 2) {
      bytes.append(UInt8(truncatingIfNeeded: value))
      place = digits + 2
    }
    guard !bytes.isEmpty, bytes.allSatisfy({ $0 >= 0x20 || $0 == 0x0A }) else { return nil }
    return (
      Scalars(String(decoding: ByteText.mixed(bytes[...]), as: UTF8.self).unicodeScalars), place
    )
  }

  /// `\\342\\200\\231`: bytes of three octal digits; only what they make beyond ASCII is meant. `\\2019` is the number
  /// of a character, as style sheets write it.
  private static func octal(_ text: Scalars, from start: Int) -> (Scalars, Int)? {
    var bytes: [UInt8] = []
    var place = start
    while text.at(place) == "\\", let value = number(text, from: place + 1, digits: 3, radix: 8),
      let byte = UInt8(exactly: value), byte >= 0x80
    {
      bytes.append(byte)
      place += 4
    }
    if UTF8Sequence.length(bytes) > 1 {
      return (
        Scalars(String(decoding: ByteText.mixed(bytes[...]), as: UTF8.self).unicodeScalars), place
      )
    }
    guard let value = hexadecimal(text, from: start + 1, count: 4),
      (0x2010...0x2026).contains(value), let scalar = Unicode.Scalar(value)
    else { return nil }
    return ([scalar], start + 5)
  }

  private static func number(_ text: Scalars, from start: Int, digits: Int, radix: UInt32)
    -> UInt32?
  {
    var value: UInt32 = 0
    for index in start..<(start + digits) {
      guard let digit = text.at(index)?.hexadecimal, digit < radix else { return nil }
      value = value * radix + digit
    }
    return value
  }

  /// Whether the whole text is written as in an address: no space, but several that are escaped.
  private static func isAddress(_ text: Scalars) -> Bool {
    var escapes = 0
    var spaces = 0
    for index in text.indices {
      if text[index].isSpace { return false }
      if text[index] == "+" { spaces += 1 }
      guard text[index] == "%", let value = hexadecimal(text, from: index + 1, count: 2) else {
        continue
      }
      escapes += 1
      if value == 0x20 { spaces += 1 }
    }
    return escapes > 0 && spaces > 2
  }

  private static func percent(_ text: Scalars, at index: Int, isAddress: Bool) -> (Scalars, Int)? {
    // Some languages' libraries escape so what their addresses cannot hold.
    let long = text.at(index + 1) == "u" ? unicode(text, from: index + 1) : nil
    guard
      let (scalars, end) = long
        ?? bytes(text, from: index, { text.at($0) == "%" ? $0 + 1 : nil })
    else { return nil }
    if isAddress { return (scalars, end) }
    // Elsewhere it is only taken for an apostrophe, or a letter, inside a word.
    let isInsideWord = text.at(index - 1)?.isLatin == true && text.at(end)?.isLatin == true
    let isCharacter = scalars.count == 1 && (scalars[0] == "'" || scalars[0].value >= 0x80)
    return isInsideWord && isCharacter ? (scalars, end) : nil
  }
}
