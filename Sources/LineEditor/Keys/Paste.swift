import Phrases

/// A paste of several lines, shown in the line as a short stand-in until the line is sent.
struct Paste {
  /// What a terminal sends before and after a paste, once it has been asked to.
  static let opening = Marker("\u{1B}[200~")
  static let closing = Marker("\u{1B}[201~")
  /// Ask the terminal to mark pastes, and no longer to.
  static let modeOn = "\u{1B}[?2004h"
  static let modeOff = "\u{1B}[?2004l"

  struct Marker {
    let bytes: [UInt8]

    init(_ text: String) { bytes = Array(text.utf8) }

    func firstRange(in text: ArraySlice<UInt8>) -> Range<Int>? {
      // Escapes are rare, so most of a text is passed over quickly.
      var rest = text
      while let start = rest.firstIndex(of: bytes[0]) {
        rest = rest[start...]
        if rest.starts(with: bytes) { return start..<(start + bytes.count) }
        rest = rest.dropFirst()
      }
      return nil
    }
  }

  /// What stands in the line, such as `[pasted 214 lines]`.
  let standIn: String
  let text: String

  /// Stand-ins are kept distinct, so that two pastes of one length are told apart.
  ///
  /// - Parameter words: the language of what stands in the line.
  init(_ text: String, among pastes: [Paste], in words: PhraseBook = .english) {
    self.text = text
    let lines =
      text.split(separator: "\n", omittingEmptySubsequences: false).count
      - (text.hasSuffix("\n") ? 1 : 0)
    let size: Phrase = lines > 1 ? "\(lines) lines" : "\(text.count) characters"
    var standIn = words.text("[pasted \(size)]")
    var number = 2
    while pastes.contains(where: { $0.standIn == standIn }) {
      standIn = words.text("[paste \(number): \(size)]")
      number += 1
    }
    self.standIn = standIn
  }

  /// The text of a paste; a terminal sends line ends as carriage returns, which become line feeds again.
  static func text(_ bytes: ArraySlice<UInt8>) -> String {
    var text: [UInt8] = []
    text.reserveCapacity(bytes.count)
    var previous: UInt8 = 0
    for byte in bytes {
      switch byte {
      case UInt8(ascii: "\r"): text.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"): break
      default: text.append(byte)
      }
      previous = byte
    }
    return String(decoding: text, as: UTF8.self)
  }

  /// Whether a paste may stand in the line as it is.
  static func fitsInLine(_ text: String) -> Bool {
    text.utf8.count <= 400
      && text.unicodeScalars.allSatisfy { $0.value >= 0x20 && !(0x7F...0x9F).contains($0.value) }
  }

  /// The line with every stand-in replaced by what it stands for.
  ///
  /// A stand-in that was partly edited away no longer marks a place, so its paste follows the line
  /// rather than being lost. One that is gone altogether was not wanted.
  static func expand(_ line: String, _ pastes: [Paste]) -> String {
    var expanded = ""
    var rest = line[...]
    var left = pastes
    while let (index, range) = first(of: left, in: rest) {
      expanded += rest[..<range.lowerBound] + left[index].text
      rest = rest[range.upperBound...]
      left.remove(at: index)
    }
    let orphans = broken(pastes, in: line).map(\.text)
    return ([expanded + rest] + orphans).joined(separator: "\n")
  }

  /// Whether any of the pastes is part of the line.
  static func isAny(of pastes: [Paste], in line: String) -> Bool {
    pastes.contains { line.contains($0.standIn) } || !broken(pastes, in: line).isEmpty
  }

  private static func first(of pastes: [Paste], in line: Substring) -> (Int, Range<String.Index>)? {
    let places = pastes.enumerated().compactMap { index, paste in
      line.firstRange(of: paste.standIn).map { (index, $0) }
    }
    return places.min { $0.1.lowerBound < $1.1.lowerBound }
  }

  /// Pastes whose stand-ins are no longer whole, where something of one is still to be seen.
  private static func broken(_ pastes: [Paste], in line: String) -> [Paste] {
    let rest = pastes.reduce(line) { $0.replacing($1.standIn, with: "") }
    guard rest.contains("[past") else { return [] }
    return pastes.filter { !line.contains($0.standIn) }
  }
}
