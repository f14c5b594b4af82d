/// Takes the UTF-8 of a text, or of what a terminal sends, apart into characters and control sequences.
///
/// It follows ECMA-48 and asks no table of known keys: what a sequence is follows from its form, so
/// that one never heard of still ends where it ends. Every step advances, and no element begins or ends
/// inside a character.
package enum ControlScanner {
  /// The first element of some bytes.
  package enum Step: Equatable, Sendable {
    /// An element, and how many bytes it takes: at least one.
    case element(ControlElement, length: Int)
    /// The bytes are the beginning of an element.
    case incomplete(Stage)
  }

  /// How far an incomplete element has come.
  package enum Stage: Sendable {
    /// A character without its last bytes.
    case character
    /// An Escape that may be the key or the beginning of a sequence.
    case escape
    /// Escape and the character that opens a sequence, which may also be a key held with Alt.
    case introduced
    /// Beyond doubt a control sequence.
    case sequence
    /// Beyond doubt a control string.
    case string
  }

  /// A sequence with more parameters, or a string that goes on for longer, is none.
  private static let longestSequence = 512
  private static let longestString = 1_048_576

  /// The first element of bytes that are not empty.
  package static func step(_ bytes: ArraySlice<UInt8>) -> Step {
    guard let first = bytes.first else { return .incomplete(.character) }
    if first == Byte.escape { return afterEscape(bytes) }
    // The controls of eight bits are sequences that spare the Escape.
    if first == 0xC2, let second = bytes.dropFirst().first,
      let introducer = Introducer(byte: second &- 0x40), (0x80...0x9F).contains(second)
    {
      return sequence(introducer, bytes, from: bytes.startIndex + 2, isMeta: false)
    }
    return character(bytes)
  }

  // MARK: - Characters

  private static func character(_ bytes: ArraySlice<UInt8>) -> Step {
    let first = bytes[bytes.startIndex]
    guard first >= 0x80 else {
      return .element(.character(Unicode.Scalar(first)), length: 1)
    }
    let length =
      switch first {
      case 0xC2..<0xE0: 2
      case 0xE0..<0xF0: 3
      case 0xF0..<0xF5: 4
      default: 1
      }
    let rest = bytes.dropFirst().prefix(length - 1)
    let isWhole = rest.allSatisfy { $0 & 0xC0 == 0x80 }
    if isWhole, rest.count < length - 1 { return .incomplete(.character) }
    // What is malformed stands for itself, byte by byte.
    guard isWhole, length > 1,
      let text = String(validating: bytes.prefix(length), as: UTF8.self),
      let scalar = text.unicodeScalars.first
    else { return .element(.character("\u{FFFD}"), length: 1) }
    return .element(.character(scalar), length: length)
  }

  // MARK: - Sequences

  private static func afterEscape(_ bytes: ArraySlice<UInt8>) -> Step {
    let start = bytes.startIndex
    guard bytes.count > 1 else { return .incomplete(.escape) }
    let second = bytes[start + 1]
    if let introducer = Introducer(byte: second) {
      return sequence(introducer, bytes, from: start + 2, isMeta: false)
    }
    switch second {
    case Byte.escape:
      // Some terminals send a key held with Alt as its sequence behind another Escape.
      guard bytes.count > 2 else { return .incomplete(.escape) }
      guard let introducer = Introducer(byte: bytes[start + 2]),
        introducer == .control || introducer == .shift
      else { return .element(.escape, length: 1) }
      return sequence(introducer, bytes, from: start + 3, isMeta: true)
    case 0x20...0x2F:
      // The choice of a character set, and its like, take a byte more, which comes at once.
      guard bytes.count > 2 else { return .incomplete(.introduced) }
      let end = bytes[(start + 2)...].firstIndex { !(0x20...0x2F).contains($0) }
      guard let end, (0x30...0x7E).contains(bytes[end]), end - start < 6 else {
        return .element(.meta(Unicode.Scalar(second)), length: 2)
      }
      return .element(.other, length: end + 1 - start)
    case 0x30...0x7F, 0x08: return .element(.meta(Unicode.Scalar(second)), length: 2)
    default: return .element(.escape, length: 1)
    }
  }

  private static func sequence(
    _ introducer: Introducer, _ bytes: ArraySlice<UInt8>, from body: Int, isMeta: Bool
  ) -> Step {
    guard body < bytes.endIndex else { return .incomplete(.introduced) }
    switch introducer {
    case .control: return control(bytes, from: body, isMeta: isMeta)
    case .shift: return shifted(bytes, from: body, isMeta: isMeta)
    case .single: return single(bytes, from: body)
    case .string: return string(bytes, from: body)
    }
  }

  private static func control(_ bytes: ArraySlice<UInt8>, from body: Int, isMeta: Bool) -> Step {
    let start = bytes.startIndex
    // Linux's console sends its first function keys with a second bracket.
    if bytes[body] == UInt8(ascii: "[") {
      guard body + 1 < bytes.endIndex else { return .incomplete(.sequence) }
      return .element(.other, length: body + (bytes[body + 1] < 0x80 ? 2 : 1) - start)
    }
    var index = body
    while index < bytes.endIndex, (0x30...0x3F).contains(bytes[index]) { index += 1 }
    let parameters = Array(bytes[body..<index].prefix(longestSequence))
    let firstIntermediate = index
    while index < bytes.endIndex, (0x20...0x2F).contains(bytes[index]) {
      index += 1
      // One that rxvt sends for a key held with Shift has a dollar sign at its end.
      if bytes[index - 1] == UInt8(ascii: "$"), !parameters.isEmpty,
        parameters.allSatisfy({ (0x30...0x39).contains($0) })
      {
        let key = ControlFunction(
          parameters: parameters, intermediates: [], final: bytes[index - 1], isMeta: isMeta)
        return .element(.control(key), length: index - start)
      }
    }
    guard index - body <= longestSequence else { return .element(.other, length: index - start) }
    guard index < bytes.endIndex else { return .incomplete(.sequence) }
    // A sequence that is broken off takes nothing of what breaks it off.
    guard (0x40...0x7E).contains(bytes[index]) else {
      return .element(.other, length: index - start)
    }
    let function = ControlFunction(
      parameters: parameters, intermediates: Array(bytes[firstIntermediate..<index]),
      final: bytes[index], isMeta: isMeta)
    guard let end = skipping(function.charactersBehind, in: bytes, from: index + 1) else {
      return .incomplete(.sequence)
    }
    return .element(.control(function), length: end - start)
  }

  /// Behind so many characters; `nil` where they are not all here.
  private static func skipping(_ count: Int, in bytes: ArraySlice<UInt8>, from index: Int) -> Int? {
    var index = index
    for _ in 0..<count {
      guard index < bytes.endIndex, case .element(_, let length) = character(bytes[index...])
      else { return nil }
      index += length
    }
    return index
  }

  private static func shifted(_ bytes: ArraySlice<UInt8>, from body: Int, isMeta: Bool) -> Step {
    var index = body
    while index < bytes.endIndex, index - body < 8,
      (0x30...0x39).contains(bytes[index]) || bytes[index] == UInt8(ascii: ";")
    {
      index += 1
    }
    guard index < bytes.endIndex else { return .incomplete(.sequence) }
    let start = bytes.startIndex
    guard (0x40...0x7E).contains(bytes[index]) || bytes[index] == UInt8(ascii: " ") else {
      return .element(.other, length: index - start)
    }
    let function = ControlFunction(
      parameters: Array(bytes[body..<index]), intermediates: [], final: bytes[index],
      isMeta: isMeta)
    return .element(.shifted(function), length: index + 1 - start)
  }

  /// What opens it, and the one character that it shifts; a control character is none.
  private static func single(_ bytes: ArraySlice<UInt8>, from body: Int) -> Step {
    let opened = body - bytes.startIndex
    guard bytes[body] >= 0x20, bytes[body] != 0x7F else {
      return .element(.other, length: opened)
    }
    guard case .element(_, let length) = character(bytes[body...]) else {
      return .incomplete(.introduced)
    }
    return .element(.other, length: opened + length)
  }

  private static func string(_ bytes: ArraySlice<UInt8>, from body: Int) -> Step {
    let start = bytes.startIndex
    var index = body
    while index < bytes.endIndex, index - body < longestString {
      switch bytes[index] {
      case Byte.bell: return .element(.string(isClosed: true), length: index + 1 - start)
      case Byte.escape:
        guard index + 1 < bytes.endIndex else { return .incomplete(.string) }
        let isClosed = bytes[index + 1] == UInt8(ascii: "\\")
        return .element(.string(isClosed: isClosed), length: index + (isClosed ? 2 : 0) - start)
      case 0xC2 where index + 1 < bytes.endIndex && (0x80...0x9F).contains(bytes[index + 1]):
        // The terminator in eight bits; any other control breaks the string off.
        let isClosed = bytes[index + 1] == 0x9C
        return .element(.string(isClosed: isClosed), length: index + (isClosed ? 2 : 0) - start)
      case 0..<0x20 where bytes[index] != 0x09:
        // A line end, or Ctrl-C, is no part of a string.
        return .element(.string(isClosed: false), length: index - start)
      default: index += 1
      }
    }
    guard index == bytes.endIndex, index - body < longestString else {
      return .element(.string(isClosed: false), length: index - start)
    }
    return .incomplete(.string)
  }
}

enum Byte {
  static let bell: UInt8 = 0x07
  static let escape: UInt8 = 0x1B
}

/// What opens a sequence, as the byte behind an Escape.
private enum Introducer {
  case control
  case shift
  /// One character follows, whichever it is: the other single shift (SS2), and what the number pad of a VT52
  /// begins its keys with.
  case single
  case string

  init?(byte: UInt8) {
    switch byte {
    case UInt8(ascii: "["): self = .control
    case UInt8(ascii: "O"): self = .shift
    case UInt8(ascii: "N"), UInt8(ascii: "?"): self = .single
    // Device control, start of string, operating system command, privacy message, application program.
    case UInt8(ascii: "P"), UInt8(ascii: "X"), UInt8(ascii: "]"), UInt8(ascii: "^"),
      UInt8(ascii: "_"):
      self = .string
    default: return nil
    }
  }
}
